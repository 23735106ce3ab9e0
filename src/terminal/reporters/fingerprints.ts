import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.js';

/**
 * By what other programs know a finding again when lines above it come or go: SHA-256 in hex over the rule, the file and
 * the words. What would be the same gets a number, in order of place.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, place, words }) => {
    const key = JSON.stringify([rule, place?.file ?? '', words]);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return createHash('sha256').update(`${key}\0${number}`).digest('hex');
  });
}
