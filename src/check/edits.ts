import type { Edit } from '../model/finding.js';

/**
 * A text with edits made in it, and how many were. Where two overlap, the first is made: the other’s finding is there
 * again at the next look, if it still holds.
 */
export function withEdits(text: string, edits: readonly Edit[]): { readonly text: string; readonly made: number } {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  let made = 0;
  for (const [index, { start, end, text: other }] of inOrder.entries()) {
    const before = inOrder[index - 1];
    const isTwin = before && before.start === start && before.end === end && before.text === other;
    if (start < at || (isTwin && start === end)) continue;
    parts.push(text.slice(at, start), other);
    at = end;
    made += 1;
  }
  return { text: parts.join('') + text.slice(at), made };
}
