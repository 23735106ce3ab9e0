import type { Place } from '../../model/place.js';
import type { Position } from './tree.js';

/** The offset of the first character of each line; line ends are those that Handlebars' lexer counts. */
export function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)];
}

/** The offset of a position in the text whose line starts are given. */
export function offsetOf(starts: readonly number[], { line, column }: Position): number {
  return (starts[line - 1] ?? 0) + column;
}

/** The place of an offset in a file whose line starts are given. */
export function placeAt(file: string, starts: readonly number[], offset: number): Place {
  let line = starts.findIndex((start) => start > offset);
  if (line === -1) line = starts.length;
  return { file, line, column: offset - (starts[line - 1] ?? 0) + 1 };
}
