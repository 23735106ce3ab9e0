import { isUtf8 } from 'node:buffer';
import { type CsvDelimiter, type CsvEncoding, csvDelimiters } from '../../model/audience.js';
import type { CsvSettings } from './csv.js';
import { csvCutter } from './csv-records.js';

/** A row of a CSV file as the bytes that it is, with those of its line break. */
export type CsvRow = {
  /** As the reader of CSV files counts it: the row that names the columns is 1, and what stands before it is 0. */
  readonly number: number;
  readonly bytes: Buffer;
  /** Its cells as they stand. A file whose encoding is in doubt is read so that an address in it is found. */
  readonly cells: () => readonly string[];
  /** The row as one text, for a first look: cheaper than its cells. */
  readonly text: () => string;
};

/**
 * Cuts a CSV file into its rows without changing anything: all their bytes together are the file. What a row is, is told
 * as the reader of CSV files tells it, for a file that the reader takes; of another one, the rows cannot be relied on.
 */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  settings: CsvSettings = {},
): AsyncGenerator<readonly CsvRow[]> {
  let held = Buffer.alloc(0);
  let cut: Cut | undefined;
  for await (const piece of bytes) {
    held = Buffer.concat([held, piece]);
    if (held.length < sniffed) continue;
    cut ??= rowCutter(lettersOf(held, settings), settings);
    const { rows, rest } = cut(held, false);
    held = held.subarray(held.length - rest);
    if (rows.length > 0) yield rows;
  }
  cut ??= rowCutter(lettersOf(held, settings), settings);
  const { rows } = cut(held, true);
  if (rows.length > 0) yield rows;
}

/** As many bytes as tell UTF-16 without a mark, see csv-text.ts. */
const sniffed = 1_024;

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** How a file writes letters, as far as line breaks, quotation marks and delimiters go. */
type Letters = {
  /** Bytes of one. */
  readonly size: 1 | 2;
  readonly at: (bytes: Buffer, index: number) => number;
  readonly text: (bytes: Buffer) => string;
  /** Bytes of the byte order mark. */
  readonly mark: number;
};

function lettersOf(start: Buffer, { encoding }: CsvSettings): Letters {
  const beginsWith = (...mark: readonly number[]) => mark.every((byte, index) => start[index] === byte);
  if (beginsWith(0xef, 0xbb, 0xbf)) return { ...singleBytes, mark: 3 };
  if (beginsWith(0xff, 0xfe)) return { ...littleEnd, mark: 2 };
  if (beginsWith(0xfe, 0xff)) return { ...bigEnd, mark: 2 };
  if (encoding !== undefined) return declaredLetters[encoding];
  const head = start.subarray(0, sniffed);
  const zeros = (odd: number) => head.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(0) + zeros(1) <= head.length / 4) return singleBytes;
  return zeros(0) === 0 ? littleEnd : bigEnd;
}

const singleBytes: Letters = {
  size: 1,
  at: (bytes, index) => bytes[index] ?? 0,
  text: (bytes) => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1'),
  mark: 0,
};

const littleEnd: Letters = {
  size: 2,
  at: (bytes, index) => bytes.readUInt16LE(index),
  text: (bytes) => bytes.toString('utf16le'),
  mark: 0,
};

const bigEnd: Letters = {
  size: 2,
  at: (bytes, index) => bytes.readUInt16BE(index),
  text: (bytes) =>
    Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le'),
  mark: 0,
};

const declaredLetters: Readonly<Record<CsvEncoding, Letters>> = {
  'utf-8': singleBytes,
  'windows-1252': singleBytes,
  'utf-16le': littleEnd,
  'utf-16be': bigEnd,
};

/** The rows that are whole, and how many bytes at the end belong to one that is not. */
type Cut = (bytes: Buffer, last: boolean) => { readonly rows: readonly CsvRow[]; readonly rest: number };

