import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Material } from '../../importing/found.js';
import { type FetchOptions, fetchMaterial } from '../../links/fetch-material.js';
import { exitCode, Fault } from '../../model/fault.js';
import { codeOf } from '../../workspace/disk-fault.js';

/** Where material may come from. */
export type Sources = {
  /** The folder that a file is named from. */
  readonly folder: string;
  /** What comes through a pipe. */
  readonly input: (most: number) => Promise<Uint8Array>;
  /** For tests, whose servers are not public. */
  readonly fetching?: FetchOptions;
};

/** No text is as large; a Word document with many pictures is. */
const mostBytes = 25 << 20;

/**
 * Gets what somebody wants to import: an address, a file, or “-” for what comes through a pipe.
 *
 * @throws Fault (exit 1) where it cannot be had, or is too large.
 */
export async function materialOf(name: string, { folder, input, fetching }: Sources): Promise<Material> {
  if (/^https?:\/\//i.test(name)) return fetchMaterial(name, fetching);
  if (name === '-') return { bytes: await input(mostBytes), name: 'what came through the pipe' };
  const path = resolve(folder, name);
  try {
    if (statSync(path).size > mostBytes) throw tooLarge(name);
    return { bytes: readFileSync(path), name: basename(name) };
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw unreadable(name, codeOf(error));
  }
}

function tooLarge(name: string): Fault {
  return new Fault({
    code: 'import/too-large',
    exit: exitCode.findings,
    words: `${name} is larger than 25 MB.`,
    fix: 'Take the pictures out of it, or copy the text into a plain text file.',
  });
}

function unreadable(name: string, code: string): Fault {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'you may not read it',
    EISDIR: 'it is a folder',
  };
  return new Fault({
    code: 'import/unreadable',
    exit: exitCode.findings,
    words: `${name} cannot be read: ${reasons[code] ?? (code || 'the reason is unknown')}.`,
    fix: 'An address begins with https://; a file is named from the folder that you are in.',
  });
}
