import type { SourceOf } from '../../model/audience.js';
import type { Facets } from '../../model/facets.js';
import { inventedTable, inventPeople } from '../generate.js';
import type { OpenSource, Row, RowBatch } from './source.js';

const batchSize = 1_000;

/**
 * People who do not exist, as if they stood in a table whose first row names the columns. The same for the same seed, and
 * the same as in the CSV file that can be written of them.
 *
 * @param facets the values that they have
 */
export async function openInvented(
  { count, seed }: Omit<SourceOf<'invented'>, 'kind'>,
  facets: Facets,
): Promise<OpenSource> {
  const { columns, valuesOf } = inventedTable;
  const batches = async function* (): AsyncGenerator<RowBatch> {
    let rows: Row[] = [];
    let number = 1;
    for (const person of inventPeople(count, seed, facets)) {
      number += 1;
      rows.push({ number, values: valuesOf(person) });
      if (rows.length < batchSize) continue;
      yield { rows, refused: [] };
      rows = [];
    }
    if (rows.length > 0) yield { rows, refused: [] };
  };
  return { columns, batches: batches(), close: async () => {} };
}
