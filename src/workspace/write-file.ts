import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diskFault } from './disk-fault.js';

/**
 * Writes one file of the workspace, whole or not at all.
 *
 * @throws Fault (exit 1) if the disk does not take it; what was there before still is.
 */
export function replaceFile(root: string, path: string, text: string): void {
  const target = join(root, path);
  const fresh = `${target}.new-${process.pid}`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(fresh, text);
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw diskFault(error, path);
  }
}
