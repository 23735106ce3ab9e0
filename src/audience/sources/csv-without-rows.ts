import type { CsvSettings } from './csv.js';
import { csvRows } from './csv-rows.js';

/**
 * The bytes of a CSV file without some of its rows. All else stays, byte by byte: the encoding and its mark, line breaks,
 * quotation marks, rows that cannot be read. The rest may be read differently all the same, where nothing but the rows
 * that are gone told the encoding, or where they stood between a carriage return and a line feed: whoever replaces a file
 * must look at what the reader makes of the new one.
 *
 * @param without numbers of rows as the reader of CSV files counts them; 0 and 1 are no rows of people, and stay
 * @param bytes of a file that the reader takes
 */
export async function* csvWithoutRows(
  bytes: AsyncIterable<Uint8Array>,
  without: ReadonlySet<number>,
  settings: CsvSettings = {},
): AsyncGenerator<Uint8Array> {
  for await (const rows of csvRows(bytes, settings)) {
    for (const { number, bytes } of rows) if (number < 2 || !without.has(number)) yield bytes;
  }
}
