import type { SourceKind } from '../../model/audience.js';
import { exitCode, Fault } from '../../model/fault.js';
import { isUnreadable } from './unreadable.js';

type Words = { readonly words: string; readonly fix: string };
type ColumnFault = 'no-header' | 'header-has-address' | 'header-twice' | 'header-unreadable';

const inFirstRow: Readonly<Record<ColumnFault, Words>> = {
  'no-header': {
    words: 'The first row is empty, but it must name the columns.',
    fix: 'Delete the empty rows at the top, or add a row with the names of the columns.',
  },
  'header-has-address': {
    words: 'The first row has an address in it, but it must name the columns.',
    fix: 'Add a row at the top with the names of the columns.',
  },
  'header-twice': {
    words: 'Two columns have the same name.',
    fix: 'Give each column a name of its own in the first row.',
  },
  'header-unreadable': {
    words: 'The name of a column has a letter in it that cannot be read.',
    fix: 'Retype the names of the columns in the first row.',
  },
};

const inFile: Readonly<Record<ColumnFault, Words>> = {
  ...inFirstRow,
  'header-unreadable': {
    ...inFirstRow['header-unreadable'],
    fix: 'Save it again as “CSV UTF-8” (Excel) or with the encoding “Unicode (UTF-8)” (Numbers, LibreOffice).',
  },
};

const inQuery: Readonly<Record<ColumnFault, Words>> = {
  'no-header': {
    words: 'The query gives no columns.',
    fix: 'Write the columns that you need after “select”.',
  },
  'header-has-address': {
    words: 'A column that the query gives is named by an address.',
    fix: 'Give it another name with “as”.',
  },
  'header-twice': {
    words: 'The query gives two columns of the same name.',
    fix: 'Give one of them another name with “as”.',
  },
  'header-unreadable': {
    words: 'The name of a column that the query gives has a letter in it that cannot be read.',
    fix: 'Give the column another name with “as”.',
  },
};

const faults: Readonly<Record<SourceKind, Readonly<Record<ColumnFault, Words>>>> = {
  csv: inFile,
  sendgrid: inFile,
  xlsx: inFirstRow,
  invented: inFirstRow,
  postgres: inQuery,
};

/**
 * The names of the columns of a source, trimmed, composed (NFC) and with single spaces, from what the source calls them. Any
 * number may be without a name.
 *
 * @throws Fault if none has a name, two have the same, one cannot be read, or one is an address: then the row that names
 * the columns is missing, and a person was taken for it.
 */
export function columnsOf(names: readonly string[], kind: SourceKind): string[] {
  const columns = names.map((name) => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
  if (columns.some(isUnreadable)) throw columnFault(kind, 'header-unreadable');
  if (columns.every((column) => column === '')) throw columnFault(kind, 'no-header');
  if (columns.some((column) => column.includes('@'))) throw columnFault(kind, 'header-has-address');
  const seen = new Set<string>();
  for (const column of columns) {
    if (column !== '' && seen.has(column)) throw columnFault(kind, 'header-twice', `It is “${column}”.`);
    seen.add(column);
  }
  return columns;
}

function columnFault(kind: SourceKind, what: ColumnFault, told?: string): Fault {
  const { words, fix } = faults[kind][what];
  const code = `audience/${kind}-${what}`;
  return new Fault({ code, exit: exitCode.findings, words: told === undefined ? words : `${words} ${told}`, fix });
}
