import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const digest = createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 6);
  return `${approvalFolder(publication, date)}/${`${plain.replace(/^-|-$/g, '').slice(0, 40)}-${digest}`.replace(/^-/, '')}.yaml`;
}

/** The approvals of an issue, as texts. */
export function readApprovals(root: string, publication: string, date: string): readonly TextFile[] {
  const folder = approvalFolder(publication, date);
  try {
    const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'));
    return names.sort().map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    }));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
