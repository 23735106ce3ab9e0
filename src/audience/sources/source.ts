/** One row of a source. */
export type Row = {
  /** As a spreadsheet counts it: the row that names the columns is row 1. */
  readonly number: number;
  /** As many as there are columns, in their order. Cut out of a bigger text: to keep one for long, copy it. */
  readonly values: readonly string[];
};

export type RowReason = 'cells' | 'unreadable';

/** A row that cannot be read, in words that repeat nothing of what is in it. */
export type RefusedRow = {
  readonly number: number;
  readonly reason: RowReason;
  readonly words: string;
  readonly fix: string;
};

/** The next rows of a source, each list in order. A row is in exactly one of them. */
export type RowBatch = { readonly rows: readonly Row[]; readonly refused: readonly RefusedRow[] };

/**
 * A source of people that is being read, whatever its kind: all rows, once, from the first to the last, in memory that
 * does not grow with them. The batches throw a Fault where the rest cannot be read or counted; until then every row is
 * given or refused, and none is left out.
 */
export type OpenSource = {
  /** The names of the columns, trimmed and composed (NFC); no name twice, but any number without a name. */
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<RowBatch>;
  /** Lets go of the file or the connection. Needed only where the batches are not read to their end. */
  readonly close: () => Promise<void>;
};
