import type { Line } from './lines.js';

/** Longer than this, nobody reads it as a heading. */
const longest = 140;

/** Lines that stand together: with nothing between them that ends a paragraph. */
export type Block = { readonly lines: readonly Extract<Line, { text: string }>[]; readonly isHeading: boolean };

/**
 * A text as blocks, with those that are headings. A heading is a short line by itself without a full stop that has text
 * below it: of several such lines in a row, the last. Where every heading of a text has one paragraph, what stands short
 * between two paragraphs is one, too.
 */
export function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks = paragraphs(lines);
  const maybe = blocks.map((block, index) => isShort(block) && !isSignature(blocks, index));
  const certain = maybe.map((may, index) => may && index + 1 < blocks.length && !maybe[index + 1]);
  return promoted(blocks, certain).map((isHeading, index) => ({ lines: blocks[index] ?? [], isHeading }));
}

type Text = Extract<Line, { text: string }>;

/**
 * Texts are copied with empty lines between paragraphs, or with every paragraph on a line of its own and none between.
 */
function paragraphs(lines: readonly Line[]): readonly (readonly Text[])[] {
  const blocks: Text[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (!('text' in line)) {
      isOpen = false;
      continue;
    }
    const before = blocks.at(-1)?.at(-1);
    const goesOn = isOpen && before !== undefined && belongs(before, line);
    if (goesOn) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    isOpen = true;
  }
  return blocks;
}

/** Whether a line goes on where the one before broke off: a line that was wrapped, or the next entry of a list. */
function belongs(before: Text, line: Text): boolean {
  if (line.is !== 'words') return line.is === before.is;
  return before.is === 'words' && before.text.length > 50 && before.text.length < 100 && /^[\p{Ll}(]/u.test(line.text);
}

function isShort(block: readonly Text[]): boolean {
  const [line, more] = block;
  if (!line || more || line.is !== 'words' || line.text.length > longest || line.indent > 3) return false;
  if (/Continue reading/.test(line.text)) return false;
  return !/[.!?:;,…]["”’)]?$/.test(line.text) || /\?["”’)]?$/.test(line.text);
}

/** Somebody's name with her office below it closes a statement, and opens nothing. */
function isSignature(blocks: readonly (readonly Text[])[], index: number): boolean {
  const [here] = blocks[index] ?? [];
  const [above] = blocks[index - 1] ?? [];
  const [below] = blocks[index + 1] ?? [];
  if (!here) return false;
  return (isNames(here.text) && isOffice(below?.text)) || (isOffice(here.text) && isNames(above?.text));
}

const name = String.raw`\p{Lu}[\p{L}’'.-]*(?:\s+(?:de|da|van|von|al|bin|der|el|la|\p{Lu}[\p{L}’'.-]*)){1,4}`;
const names = new RegExp(`^(?:${name})(?:(?:\\s*,\\s*|\\s+(?:&|and)\\s+)(?:${name}))*$`, 'u');

/** Whether a line is a name, or several. */
export function isNames(text: string | undefined): boolean {
  return text !== undefined && text.length <= 120 && names.test(text);
}

const offices =
  /\b(?:general secretar(?:y|ies)|secretar(?:y|ies)|presidents?|chairs?|chairperson|convenors?|directors?|treasurers?|co-?ordinators?|officers?|ministers?|leaders?|representatives?|MP|MSP|MEP)\b/i;

/** Whether a line is what somebody is, and no sentence. */
export function isOffice(text: string | undefined): boolean {
  return text !== undefined && text.length <= 80 && offices.test(text) && !/[.!?]$/.test(text);
}

/** Headings with the regular ones among what has a full stop at its end. */
function promoted(blocks: readonly (readonly Text[])[], certain: readonly boolean[]): readonly boolean[] {
  const starts = certain.flatMap((is, index) => (is ? [index] : []));
  const sizes = starts.map((start, at) => (starts[at + 1] ?? blocks.length) - start);
  const regular = sizes.filter((size) => size === 2).length;
  if (regular < 3) return certain;
  const more = new Set(
    starts.flatMap((start, at) => {
      const middle = blocks[start + 2];
      return sizes[at] === 4 && isTitleLike(middle, blocks[start + 3]) ? [start + 2] : [];
    }),
  );
  return certain.map((is, index) => is || more.has(index));
}

function isTitleLike(block: readonly Text[] | undefined, below: readonly Text[] | undefined): boolean {
  const [line, second] = block ?? [];
  const next = below?.[0];
  if (!line || second || line.is !== 'words' || next?.is !== 'words') return false;
  return line.text.length <= longest && next.text.length > line.text.length * 1.5;
}
