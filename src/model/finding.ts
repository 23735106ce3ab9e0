import type { Place } from './place.js';

export type Severity = 'error' | 'warning' | 'info';

/** What a check says about the editors' material. The place is printed beside the words, never inside them. */
export type Finding = {
  /** A permanent id, "room/what-is-wrong". */
  readonly rule: string;
  readonly severity: Severity;
  readonly place?: Place;
  /** What is wrong, in an editor's words. */
  readonly words: string;
  /** What to do about it. */
  readonly fix?: string;
  /** Changes of files that mend it without anybody having to decide anything. */
  readonly edits?: readonly Edit[];
};

/** Other text in the place of a range of a file. Offsets count UTF-16 units of the file's text, from 0. */
export type Edit = { readonly file: string; readonly start: number; readonly end: number; readonly text: string };

export function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

/** Adds to a list of findings those that are not in it yet. */
export function addNew(findings: Finding[], more: readonly Finding[]): void {
  const seen = new Set(findings.map((finding) => JSON.stringify(finding)));
  for (const finding of more) {
    const key = JSON.stringify(finding);
    if (!seen.has(key)) findings.push(finding);
    seen.add(key);
  }
}

/** Findings in the order in which a person would mend them: by file, line and column; those without a place first. */
export function inOrderOfPlace(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
