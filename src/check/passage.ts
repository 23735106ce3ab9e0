import type { Edit } from '../model/finding.js';
import type { Place } from '../model/place.js';
import { placeAt, replacing, type SourceText } from './source-text.js';

export const passageRoles = [
  'title',
  'summary',
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'cell',
  'label',
  'ask',
  'wording',
  'excerpt',
  'signatory',
  'place',
  'alt',
  'credit',
  'partner',
  'update',
  'outcome',
  'subject',
  'preheader',
  'section-title',
] as const;
export type PassageRole = (typeof passageRoles)[number];

/** A stretch of a text, from an offset up to another. */
export type Stretch = { readonly from: number; readonly to: number };

/** A stretch of a passage and the offset in the file at which it stands, letter by letter. */
type Span = Stretch & { readonly offset: number };

/** Words that readers see as one run, without the marks of Markdown, and the way back to where they were written. */
export type Passage = {
  readonly file: SourceText;
  readonly role: PassageRole;
  /** The dotted path of the setting that has them, or 'body', or 'versions.<publication>.body'. */
  readonly path: string;
  readonly text: string;
  /** In order. What is in none of them (a character that was written as an escape) has the place before it. */
  readonly spans: readonly Span[];
  /** What is in it but is not its prose: code, addresses shown as they are, merge tags, words in another language. */
  readonly apart: readonly Stretch[];
  /** What of it stands in bold or in italics, and what is the words of a link. */
  readonly strong: readonly Stretch[];
  readonly emphasised: readonly Stretch[];
  readonly linked: readonly Stretch[];
};

/** The place in the file of an offset in a passage. */
export function placeIn({ file, spans }: Passage, at: number): Place {
  const span = spans[spanBefore(spans, at)] ?? spans[0];
  if (!span) return { file: file.path, line: 1, column: 1 };
  return placeAt(file, span.offset + Math.min(Math.max(at - span.from, 0), Math.max(span.to - span.from - 1, 0)));
}

/** The index of the last span that begins at an offset or before it; -1 if there is none. */
function spanBefore(spans: readonly Span[], at: number): number {
  let low = -1;
  let high = spans.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((spans[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The edit that changes a stretch of a passage; undefined if it was not written in one piece, letter by letter. */
export function editIn({ file, spans }: Passage, { from, to }: Stretch, text: string): Edit | undefined {
  const span = spans.find((one) => one.from <= from && to <= one.to);
  if (!span) return undefined;
  const start = span.offset + from - span.from;
  return replacing(file, start, start + to - from, text);
}

/** Whether any of a stretch is not prose: code, an address, a merge tag, another language. */
export function isApart({ apart }: Passage, { from, to }: Stretch): boolean {
  return apart.some((one) => one.from < to && from < one.to);
}

/** Every match of a pattern (with the flag "g") in the prose of a passage. */
export function* matchesIn(passage: Passage, pattern: RegExp): Generator<RegExpExecArray & Stretch> {
  for (const match of passage.text.matchAll(pattern)) {
    const stretch = { from: match.index, to: match.index + match[0].length };
    if (!isApart(passage, stretch)) yield Object.assign(match as RegExpExecArray, stretch);
  }
}
