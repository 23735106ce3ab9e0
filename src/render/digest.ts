import { createHash } from 'node:crypto';

/**
 * SHA-256 in hex over named parts. Equal parts give an equal digest whatever their order, and different parts a
 * different one: the parts go in sorted by name, as JSON, whose quotation marks keep one part from running into the next.
 */
export function digestOf(parts: Readonly<Record<string, string | readonly string[]>>): string {
  const sorted = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted), 'utf8').digest('hex');
}
