/** Shows an address in the editor’s browser; without one, nothing happens: the address is printed as well. */
export async function showInBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  await open(address).catch(() => undefined);
}
