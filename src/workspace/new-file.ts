import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCode, Fault } from '../model/fault.js';
import { codeOf, diskFault } from './disk-fault.js';

/**
 * Writes a file of the workspace that is not there yet, whole or not at all.
 *
 * @throws Fault (exit 2) if there is a file of that name, which stays as it is; (exit 1) if the disk does not take it.
 */
export function writeNewFile(root: string, path: string, text: string): void {
  const target = join(root, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
  } catch (error) {
    throw diskFault(error, dirname(path));
  }
  try {
    writeFileSync(target, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw taken(path);
    rmSync(target, { force: true });
    throw diskFault(error, path);
  }
}

function taken(path: string): Fault {
  return new Fault({
    code: 'workspace/file-there',
    exit: exitCode.usage,
    words: `There is a ${path} already, and it was left as it is.`,
    fix: 'Take another name, or change that file.',
  });
}
