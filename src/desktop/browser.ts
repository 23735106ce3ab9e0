/** Shows an address in the editor’s browser; false where there is none. */
export async function showInBrowser(address: string): Promise<boolean> {
  const { default: open } = await import('open');
  try {
    const program = await open(address);
    return await new Promise((resolve) => {
      program.once('error', () => resolve(false));
      program.once('spawn', () => resolve(true));
      // A program that is there already by then.
      if (program.pid !== undefined) resolve(true);
    });
  } catch {
    return false;
  }
}
