import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../model/edition.js';
import { codeOf } from './disk-fault.js';
import { replaceFile } from './write-file.js';

function fileOf(digest: string): string {
  return `.mailout/approved/${digest}.json`;
}

/**
 * Keeps an edition on this computer as it was approved, so that what has changed since can be shown.
 *
 * @throws Fault (exit 1) if the disk does not take it.
 */
export function keepApprovedEdition(root: string, edition: Edition): void {
  replaceFile(root, fileOf(edition.digest), JSON.stringify(edition));
}

/** The edition that was kept under a digest: as it is there, which whoever reads it has to check. */
export function readApprovedEdition(root: string, digest: string): Edition | undefined {
  if (!/^[0-9a-f]{64}$/.test(digest)) return undefined;
  try {
    return JSON.parse(readFileSync(join(root, fileOf(digest)), 'utf8'));
  } catch (error) {
    // What is kept is a help: without it, or with a damaged one, there is nothing to compare with.
    if (codeOf(error) !== '' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
