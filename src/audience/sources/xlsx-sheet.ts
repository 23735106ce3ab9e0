import { xlsxRowFault } from './xlsx-fault.js';
import type { CellFormat } from './xlsx-formats.js';
import type { SharedStrings } from './xlsx-strings.js';
import { textCollector, unescaped } from './xlsx-text.js';
import { plainDate, plainNumber } from './xlsx-values.js';
import { isTrue } from './xlsx-workbook.js';
import { readXml } from './xlsx-xml.js';

/** What the cells of a sheet need to be read. */
export type CellContext = {
  readonly strings: SharedStrings;
  readonly formats: readonly CellFormat[];
  readonly from1904: boolean;
};

/** A row with something in it. */
export type SheetRow = {
  readonly number: number;
  /** Up to the last column that the first row names. */
  readonly values: readonly string[];
  /** The first cell that has no value that can be read. */
  readonly wrong?: WrongCell;
};

export type WrongCell = {
  /** Like C12. */
  readonly cell: string;
  readonly kind: 'error' | 'no-result' | 'no-number';
  /** What an error is called, like #N/A. */
  readonly error?: string;
};

const lastRow = 1_048_576;
const lastColumn = 16_384;
const longestRow = 1_000_000;

/**
 * Reads the rows of a sheet that have anything in them (ECMA-376 part 1, 18.3.1). The first one is taken for the names of
 * the columns: what stands to the right of its last name is nobody's, and left out.
 *
 * @throws Fault where the sheet is damaged, or a row with something in it is hidden
 */
export async function* sheetRows(
  part: AsyncIterable<Uint8Array>,
  { strings, formats, from1904 }: CellContext,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  /** How many columns the first row names. */
  let width: number | undefined;

  let inData = false;
  let number = 0;
  let isHidden = false;
  let column = -1;
  let length = 0;
  let values: string[] = [];
  let wrong: WrongCell | undefined;

  let type = 'n';
  let format: CellFormat = 'plain';
  let reference = '';
  let written: string | undefined;
  let inValue = false;
  let hasFormula = false;
  let inCell = false;
  const inline = textCollector();

  const openRow = ({ r, hidden }: Readonly<Record<string, string>>) => {
    const next = r === undefined ? number + 1 : Number(r);
    if (!Number.isInteger(next) || next <= number || next > lastRow) throw xlsxRowFault('rows-disordered', number + 1);
    number = next;
    isHidden = isTrue(hidden);
    column = -1;
    length = 0;
    values = Array.from({ length: width ?? 0 }, () => '');
    wrong = undefined;
  };

  const openCell = ({ r, t = 'n', s }: Readonly<Record<string, string>>) => {
    const next = r === undefined ? column + 1 : columnOf(r, number);
    if (next === undefined || next <= column || next >= lastColumn) throw xlsxRowFault('rows-disordered', number);
    column = next;
    inCell = true;
    type = t;
    format = (s === undefined ? undefined : formats[Number(s)]) ?? 'plain';
    reference = r ?? `${lettersOf(column)}${number}`;
    written = undefined;
    hasFormula = false;
  };

  const cellValue = (): string | WrongCell => {
    const text = inline.take();
    if (type === 'inlineStr') return written === undefined ? text : unescaped(written);
    if (type === 'str' && written !== undefined) return unescaped(written);
    // A result that is empty is a text; a program that does not compute leaves out results of every kind.
    if (written === undefined || written === '') return hasFormula ? { cell: reference, kind: 'no-result' } : '';
    if (type === 's') {
      const shared = strings.at(/^\d+$/.test(written.trim()) ? Number(written) : Number.NaN);
      if (shared === undefined) throw xlsxRowFault('rows-disordered', number);
      return shared;
    }
    if (type === 'b') return isTrue(written) ? 'TRUE' : 'FALSE';
    if (type === 'd') return plainDate(written, format);
    if (type === 'n') return plainNumber(written, format, from1904) ?? { cell: reference, kind: 'no-number' };
    if (type !== 'e') throw xlsxRowFault('rows-disordered', number);
    return { cell: reference, kind: 'error', ...(knownErrors.includes(written) && { error: written }) };
  };

  const closeCell = () => {
    inCell = false;
    const value = cellValue();
    if (column >= (width ?? lastColumn)) return;
    if (typeof value === 'object') {
      wrong ??= value;
      return;
    }
    if (value === '') return;
    length += value.length;
    if (length > longestRow) throw xlsxRowFault('row-too-long', number);
    // Cells that the file leaves out are empty.
    while (values.length < column) values.push('');
    values[column] = value;
  };

  const closeRow = () => {
    if (wrong === undefined && length === 0) return;
    if (isHidden) throw xlsxRowFault('hidden-row', number);
    width ??= values.length;
    rows.push({ number, values, ...(wrong !== undefined && { wrong }) });
  };

  const reader = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (!inData) inData = name === 'sheetData';
      else if (name === 'c') openCell(attributes);
      else if (name === 'row') openRow(attributes);
      else if (!inCell) return;
      else if (name === 'v') {
        inValue = true;
        written = '';
      } else if (name === 'f') hasFormula = true;
      else inline.open(name);
    },
    close: (name: string) => {
      if (!inData) return;
      if (name === 'sheetData') inData = false;
      else if (name === 'c') closeCell();
      else if (name === 'row') closeRow();
      else if (name === 'v') inValue = false;
      else inline.close(name);
    },
    text: (text: string) => {
      if (inValue) written = (written ?? '') + text;
      else if (inCell) inline.text(text);
    },
  };

  for await (const _ of readXml(part, reader)) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

/** The errors of Excel; none has anything of a person in it. */
const knownErrors: readonly string[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#BUSY!',
];

/** The place of a column from a reference like AB12, counted from 0, or nothing where it is not of this row. */
function columnOf(reference: string, row: number): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at > 0 && at < 4 && Number(reference.slice(at)) === row ? column - 1 : undefined;
}

/** What a column is called, like AB. */
function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}
