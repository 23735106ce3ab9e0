import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { codeOf, diskFault } from './disk-fault.js';

/** `name` may have folders in it. */
export type OutputFile = { readonly name: string; readonly content: string | Uint8Array };

/**
 * Puts a folder of files in the place of whatever is there, whole or not at all: everything is written beside it first,
 * and only then do the two change places.
 *
 * @throws Fault (exit 1) if the disk does not take it; what was there before still is.
 */
export function replaceFolder(root: string, folder: string, files: readonly OutputFile[]): void {
  const beside = (suffix: string) => join(dirname(folder), `.${basename(folder)}.${suffix}-${process.pid}`);
  const fresh = beside('new');
  const old = beside('old');
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    for (const { name, content } of files) {
      mkdirSync(dirname(join(fresh, name)), { recursive: true });
      writeFileSync(join(fresh, name), content);
    }
    swap(folder, fresh, old);
  } catch (error) {
    tidy(fresh);
    throw diskFault(error, relative(root, folder) || folder);
  }
  tidy(old);
}

function swap(folder: string, fresh: string, old: string): void {
  const hadOne = renameIfThere(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (hadOne) renameSync(old, folder);
    throw error;
  }
}

function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Leftovers are only untidy; the caller's own fault, if any, is what matters. */
function tidy(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}
