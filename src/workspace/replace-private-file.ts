import { closeSync, createWriteStream, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exitCode, Fault } from '../model/fault.js';
import { codeOf } from './disk-fault.js';

/**
 * Puts a new file in the place of one with people in it: for its owner only, whole and on the disk before it takes the
 * place of the old one. Where a link stands for the file, it is the file that is replaced.
 *
 * @param shown its path as people know it
 * @param check is given the path of the new file before it is put in place; where it throws, the old one stays
 * @throws Fault (exit 1) if the disk does not take it, and what `pieces` and `check` throw; the old file is then as it was.
 */
export async function replacePrivateFile(
  path: string,
  shown: string,
  pieces: AsyncIterable<Uint8Array>,
  check: (fresh: string) => Promise<void>,
): Promise<void> {
  try {
    const target = realpathSync(path);
    const fresh = `${target}.new-${process.pid}`;
    try {
      // What is left of an earlier try has its own permissions.
      rmSync(fresh, { force: true });
      await pipeline(pieces, createWriteStream(fresh, { flags: 'wx', mode: 0o600 }));
      await check(fresh);
      keep(fresh);
      renameSync(fresh, target);
      keep(dirname(target));
    } catch (error) {
      tidy(fresh);
      throw error;
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    const code = codeOf(error);
    if (code === '') throw error;
    throw new Fault({
      code: 'workspace/cannot-replace',
      exit: exitCode.findings,
      words: `${shown} cannot be written anew (${code}).`,
      fix: 'Check the disk and that you may write in its folder, then try again.',
      state: 'The file is as it was.',
    });
  }
}

/** Has the system write to the disk what it has of a file or a folder so far. */
function keep(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    // Windows opens no folders.
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A copy of people's data beside the file would be worse than a second message. */
function tidy(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
