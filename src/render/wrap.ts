import { breakable, columnsOf } from './columns.js';
import { tagGrammar } from './merge-tags.js';

/** The width of plain-text editions, as GOV.UK Notify sets it: narrow enough for every client and for a quoted reply. */
export const textColumns = 65;

/** RFC 5322 §2.1.1: no line of a message is longer in octets, without its line end. */
const octetLimit = 998;

/**
 * A text in lines of at most so many columns. Line ends in it stay; runs of spaces become one. A web address stands on
 * a line of its own; it, a merge tag and any word that is wider than a line are never broken.
 */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => filled(atomsOf(line), columns));
}

/** What must stay together on a line, and whether a space is to stand before it. */
type Atom = { readonly text: string; readonly space: boolean };

function filled(atoms: readonly Atom[], columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  let isClosed = true;
  for (const { text, space } of atoms) {
    const standsAlone = isAddress(text);
    const room = columns - width - (space ? 1 : 0);
    if (isClosed || standsAlone || columnsOf(text) > room) {
      if (line !== '') lines.push(line);
      line = text;
      width = columnsOf(text);
      isClosed = standsAlone;
    } else {
      line += (space ? ' ' : '') + text;
      width += columnsOf(text) + (space ? 1 : 0);
    }
  }
  return [...lines, line].map((each) => each.trimEnd());
}

// Only the spaces of ASCII: a no-break space is there to keep its words together.
const words = new RegExp(`(?:${tagGrammar}|[^ \\t\\r\\f\\v[]+|\\[)+`, 'g');
const characters = new RegExp(`${tagGrammar}|.`, 'gsu');

function atomsOf(line: string): Atom[] {
  return (line.match(words) ?? []).flatMap((word) => {
    const isWhole = /^[!-~]*$/.test(word) || isAddress(word);
    const pieces = isWhole ? [word] : breakable(word.match(characters) ?? []);
    return pieces.map((text, index) => ({ text, space: index === 0 }));
  });
}

function isAddress(word: string): boolean {
  return /https?:\/\//i.test(word);
}

/** Lines of no more than the octets that mail allows: longer ones are cut between characters, even an address. */
export function withinLimit(lines: readonly string[]): string[] {
  return lines.flatMap(cut);
}

function cut(line: string): string[] {
  if (Buffer.byteLength(line) <= octetLimit) return [line];
  const pieces = [''];
  let octets = 0;
  for (const character of line) {
    octets += Buffer.byteLength(character);
    if (octets > octetLimit) {
      pieces.push('');
      octets = Buffer.byteLength(character);
    }
    pieces[pieces.length - 1] += character;
  }
  return pieces.map((piece) => piece.trimEnd());
}
