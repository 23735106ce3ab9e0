import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where programs are looked for that are named without a folder. */
export const programFolders: readonly string[] = (process.env.PATH ?? '').split(delimiter);

/**
 * Where a program is that some tests need beside Node, or undefined, so that they skip. CI sets MAILOUT_TEST_NEEDS to a
 * list of such programs, and then the absence of one is a failure.
 *
 * @param folders where it may be, the likeliest first
 */
export function findProgram(name: string, folders: readonly string[] = programFolders): string | undefined {
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  if (process.env.MAILOUT_TEST_NEEDS?.split(',').includes(name))
    throw new Error(`${name} is needed and not installed.`);
  process.stderr.write(`${name} is not installed: the tests that need it are skipped.\n`);
  return undefined;
}
