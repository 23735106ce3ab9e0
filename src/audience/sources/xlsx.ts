import { columnsOf } from './columns.js';
import type { OpenSource, RefusedRow, Row, RowBatch } from './source.js';
import { isUnreadable, unreadableRow } from './unreadable.js';
import { xlsxFault } from './xlsx-fault.js';
import { readFormats } from './xlsx-formats.js';
import { type SheetRow, sheetRows, type WrongCell } from './xlsx-sheet.js';
import { mostOfStrings, noStrings, readStrings } from './xlsx-strings.js';
import { mostOfSheet, readWorkbook, sheetOf } from './xlsx-workbook.js';
import { openWorkbookParts, type WorkbookParts } from './xlsx-zip.js';

/** Which sheet the people are in. May be left out where only one visible sheet has anything in it. */
export type XlsxSettings = { readonly sheet?: string };

/** Bytes of the part with the formats. */
const mostOfFormats = 64 << 20;

/**
 * Opens a workbook of Excel 2007 or later, or of any program that writes such. Cells are the texts that a spreadsheet would
 * show, plainly: numbers in full, dates as ISO, TRUE and FALSE, the results of formulas that are in the file. A row with an
 * error in it is refused.
 *
 * The rows are those from row 2 to the last one with anything in it, so that it does not matter whether a program wrote empty
 * rows into the file. Only cells below a column that the first row names count. A row that is hidden, by a filter or by hand,
 * is a Fault: it may be somebody who is not meant.
 *
 * @param shown the path as people know it
 * @throws Fault also where the file is something else, and where it cannot be told which sheet is meant
 */
export async function openXlsxFile(path: string, shown: string, { sheet }: XlsxSettings = {}): Promise<OpenSource> {
  const parts = await openWorkbookParts(path, shown);
  let pieces: Pieces | undefined;
  const close = async () => {
    // The file stays open as long as a part of it is being read.
    await pieces?.return(undefined);
    await parts.close();
  };
  try {
    pieces = await piecesOf(parts, sheet);
    const { header, rest } = await firstRow(pieces);
    const columns = columnsOf(header, 'xlsx');
    return { columns, batches: batches(rest, pieces, columns.length, close), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Pieces = AsyncGenerator<readonly SheetRow[]>;

async function piecesOf(parts: WorkbookParts, wanted: string | undefined): Promise<Pieces> {
  const workbook = await readWorkbook(parts);
  const { part } = await sheetOf(workbook, parts, wanted);
  const { styles, strings, from1904 } = workbook;
  return sheetRows(parts.read(part, mostOfSheet), {
    formats: styles === undefined ? [] : await readFormats(parts.read(styles, mostOfFormats)),
    strings: strings === undefined ? noStrings : await readStrings(parts.read(strings, mostOfStrings)),
    from1904,
  });
}

async function firstRow(
  pieces: Pieces,
): Promise<{ readonly header: readonly string[]; readonly rest: readonly SheetRow[] }> {
  const { value, done } = await pieces.next();
  const [first, ...rest] = done ? [] : value;
  if (first === undefined) throw xlsxFault('empty-sheet');
  if (first.wrong) throw xlsxFault('header-error');
  return { header: first.number === 1 ? first.values : [], rest };
}

const batchSize = 1_000;

async function* batches(
  start: readonly SheetRow[],
  pieces: Pieces,
  width: number,
  close: () => Promise<void>,
): AsyncGenerator<RowBatch> {
  const blank: readonly string[] = Array.from({ length: width }, () => '');
  let rows: Row[] = [];
  let refused: RefusedRow[] = [];
  let last = 1;
  const taken = (): RowBatch => {
    const batch = { rows, refused };
    rows = [];
    refused = [];
    return batch;
  };
  const enter = function* (piece: readonly SheetRow[]): Generator<RowBatch> {
    for (const row of piece) {
      while (last < row.number) {
        last += 1;
        if (last < row.number) rows.push({ number: last, values: blank });
        else if (row.wrong) refused.push(wrongCell(row.number, row.wrong));
        else if (row.values.some(isUnreadable)) refused.push(unreadableRow(row.number));
        else rows.push({ number: row.number, values: row.values });
        if (rows.length + refused.length >= batchSize) yield taken();
      }
    }
  };
  try {
    let failure: { readonly error: unknown } | undefined;
    yield* enter(start);
    try {
      for await (const piece of pieces) yield* enter(piece);
    } catch (error) {
      failure = { error };
    }
    // Rows before one that stops the reading are given all the same.
    if (rows.length + refused.length > 0) yield taken();
    if (failure) throw failure.error;
  } finally {
    await close();
  }
}

function wrongCell(number: number, { cell, kind, error }: WrongCell): RefusedRow {
  const told = {
    error: {
      words: `Cell ${cell} has an error in it${error === undefined ? '' : ` (${error})`}, and no value.`,
      fix: 'Correct the formula in the cell, or type the value.',
    },
    'no-result': {
      words: `Cell ${cell} has a formula whose result is not in the file.`,
      fix: 'Open the file in Excel or LibreOffice, save it, and use that file.',
    },
    'no-number': {
      words: `Cell ${cell} has a number in it that cannot be read.`,
      fix: 'Type the number again.',
    },
  } as const satisfies Record<WrongCell['kind'], { words: string; fix: string }>;
  return { number, reason: 'unreadable', ...told[kind] };
}
