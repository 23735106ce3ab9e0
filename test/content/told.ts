import type { Finding } from '../../src/model/finding.js';

/** Findings as an editor gets them, without what they are called: "3:7 This is empty. Fix". */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ place, words, fix }) =>
    [`${place?.line}:${place?.column}`, words, ...(fix === undefined ? [] : [fix])].join(' '),
  );
}
