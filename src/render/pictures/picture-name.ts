import { createHash } from 'node:crypto';
import type { PictureFile } from './prepare.js';

/**
 * The name of a picture beside its edition: "images/cuba-1a2b3c4d.jpg". It is of the picture as the editor saved it and
 * of the width wanted, not of the bytes made of it: an edition names it, and must not change with the encoder.
 */
export function pictureName(src: string, saved: Uint8Array, width: number, type: PictureFile['type']): string {
  const digest = createHash('sha256').update(`${width}\0`).update(saved).digest('hex').slice(0, 8);
  return `images/${plainName(src)}-${digest}.${type}`;
}

/** The file's own name, without its ending, in letters that need no escaping in a web address. */
function plainName(src: string): string {
  const name = src.slice(src.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 40).replace(/-$/, '') || 'picture';
}
