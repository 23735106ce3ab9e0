import type { Edition } from '../../model/edition.js';
import { digestOf } from '../../render/digest.js';
import { readApprovedEdition } from '../../workspace/approved-editions.js';

/** The edition that was approved under a digest, if this computer still has it: that one, and nothing else. */
export function approvedEdition(root: string, digest: string): Edition | undefined {
  const kept = readApprovedEdition(root, digest);
  if (!kept) return undefined;
  const { lang, subject, preheader, html, text, mergeFields, items } = kept;
  return digestOf({ lang, subject, preheader, html, text, mergeFields, items }) === digest ? kept : undefined;
}
