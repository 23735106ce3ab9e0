import { canonicalAddress, isRefused } from './address.js';
import type { WantedPerson } from './wanted-person.js';

/** What a row of a file has of one person. */
export type HerShare =
  /** The row is about her. */
  | 'hers'
  /** Her address is in it, but the row may be about somebody else, or says more than that. */
  | 'named'
  | 'none';

/** What is known about a file whose rows are looked at. */
export type RowsKnown = {
  /** How many columns there are. */
  readonly width: number;
  /** The columns that have the addresses of the people that rows are about, where that is known. */
  readonly addressColumns: readonly number[];
};

/**
 * Whose a row is. Where it is not known which column has the address, it is hers if her address is a cell of it and
 * nobody else's is. A text without an @ is looked for in known columns only.
 */
export function shareOf(
  cells: readonly string[],
  person: WantedPerson,
  { width, addressColumns }: RowsKnown,
): HerShare {
  const isKnown = addressColumns.length > 0 && cells.length === width;
  if (addressColumns.some((column) => isKnown && person.isHers(cells[column] ?? ''))) return 'hers';
  if (!person.hasAt) return 'none';
  if (cells.some(person.isHers)) return isKnown || cells.some((cell) => isOthers(cell, person)) ? 'named' : 'hers';
  return cells.some(person.names) ? 'named' : 'none';
}

function isOthers(cell: string, person: WantedPerson): boolean {
  return !isRefused(canonicalAddress(cell)) && !person.isHers(cell);
}
