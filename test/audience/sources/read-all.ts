import { type CsvSettings, openCsv } from '../../../src/audience/sources/csv.js';
import type { RefusedRow, Row } from '../../../src/audience/sources/source.js';
import { Fault } from '../../../src/model/fault.js';

export type WholeSource = {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly refused: readonly RefusedRow[];
  /** What stopped it, if anything did. */
  readonly fault?: Fault;
};

/** Everything that a CSV file gives, read in pieces of so many bytes. Other errors than faults are thrown. */
export async function readCsv(file: string | Uint8Array, settings?: CsvSettings, size = 7): Promise<WholeSource> {
  const rows: Row[] = [];
  const refused: RefusedRow[] = [];
  let columns: readonly string[] = [];
  try {
    const source = await openCsv(inPieces(Buffer.from(file as string), size), settings);
    columns = source.columns;
    for await (const batch of source.batches) {
      rows.push(...batch.rows);
      refused.push(...batch.refused);
    }
    return { columns, rows, refused };
  } catch (error) {
    if (error instanceof Fault) return { columns, rows, refused, fault: error };
    throw error;
  }
}

export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