function rowCutter(letters: Letters, { delimiter: declared }: CsvSettings): Cut {
  let number = 0;
  let isFirst = true;
  let delimiter: CsvDelimiter | undefined = declared;
  const row = (bytes: Buffer): CsvRow => {
    const text = () => letters.text(bytes).replaceAll(/\r\n?/g, '\n');
    return { number, bytes, text, cells: () => cellsOf(text(), delimiter ?? ',') };
  };
  return (bytes, last) => {
    const rows: CsvRow[] = [];
    let start = 0;
    if (isFirst) {
      const line = firstLine(bytes, letters, last);
      if (line === undefined) return { rows, rest: bytes.length };
      isFirst = false;
      const separator = /^"?sep=([^\n]*?)"?\n/i.exec(line.text)?.[1];
      delimiter = csvDelimiters.find((one) => one === separator?.replace('\\t', '\t')) ?? delimiter;
      start = separator === undefined ? letters.mark : line.end;
      if (start > 0) rows.push(row(bytes.subarray(0, start)));
    }
    while (start < bytes.length) {
      const end = endOfRow(bytes, start, letters, number === 0 ? undefined : delimiter, last);
      if (end === undefined) break;
      number += 1;
      const next = row(bytes.subarray(start, end));
      if (number === 1) delimiter ??= delimiterIn(next.text());
      rows.push(next);
      start = end;
    }
    return { rows, rest: bytes.length - start };
  };
}

/** The line that may say what the delimiter is, whatever quotation marks are in it. */
function firstLine(
  bytes: Buffer,
  letters: Letters,
  last: boolean,
): { readonly text: string; readonly end: number } | undefined {
  for (let at = letters.mark; at + letters.size <= bytes.length; at += letters.size) {
    const end = endOfBreak(bytes, at, letters, last);
    if (end === 'unknown') return undefined;
    if (end !== undefined) return { text: `${letters.text(bytes.subarray(letters.mark, at))}\n`, end };
  }
  return last ? { text: '', end: letters.mark } : undefined;
}

/**
 * Where a row ends, or nothing where that is not in these bytes. A quotation mark means something where a cell begins
 * with one; in the row that names the columns, whose delimiter is not known yet, everywhere.
 */
function endOfRow(
  bytes: Buffer,
  start: number,
  letters: Letters,
  delimiter: CsvDelimiter | undefined,
  last: boolean,
): number | undefined {
  const { size, at: letterAt } = letters;
  const between = delimiter?.charCodeAt(0);
  let cell = start;
  let isQuotedCell = between === undefined;
  let quoted = false;
  for (let at = start; at + size <= bytes.length; at += size) {
    const letter = letterAt(bytes, at);
    if (letter === quote) {
      if (at === cell) isQuotedCell = true;
      if (isQuotedCell) quoted = !quoted;
    } else if (quoted) continue;
    else if (letter === between) {
      cell = at + size;
      isQuotedCell = false;
    } else {
      const end = endOfBreak(bytes, at, letters, last);
      if (end === 'unknown') return undefined;
      if (end !== undefined) return end;
    }
  }
  return last ? bytes.length : undefined;
}

/** Where the line break ends that begins here, if one does; unknown where a second letter of it may follow. */
function endOfBreak(
  bytes: Buffer,
  at: number,
  { size, at: letterAt }: Letters,
  last: boolean,
): number | 'unknown' | undefined {
  const letter = letterAt(bytes, at);
  const next = at + size;
  if (letter === lineFeed) return next;
  if (letter !== carriageReturn) return undefined;
  if (next + size > bytes.length) return last ? bytes.length : 'unknown';
  return letterAt(bytes, next) === lineFeed ? next + size : next;
}

/** The one that the row with the names of the columns has. The reader has refused files in which there are two. */
function delimiterIn(header: string): CsvDelimiter {
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  return csvDelimiters.find((one) => unquoted.includes(one)) ?? ',';
}

function cellsOf(text: string, delimiter: CsvDelimiter): readonly string[] {
  const cutter = csvCutter(delimiter);
  const { records } = cutter.push(text);
  return records[0] ?? cutter.end().records[0] ?? [''];
}
