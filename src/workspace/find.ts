import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCode, Fault } from '../model/fault.js';

export const organisationFile = 'mailout.yaml';

/**
 * The root of the workspace that a folder lies in: the nearest folder upwards that holds mailout.yaml.
 *
 * @throws Fault (exit 2) if there is none.
 */
export function findWorkspace(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, organisationFile))) return at;
    if (dirname(at) === at) break;
  }
  throw new Fault({
    code: 'workspace/not-found',
    exit: exitCode.usage,
    words: `There is no ${organisationFile} here or in any folder above, so this is not a mailout workspace.`,
    fix: 'Change to the folder that holds it.',
  });
}
