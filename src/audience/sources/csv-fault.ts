import { exitCode, Fault } from '../../model/fault.js';

const saveAsUtf8 =
  'Save it again as “CSV UTF-8” (Excel) or with the encoding “Unicode (UTF-8)” (Numbers, LibreOffice).';

const saveAsCsv = 'Open it in its own program and save it as “CSV UTF-8”.';

const faults = {
  'not-csv': { words: 'This is not a CSV file but something else, such as a workbook or an archive.', fix: saveAsCsv },
  empty: { words: 'The file is empty.', fix: 'Export it again, with the names of the columns in the first row.' },
  encoding: { words: 'It cannot be told in which encoding the file is.', fix: saveAsUtf8 },
  'encoding-not-as-declared': {
    words: 'The file is not in the encoding that the audience declares.',
    fix: 'Correct or remove “encoding” in the audience’s file.',
  },
  'cut-off': {
    words: 'The file ends in the middle of a letter: a part of it is missing.',
    fix: 'Export or copy it again.',
  },
  delimiter: {
    words: 'It cannot be told what separates the columns: the first row has more than one of comma, semicolon and tab.',
    fix: 'Say which in the audience’s file, below “source”: delimiter: comma, semicolon or tab.',
  },
  'delimiter-unknown': {
    words: 'The first line says that the columns are separated by something that is neither comma, semicolon nor tab.',
    fix: 'Export it again with commas, semicolons or tabs between the columns.',
  },
  'delimiter-not-as-declared': {
    words: 'The first line of the file and the audience’s file say different things about what separates the columns.',
    fix: 'Correct or remove “delimiter” in the audience’s file.',
  },
} as const satisfies Record<string, { words: string; fix: string }>;

/** What stops the reading of a CSV file as a whole. */
export function csvFault(what: keyof typeof faults, told?: string): Fault {
  const { words, fix } = faults[what];
  return fault(what, told === undefined ? words : `${words} ${told}`, fix);
}

const rowFaults = {
  'not-utf-8': {
    words: (row: string) =>
      `${row} has a letter in it that is not in UTF-8. Most probably the file is in Windows-1252.`,
    fix: `${saveAsUtf8} If you cannot, write encoding: windows-1252 in the audience’s file and look at the names in the preview.`,
  },
  'quote-in-cell': {
    words: (row: string) =>
      `${row} has a cell with text after its closing quotation mark, so the rows after it cannot be told apart.`,
    fix: 'Write each quotation mark inside a quoted cell twice, or take it out, or export the file again.',
  },
  'quote-not-closed': {
    words: (row: string) =>
      `${row} opens a quotation mark that is never closed, so the rows after it cannot be told apart.`,
    fix: 'Close it, or take it out, or export the file again.',
  },
  'quote-over-rows': {
    words: (row: string) =>
      `${row} has a quoted cell with what looks like other rows in it: a quotation mark is probably missing.`,
    fix: 'Close the quotation mark. If the cell is right, take the line breaks in it out.',
  },
  'row-too-long': {
    words: (row: string) => `${row} is longer than a million characters: this is not a row of people’s details.`,
    fix: 'Look for a quotation mark that is not closed, or export the file again.',
  },
} as const satisfies Record<string, { words: (row: string) => string; fix: string }>;

/** What stops the reading of a CSV file at a row, counted as a spreadsheet does. */
export function csvRowFault(what: keyof typeof rowFaults, row: number): Fault {
  const { words, fix } = rowFaults[what];
  return fault(what, words(`Row ${row}`), fix);
}

function fault(what: string, words: string, fix: string): Fault {
  return new Fault({ code: `audience/csv-${what}`, exit: exitCode.findings, words, fix });
}
