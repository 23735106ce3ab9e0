/** One cell: what is seen, and how it is styled once its width is known. */
export type Cell = {
  readonly text: string;
  readonly style?: (text: string) => string;
  readonly align?: 'left' | 'right';
};

/** Rows as lines of a table with two spaces between the columns; columns are as wide as their widest cell. */
export function table(rows: readonly (readonly Cell[])[]): string {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, column) => Math.max(all[column] ?? 0, width(cell.text))),
    [],
  );
  return rows
    .map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0, column === row.length - 1)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}

function padded({ text, style = (plain) => plain, align = 'left' }: Cell, size: number, isLast: boolean): string {
  const space = ' '.repeat(Math.max(0, size - width(text)));
  if (align === 'right') return space + style(text);
  return isLast ? style(text) : style(text) + space;
}

/** Letters, not code units: accents that combine take no room. */
function width(text: string): number {
  return [...text.normalize('NFC')].length;
}
