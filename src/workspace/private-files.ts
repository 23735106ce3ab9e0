import { createWriteStream, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exitCode, Fault } from '../model/fault.js';
import { codeOf } from './disk-fault.js';
import { gitOf } from './git.js';

/** Where everything about people is. */
export const privateFolder = 'audiences/private';

/**
 * Whether git keeps a file of the workspace, so that everybody who has the repository has it.
 *
 * @throws Fault (exit 3) where the workspace is in a repository and git does not answer.
 */
export function isTracked(root: string, file: string): boolean {
  return (gitOf(root)?.tracked(file).length ?? 0) > 0;
}

/** Whether other users of the computer may read a file where it lies. Of a file that is not there, no. */
export function isReadableByOthers(root: string, file: string): boolean {
  if (process.platform === 'win32') return false;
  const may = (path: string, bits: number) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & bits) !== 0;
  const path = join(root, file);
  return may(path, 0o004) && may(dirname(path), 0o001);
}

/** What tells one state of a file from another: which file it is, its size, and when it was written to. */
export function stateOf(root: string, file: string): string {
  const stat = statSync(join(root, file), { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : '';
}

/**
 * Writes a file that is for its owner only, and was not there before.
 *
 * @param shown its path as people know it
 * @throws Fault (exit 2) if it is there already, or the disk does not take it.
 */
export async function writePrivateFile(
  path: string,
  shown: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  try {
    await pipeline(pieces, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      throw new Fault({
        code: 'workspace/file-there',
        exit: exitCode.usage,
        words: `${shown} is there already.`,
        fix: 'Give another name, or delete the file first if nobody needs it.',
      });
    }
    throw new Fault({
      code: 'workspace/cannot-write',
      exit: exitCode.findings,
      words: `${shown} cannot be written (${codeOf(error) || 'the reason is unknown'}).`,
      fix: 'Check the disk and that you may write there.',
    });
  }
}
