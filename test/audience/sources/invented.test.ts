import { describe, expect, it } from 'vitest';
import { inventedCsv } from '../../../src/audience/generate.js';
import { openInvented } from '../../../src/audience/sources/invented.js';
import type { Row } from '../../../src/audience/sources/source.js';
import { readCsv } from './read-all.js';

const facets = { nations: ['england', 'wales'], regions: [], languages: ['en', 'cy'] };

async function invented(count: number, seed: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const { batches } = await openInvented({ count, seed }, facets);
  for await (const batch of batches) {
    expect(batch.refused).toEqual([]);
    rows.push(...batch.rows);
  }
  return rows;
}

describe('invented people as a source', () => {
  it('have the columns of people, and every facet, with values or without', async () => {
    const { columns } = await openInvented({ count: 1, seed: 1 }, facets);
    expect(columns).toEqual([
      ...['email', 'first_name', 'last_name', 'district'],
      ...['regions', 'nations', 'roles', 'languages'],
    ]);
  });

  it.each([0, 1, 999, 1_000, 1_001, 2_500])('are %i, numbered from row 2 on', async (count) => {
    const rows = await invented(count, 7);
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, index) => index + 2));
    expect(rows.every(({ values }) => values.length === 8)).toBe(true);
  });

  it('are those of the CSV file with the same seed', async () => {
    const { rows, columns } = await readCsv([...inventedCsv(1_500, 3, facets)].join(''), {}, 4_096);
    expect((await openInvented({ count: 1_500, seed: 3 }, facets)).columns).toEqual(columns);
    expect(await invented(1_500, 3)).toEqual(rows);
    expect(await invented(1_500, 4)).not.toEqual(rows);
  });
});
