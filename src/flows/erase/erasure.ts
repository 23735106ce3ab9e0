/** What was done about one person in one place, or has to be done there by somebody. */
export type ErasureStep = {
  /** A file, or what else may have people, in words. */
  readonly where: string;
  readonly words: string;
  readonly fix?: string;
  /** Her rows, counted as a spreadsheet does. */
  readonly rows?: readonly number[];
};

/** What came of looking for her in one place or some. */
export type Steps = {
  readonly removed?: readonly ErasureStep[];
  /** Where she is and cannot be removed from here. */
  readonly left?: readonly ErasureStep[];
  /** Where it cannot be told whether she is. */
  readonly unknown?: readonly ErasureStep[];
  /** Where she stays because she must not be written to. */
  readonly kept?: readonly ErasureStep[];
};

const mostRowsTold = 5;

/** "row 7", "rows 7, 9 and 12", "rows 7, 9, 12, 15, 20 and 140 more". */
export function rowsInWords(rows: readonly number[]): string {
  const parts = rows.slice(0, mostRowsTold).map(String);
  if (rows.length > mostRowsTold) parts.push(`${rows.length - mostRowsTold} more`);
  const last = parts.pop();
  return parts.length === 0 ? `row ${last}` : `rows ${parts.join(', ')} and ${last}`;
}
