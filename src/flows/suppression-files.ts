import { join, resolve } from 'node:path';
import { openCsvFile } from '../audience/sources/csv.js';
import { suppressionColumns, suppressionLines, suppressionRows, type UnusedRow } from '../audience/suppression-rows.js';
import type { Database } from '../database/open.js';
import { exitCode, Fault } from '../model/fault.js';
import { suggestion } from '../model/suggest.js';
import type { SuppressedAddress, SuppressionReason } from '../model/suppression.js';
import { privateFolder, writePrivateFile } from '../workspace/private-files.js';
import type { PeopleWorld } from './people-world.js';
import { withMadeDatabase } from './workspace-database.js';

export type ImportRequest = {
  /** Relative to the folder where the command is run. */
  readonly file: string;
  readonly folder: string;
  /** The column that has the addresses. */
  readonly column: string;
  /** The reason of rows that have none. */
  readonly reason: SuppressionReason;
};

export type Imported = {
  readonly rowsRead: number;
  readonly added: number;
  /** Rows that say what was known already. */
  readonly known: number;
  readonly unused: readonly UnusedRow[];
};

/**
 * Adds the people in a CSV file to those who must not be written to. Rows that say nothing are told, and the others are
 * added all the same: somebody who does not want mail must not wait for a typing mistake in another row.
 *
 * @throws Fault where the file cannot be read, or has no such column.
 */
export async function importSuppressions(request: ImportRequest, world: PeopleWorld): Promise<Imported> {
  const path = resolve(request.folder, request.file);
  const source = await openCsvFile(path, request.file);
  try {
    const { columns } = source;
    if (!columns.includes(request.column)) {
      throw new Fault({
        code: 'suppressions/no-such-column',
        exit: exitCode.usage,
        words: `The file has no column “${request.column}”.`,
        fix: `Say with --column which one has the addresses. ${suggestion(request.column, columns)}`,
      });
    }
    return await withMadeDatabase(world, async ({ suppressions }) => {
      const sum = { rowsRead: 0, added: 0, known: 0, unused: [] as UnusedRow[] };
      for await (const batch of source.batches) {
        const reading = { columns, address: request.column, reason: request.reason, since: world.now };
        const { entries, unused } = suppressionRows(batch, reading);
        const { added, known } = await suppressions.record([entries], world.now);
        sum.rowsRead += batch.rows.length + batch.refused.length;
        sum.added += added;
        sum.known += known;
        sum.unused.push(...unused);
      }
      return sum;
    });
  } finally {
    await source.close();
  }
}

/**
 * Writes everybody who must not be written to into a CSV file of the workspace that was not there before; gives its
 * path.
 */
export async function exportSuppressions(
  { file = `${privateFolder}/suppressions.csv` }: { readonly file?: string },
  world: PeopleWorld,
): Promise<{ readonly file: string; readonly count: number }> {
  return withMadeDatabase(world, async (database) => {
    let count = 0;
    const counting = (entries: readonly SuppressedAddress[]) => {
      count += entries.length;
      return suppressionLines(entries);
    };
    await writePrivateFile(join(world.root, file), file, lines(database, counting));
    return { file, count };
  });
}

async function* lines(
  { suppressions }: Database,
  written: (entries: readonly SuppressedAddress[]) => string,
): AsyncGenerator<string> {
  yield `${suppressionColumns.join(',')}\n`;
  for await (const entries of suppressions.all()) yield written(entries);
}
