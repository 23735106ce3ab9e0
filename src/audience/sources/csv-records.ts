import Papa from 'papaparse';

/** The next records of a CSV text, cells as they stand. */
export type CsvRecords = {
  readonly records: readonly (readonly string[])[];
  /** The first record whose quotation marks are wrong, if there is one: neither it nor what follows can be relied on. */
  readonly wrong?: { readonly index: number; readonly kind: 'quote-in-cell' | 'quote-not-closed' };
};

/** Cuts a CSV text that comes in pieces into records. A record that is not whole yet waits for the next piece. */
export type CsvCutter = {
  /** The records that are whole with the next piece of text. */
  readonly push: (text: string) => CsvRecords;
  /** How many characters wait. */
  readonly waiting: () => number;
  /** The last record, where the text does not end with a line break. */
  readonly end: () => CsvRecords;
};

type Parsed = {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly row: number; readonly code: string }[];
  readonly meta: { readonly cursor: number };
};

/**
 * Papa Parse's parser as Papa Parse itself uses it for streams, but fed by hand, so that whoever reads sets the pace and
 * decodes the bytes. Quoted cells as in RFC 4180; lines end with a bare line feed; a quotation mark inside a cell that
 * does not begin with one is a letter like others, as in spreadsheets.
 */
export function csvCutter(delimiter: string): CsvCutter {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  let rest = '';
  const cut = (text: string, last: boolean): CsvRecords => {
    const { data, errors, meta } = parser.parse(text, 0, !last) as Parsed;
    rest = last ? '' : text.slice(meta.cursor);
    // An error of the record that waits may be mended by the text to come.
    const [error] = errors;
    if (error === undefined || error.row >= data.length) return { records: data };
    const kind = error.code === 'MissingQuotes' ? 'quote-not-closed' : 'quote-in-cell';
    return { records: data, wrong: { index: error.row, kind } };
  };
  return {
    push: (text) => cut(rest + text, false),
    waiting: () => rest.length,
    end: () => cut(rest, true),
  };
}
