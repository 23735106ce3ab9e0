/** A line of a plain text, and what it seems to be. */
export type Line =
  | { readonly is: 'empty'; readonly number: number }
  | { readonly is: 'words'; readonly number: number; readonly text: string; readonly indent: number }
  | { readonly is: 'bullet' | 'numbered'; readonly number: number; readonly text: string; readonly indent: number }
  /** A cell of a table that was copied as text, with a | on a line of its own beside it. */
  | { readonly is: 'cell'; readonly number: number; readonly text: string; readonly indent: number }
  /** Marks with nothing in them: a lone bullet, the | between two cells. */
  | { readonly is: 'mark'; readonly number: number };

/** What is longer stands below a table, and not in it. */
const longestCell = 60;

/** Reads a text line by line, whatever its line ends. */
export function linesOf(text: string): readonly Line[] {
  const raw = text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n\f\u2028\u2029]/);
  return raw.map((line, index): Line => {
    const number = index + 1;
    const trimmed = line.replace(/[\u00A0\u2007\u202F\t]/g, ' ').trim();
    const indent = line.length - line.trimStart().length;
    if (trimmed === '') return { is: 'empty', number };
    if (/^(?:[-*•·–—|]|\d+[.)])$/.test(trimmed)) return { is: 'mark', number };
    const bullet = /^[-*•·–—]\s+(.*)$/.exec(trimmed)?.[1];
    if (bullet !== undefined) return { is: 'bullet', number, text: bullet, indent };
    const numbered = /^\(?\d{1,3}[.)]\s+(.*)$/.exec(trimmed)?.[1];
    if (numbered !== undefined) return { is: 'numbered', number, text: numbered, indent };
    if (trimmed.length <= longestCell && isBeside(raw, index)) return { is: 'cell', number, text: trimmed, indent };
    return { is: 'words', number, text: trimmed, indent };
  });
}

function isBeside(raw: readonly string[], index: number): boolean {
  return [raw[index - 1], raw[index + 1]].some((line) => line?.trim() === '|');
}
