import { closeSync, openSync, readSync } from 'node:fs';
import { type CsvDelimiter, type CsvEncoding, csvDelimiters } from '../../model/audience.js';
import type { Fault } from '../../model/fault.js';
import { columnsOf } from './columns.js';
import { csvFault, csvRowFault } from './csv-fault.js';
import { type CsvRecords, csvCutter } from './csv-records.js';
import { type CsvText, csvText } from './csv-text.js';
import type { OpenSource, RefusedRow, Row, RowBatch } from './source.js';
import { isUnreadable, unreadableFile, unreadableRow } from './unreadable.js';

/** What an audience says about its file where the file itself leaves a doubt. */
export type CsvSettings = { readonly encoding?: CsvEncoding; readonly delimiter?: CsvDelimiter };

/** Opens a CSV file. Throws a Fault, also where the system cannot read it; `shown` is its path as people know it. */
export async function openCsvFile(path: string, shown: string, settings: CsvSettings = {}): Promise<OpenSource> {
  return openCsv(fileBytes(path, shown), settings);
}

/** The pieces are read as they are wanted: nothing else is to be done meanwhile, and the thread pool is a detour. */
async function* fileBytes(path: string, shown: string): AsyncGenerator<Uint8Array> {
  const file = attempt(() => openSync(path, 'r'), shown);
  try {
    for (;;) {
      // Bigger pieces are slower: what a piece makes would outlive the young part of the heap.
      const piece = Buffer.allocUnsafe(64 * 1024);
      const length = attempt(() => readSync(file, piece), shown);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function attempt<Result>(read: () => Result, shown: string): Result {
  try {
    return read();
  } catch (error) {
    throw unreadableFile('csv', shown, error);
  }
}

/**
 * Reads a CSV file as spreadsheets and mail programs export it: with or without a byte order mark, in UTF-8 or UTF-16,
 * with any line breaks, line breaks in quoted cells, and a line "sep=;" at the top. Comma, semicolon or tab is what the
 * first row has, if only one of them. Whatever is in doubt is a Fault that says what to write in the audience's file; a
 * row with too many or too few cells is refused. Empty lines are rows with empty cells. Memory is bounded, for a line
 * without an end too.
 */
export async function openCsv(bytes: AsyncIterable<Uint8Array>, settings: CsvSettings = {}): Promise<OpenSource> {
  const texts = csvText(bytes, settings.encoding);
  const close = async () => void (await texts.return(undefined));
  try {
    const { header, separator, rest, damaged } = await firstRow(texts);
    const delimiter = delimiterOf(header, separator, settings.delimiter);
    const columns = columnsOf(headerCells(header, delimiter, damaged), 'csv');
    return { columns, batches: batches({ text: rest, damaged }, texts, delimiter, columns.length), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A row of people's details is a few hundred characters; a million is a file that is no CSV, or a lost quotation mark. */
const longestRow = 1_000_000;

type FirstRow = {
  readonly header: string;
  /** What a line "sep=;" before it says. Spreadsheets neither show nor count that line. */
  readonly separator?: string;
  readonly rest: string;
  readonly damaged: boolean;
};

async function firstRow(texts: AsyncGenerator<CsvText>): Promise<FirstRow> {
  let text = '';
  let damaged = false;
  let ended = false;
  while (!ended) {
    const next = await texts.next();
    if (next.done) ended = true;
    else {
      text += next.value.text;
      damaged ||= next.value.damaged;
    }
    const [line = '', separator] = /^"?sep=([^\n]*?)"?\n/i.exec(text) ?? [];
    const end = endOfRow(text, line.length);
    if (end === -1 && text.length > longestRow) throw csvRowFault('row-too-long', 1);
    if (end === -1 && !ended) continue;
    const header = text.slice(line.length, end === -1 ? undefined : end);
    const rest = end === -1 ? '' : text.slice(end + 1);
    return { header, rest, damaged, ...(separator !== undefined && { separator }) };
  }
  throw csvFault('empty');
}

/** Where the line break is that ends the row, or -1 where the text ends before. */
function endOfRow(text: string, start: number): number {
  let quoted = false;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '"') quoted = !quoted;
    if (text[index] === '\n' && !quoted) return index;
  }
  return -1;
}

function delimiterOf(header: string, separator: string | undefined, declared: CsvDelimiter | undefined): CsvDelimiter {
  if (separator !== undefined) {
    const said = csvDelimiters.find((delimiter) => delimiter === separator.replace('\\t', '\t'));
    if (said === undefined) throw csvFault('delimiter-unknown');
    if (declared !== undefined && said !== declared) throw csvFault('delimiter-not-as-declared');
    return said;
  }
  if (declared !== undefined) return declared;
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const [first, second] = csvDelimiters.filter((delimiter) => unquoted.includes(delimiter));
  if (second !== undefined) throw csvFault('delimiter');
  // One column needs no delimiter, and a row with a comma in it will have a cell too many.
  return first ?? ',';
}

function headerCells(header: string, delimiter: CsvDelimiter, damaged: boolean): readonly string[] {
  const { records, wrong } = csvCutter(delimiter).push(`${header}\n`);
  const cells = records[0];
  if (wrong || cells === undefined) throw csvRowFault(wrong?.kind ?? 'quote-not-closed', 1);
  // A quotation mark in the middle of a name: where the row ends was told by it, and wrongly.
  if (records.length > 1) throw csvRowFault('quote-in-cell', 1);
  if (damaged && cells.some(isUnreadable)) throw csvRowFault('not-utf-8', 1);
  return cells;
}

async function* batches(
  start: CsvText,
  texts: AsyncIterable<CsvText>,
  delimiter: CsvDelimiter,
  width: number,
): AsyncGenerator<RowBatch> {
  const cutter = csvCutter(delimiter);
  const reader = rowReader(width);
  const read = function* (records: CsvRecords) {
    const { batch, fault } = reader.read(records);
    if (batch.rows.length > 0 || batch.refused.length > 0) yield batch;
    if (fault) throw fault;
  };
  reader.expect(start);
  yield* read(cutter.push(start.text));
  for await (const piece of texts) {
    reader.expect(piece);
    yield* read(cutter.push(piece.text));
    if (cutter.waiting() > longestRow) throw reader.faultInNext('row-too-long');
  }
  yield* read(cutter.end());
}

type RowReader = {
  /** Looks at a piece of text before its records are read. */
  readonly expect: (piece: CsvText) => void;
  /** The rows up to the first that is a fault. */
  readonly read: (records: CsvRecords) => { readonly batch: RowBatch; readonly fault?: Fault };
  readonly faultInNext: (what: 'row-too-long') => Fault;
};

function rowReader(width: number): RowReader {
  const blank: readonly string[] = Array.from({ length: width }, () => '');
  let number = 1;
  let unreadable = false;
  let damaged = false;
  let quoted = false;

  const faultOf = (cells: readonly string[]): Fault | undefined => {
    if (damaged && cells.some(isUnreadable)) return csvRowFault('not-utf-8', number);
    if (quoted && hasOtherRows(cells, width)) return csvRowFault('quote-over-rows', number);
    return undefined;
  };

  return {
    expect: (piece) => {
      // Once seen, asked of all later rows: the record that has it may end in any of them.
      unreadable ||= isUnreadable(piece.text);
      damaged ||= piece.damaged;
      quoted ||= piece.text.includes('"');
    },
    read: ({ records, wrong }) => {
      const rows: Row[] = [];
      const refused: RefusedRow[] = [];
      for (const [index, cells] of records.entries()) {
        number += 1;
        const fault = index === wrong?.index ? csvRowFault(wrong.kind, number) : faultOf(cells);
        if (fault) return { batch: { rows, refused }, fault };
        if (cells.length === 1 && cells[0] === '') rows.push({ number, values: blank });
        else if (cells.length !== width) refused.push(wrongCells(number, cells.length, width));
        else if (unreadable && cells.some(isUnreadable)) refused.push(unreadableRow(number));
        else rows.push({ number, values: cells });
      }
      return { batch: { rows, refused } };
    },
    faultInNext: (what) => csvRowFault(what, number + 1),
  };
}

/**
 * Whether a quotation mark that is not closed has made one cell of the ends and beginnings of rows, up to the next
 * quotation mark: the parts of such a cell have as many cells as rows have. Addresses tell it from a note in lines.
 */
function hasOtherRows(cells: readonly string[], width: number): boolean {
  return cells.some((cell, index) => {
    if (!cell.includes('\n') || !cell.includes('@')) return false;
    if (cells.length !== width) return true;
    const lines = cell.split('\n');
    return csvDelimiters.some(
      (delimiter) =>
        width > 1 &&
        lines.every((line, at) => {
          const expected = at === 0 ? width - 1 - index : at === lines.length - 1 ? index : width - 1;
          return line.split(delimiter).length - 1 === expected;
        }),
    );
  });
}

function wrongCells(number: number, found: number, width: number): RefusedRow {
  return {
    number,
    reason: 'cells',
    words: `The row has ${cellCount(found)}, but the first row names ${width === 1 ? '1 column' : `${width} columns`}.`,
    fix: 'Add the missing cells, or put a cell that has the separator in it into quotation marks.',
  };
}

function cellCount(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}
