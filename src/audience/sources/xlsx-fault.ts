import { exitCode, Fault } from '../../model/fault.js';

const saveAsXlsx = 'Open it in its own program and save it as “Excel Workbook (.xlsx)”.';
const saveAgain = 'Open it in Excel or LibreOffice and save it under another name, or export it again.';
const nameTheSheet = 'Write “sheet:” with the name of the right one below “source” in the audience’s file.';

const faults = {
  empty: { words: 'The file is empty.', fix: 'Export it again.' },
  'is-xls': { words: 'This is a workbook of an old version of Excel (.xls).', fix: saveAsXlsx },
  'is-xlsb': { words: 'This is a binary workbook (.xlsb).', fix: saveAsXlsx },
  'is-ods': { words: 'This is an OpenDocument file (.ods), not an Excel workbook.', fix: saveAsXlsx },
  'is-numbers': {
    words: 'This is a document of Numbers, not an Excel workbook.',
    fix: 'Open it in Numbers and export it as Excel or as CSV.',
  },
  'is-text': {
    words: 'This is a text file, such as CSV, and not an Excel workbook.',
    fix: 'Write “kind: csv” below “source” in the audience’s file if it is CSV, or save it as “Excel Workbook (.xlsx)”.',
  },
  'is-markup': {
    words: 'This is a web page or an XML file with the name of an Excel workbook.',
    fix: 'Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.',
  },
  'not-xlsx': { words: 'This is not an Excel workbook but something else.', fix: saveAsXlsx },
  password: {
    words: 'The workbook is protected with a password, so nobody but its owner can read it.',
    fix: 'Open it, save it without a password in audiences/private/, and delete that file afterwards.',
  },
  damaged: { words: 'The workbook is damaged, or a part of it is missing.', fix: saveAgain },
  doctype: { words: 'The workbook has declarations in it that no program writes into one.', fix: saveAgain },
  'too-big': {
    words: 'The workbook unpacks to far more than a list of people can be.',
    fix: 'Look whether it is the right file. If it is, save the sheet as “CSV UTF-8” and use that.',
  },
  'no-sheets': { words: 'The workbook has no sheet with anything in it.', fix: 'Look whether it is the right file.' },
  'empty-sheet': { words: 'There is nothing in the sheet.', fix: nameTheSheet },
  'which-sheet': { words: 'More than one sheet of the workbook has something in it.', fix: nameTheSheet },
  'no-such-sheet': { words: 'The workbook has no sheet with the name that the audience’s file gives.', fix: '' },
  'header-error': {
    words: 'A cell of the first row, which must name the columns, has an error or a formula without a result.',
    fix: 'Type the names of the columns into the first row.',
  },
} as const satisfies Record<string, { words: string; fix: string }>;

/** What stops the reading of a workbook as a whole. */
export function xlsxFault(
  what: keyof typeof faults,
  { told, fix }: { readonly told?: string; readonly fix?: string } = {},
): Fault {
  const { words, fix: usual } = faults[what];
  return fault(what, told === undefined ? words : `${words} ${told}`, fix ?? usual);
}

const rowFaults = {
  'hidden-row': {
    words: (row: string) => `${row} is hidden, so it cannot be told whether the person in it is meant.`,
    fix: 'Show all rows (in Excel: Data, Clear) and delete those that are not meant, or copy the others into a file of their own.',
  },
  'rows-disordered': {
    words: (row: string) => `The workbook is damaged: ${row}, or a cell in it, stands in the wrong place.`,
    fix: saveAgain,
  },
  'row-too-long': {
    words: (row: string) => `${row} is longer than a million characters: this is not a row of people’s details.`,
    fix: 'Look whether it is the right file and the right sheet.',
  },
} as const satisfies Record<string, { words: (row: string) => string; fix: string }>;

/** What stops the reading of a sheet at a row. */
export function xlsxRowFault(what: keyof typeof rowFaults, row: number): Fault {
  const { words, fix } = rowFaults[what];
  return fault(what, words(`Row ${row}`), fix);
}

function fault(what: string, words: string, fix: string): Fault {
  return new Fault({ code: `audience/xlsx-${what}`, exit: exitCode.findings, words, fix });
}
