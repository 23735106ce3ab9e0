import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a program is that some tests need beside Node, or undefined, so that they skip. CI sets MAILOUT_TEST_NEEDS to a
 * list of such programs, and then the absence of one is a failure.
 */
export function findProgram(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
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
