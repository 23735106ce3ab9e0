import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
    tidy(fresh);
    throw diskFault(error, path);
  }
}

/** What is left beside the file is a blemish; that it could not be written is what has to be said. */
function tidy(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

/**
 * Writes a file anywhere, whole or not at all.
 *
 * @param path absolute
 * @throws Fault (exit 1) if the disk does not take it.
 */
export function writeOwnFile(path: string, text: string): void {
  replaceFile(dirname(path), basename(path), text);
}
