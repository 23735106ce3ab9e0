import type { SuppressedAddress, SuppressionReason } from '../model/suppression.js';
import { suppressionReasons } from '../model/suppression.js';
import { canonicalAddress, isRefused } from './address.js';
import type { Row, RowBatch } from './sources/source.js';

/** The columns of a file of suppressions, as mailout writes it and reads it. */
export const suppressionColumns = ['address', 'reason', 'group', 'since'] as const;

type Column = (typeof suppressionColumns)[number];

/** A row that says nothing that can be written down, in words that repeat nothing of what is in it. */
export type UnusedRow = { readonly row: number; readonly words: string; readonly fix: string };

export type SuppressionRows = {
  readonly entries: readonly SuppressedAddress[];
  readonly unused: readonly UnusedRow[];
};

/** How a file is to be read where it does not say so itself. */
export type RowReading = {
  /** The names of the file's columns. */
  readonly columns: readonly string[];
  /** The column that has the addresses. */
  readonly address: string;
  /** The reason and the time of rows that have none. */
  readonly reason: SuppressionReason;
  readonly since: string;
};

/** What the rows of a file say about who must not be written to. */
export function suppressionRows({ rows, refused }: RowBatch, reading: RowReading): SuppressionRows {
  const entries: SuppressedAddress[] = [];
  const unused: UnusedRow[] = refused.map(({ number, words, fix }) => ({ row: number, words, fix }));
  for (const row of rows) {
    const entry = toEntry(row, reading);
    if ('row' in entry) unused.push(entry);
    else entries.push(entry);
  }
  return { entries, unused };
}

function toEntry({ number, values }: Row, reading: RowReading): SuppressedAddress | UnusedRow {
  const cell = (column: Column) => (values[reading.columns.indexOf(column)] ?? '').trim();
  const canonical = canonicalAddress(values[reading.columns.indexOf(reading.address)] ?? '');
  if (isRefused(canonical)) return { row: number, words: canonical.words, fix: canonical.fix };
  const reason = suppressionReasons.find((one) => one === (cell('reason') || reading.reason));
  if (!reason) {
    return { row: number, words: 'The reason is none that there is.', fix: `Write ${suppressionReasons.join(', ')}.` };
  }
  const group = cell('group');
  if (!/^\d*$/.test(group)) {
    return {
      row: number,
      words: 'The group is not a number.',
      fix: 'Write the number of the group, or nothing for all mail.',
    };
  }
  const since = cell('since');
  const time = since === '' ? reading.since : instant(since);
  if (time === undefined) {
    return { row: number, words: 'The time is none.', fix: 'Write it like 2027-03-22 or 2027-03-22T09:00:00Z.' };
  }
  return {
    address: canonical.address,
    reason,
    ...(group !== '' && { group: Number(group) }),
    origin: 'file',
    since: time,
  };
}

function instant(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Suppressions as the lines of a CSV file, without the line that names the columns. */
export function suppressionLines(entries: readonly SuppressedAddress[]): string {
  return entries
    .map(({ address, reason, group, since }) => `${quoted(address)},${reason},${group ?? ''},${since}\n`)
    .join('');
}

/** A few characters that addresses may have mean something in CSV (RFC 4180). */
function quoted(address: string): string {
  return /[",]/.test(address) ? `"${address.replaceAll('"', '""')}"` : address;
}
