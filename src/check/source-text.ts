import type { Edit } from '../model/finding.js';
import type { Place } from '../model/place.js';
import type { TextFile } from '../model/text-file.js';

/** A text file that knows where its lines begin. Offsets count UTF-16 units from 0. */
export type SourceText = TextFile & { readonly lineStarts: readonly number[] };

export function sourceText({ path, text }: TextFile): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { path, text, lineStarts };
}

/** The place of an offset. */
export function placeAt({ path, lineStarts }: SourceText, offset: number): Place {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file: path, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** The offset of a line and a column, both from 1. */
export function offsetAt({ lineStarts, text }: SourceText, line: number, column: number): number {
  return Math.min((lineStarts[line - 1] ?? text.length) + column - 1, text.length);
}

/** The edit that puts other text in the place of a range. */
export function replacing({ path }: SourceText, start: number, end: number, text: string): Edit {
  return { file: path, start, end, text };
}
