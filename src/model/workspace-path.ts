/** Whether a path, as an editor writes it, stays below the folder of the workspace. */
export function isInside(path: string): boolean {
  const parts = path.split(/[/\\]/);
  return parts[0] !== '' && !/^[A-Za-z]:/.test(path) && !parts.includes('..') && !path.includes('\0');
}
