import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, Fault } from '../model/fault.js';
import type { TextFile } from '../model/text-file.js';
import { codeOf } from './disk-fault.js';

/** The folder of the approvals of an issue. */
export function approvalFolder(publication: string, date: string): string {
  return `issues/${publication}/${date}/approvals`;
}

/**
 * The file of one person's approval: each has her own, so that two who approve on two branches do not get in each
 * other's way. Two names never have the same.
 */
export function approvalFile(publication: string, date: string, name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  // Letters outside ASCII are lost, and so might be the difference between two names.
  const digest = createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 6);
  const slug = plain.replace(/^-|-$/g, '').slice(0, 40);
  return `${approvalFolder(publication, date)}/${slug === '' ? digest : `${slug}-${digest}`}.yaml`;
}

/**
 * The approvals of an issue, as texts.
 *
 * @throws Fault (exit 1) where there are some that cannot be read: which those are decides whether the issue may go.
 */
export function readApprovals(root: string, publication: string, date: string): readonly TextFile[] {
  const folder = approvalFolder(publication, date);
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.yaml')).map(({ name }) => name);
    return names.sort().map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    }));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new Fault(
      {
        code: 'workspace/approvals-unreadable',
        exit: exitCode.findings,
        words: `The approvals in ${folder} cannot be read (${codeOf(error) || 'the reason is unknown'}).`,
        fix: 'Check that it is a folder, and that you may read what is in it.',
      },
      { cause: error },
    );
  }
}
