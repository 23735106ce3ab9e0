import type { FacetName } from '../model/facets.js';
import type { SuppressionReason } from '../model/suppression.js';
import type { AddressReason } from './address.js';
import type { RowReason } from './sources/source.js';

export type ExclusionReason =
  | 'empty-row'
  | 'duplicate'
  | `row/${RowReason}`
  | `address/${AddressReason}`
  | `suppressed/${SuppressionReason}`;

/** How many, and the first few rows of them, for people to look at. */
export type Counted = { readonly count: number; readonly firstRows: readonly number[] };

export type FieldTally = {
  /** How many got the fallback, unfit values too. */
  readonly fallback: number;
  /** How many have neither a value nor a fallback. */
  readonly blank: number;
  /** How many had a value that cannot be printed. */
  readonly unfit?: Counted;
};

export type FacetTally = {
  /** How many recipients have each value. */
  readonly values: Readonly<Record<string, number>>;
  /** How many recipients have none. */
  readonly none: number;
  /** How many had a value that there is not; they count among those who have none. */
  readonly unknown?: Counted;
};

/** What the rows came to so far: rowsRead = recipients + the sum of excluded, always. */
export type Tally = {
  readonly rowsRead: number;
  readonly recipients: number;
  readonly excluded: { readonly [reason in ExclusionReason]?: Counted };
  /** Duplicates whose facets are not those of the row that counts. */
  readonly contradictions?: Counted;
  /** In the order of the mapping. */
  readonly fields: Readonly<Record<string, FieldTally>>;
  readonly facets: { readonly [name in FacetName]?: FacetTally };
};

const mostRowsTold = 5;

export function counted(before: Counted | undefined, row: number): Counted {
  if (before === undefined) return { count: 1, firstRows: [row] };
  const { count, firstRows } = before;
  return { count: count + 1, firstRows: count < mostRowsTold ? [...firstRows, row] : firstRows };
}

/** Two counts as one, with the first few rows of both. */
export function joined(one: Counted | undefined, other: Counted | undefined): Counted | undefined {
  if (!one || !other) return one ?? other;
  const firstRows = [...one.firstRows, ...other.firstRows].sort((a, b) => a - b).slice(0, mostRowsTold);
  return { count: one.count + other.count, firstRows };
}

/** "row 7", "rows 7 and 9", "rows 7, 9, 12 and 140 others". */
export function rowsTold({ count, firstRows }: Counted): string {
  const rest = count - firstRows.length;
  const parts = [...firstRows.map(String), ...(rest > 0 ? [rest === 1 ? '1 other' : `${rest} others`] : [])];
  const last = parts.pop();
  return count === 1 ? `row ${last}` : `rows ${parts.join(', ')} and ${last}`;
}
