import { textOf } from '../bytes-to-text.js';
import type { ReadMaterial } from '../found.js';
import { tidied } from '../html-to-mdast.js';
import { importingFault } from '../importing-fault.js';
import { plainMail } from './plain-mail.js';

const mostBytes = 5 << 20;

/** Reads a plain text as one piece. */
export const readText: ReadMaterial = async ({ bytes, type }) => {
  if (bytes.length > mostBytes) throw importingFault('too-big');
  const body = tidied(plainMail(textOf(bytes, type)));
  if (body.children.length === 0) throw importingFault('no-text');
  return { kind: 'text', found: [{ at: 'the text', body }], skipped: [] };
};
