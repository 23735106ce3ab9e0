import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowBatch } from '../../src/audience/sources/source.js';
import { suppressionColumns, suppressionLines, suppressionRows } from '../../src/audience/suppression-rows.js';
import { type SuppressedAddress, suppressionReasons } from '../../src/model/suppression.js';
import { readCsv } from './sources/read-all.js';

const now = '2027-03-22T09:00:00.000Z';

const read = (columns: readonly string[], ...rows: string[][]) =>
  suppressionRows(
    { rows: rows.map((values, index) => ({ number: index + 2, values })), refused: [] } satisfies RowBatch,
    { columns, address: columns[0] ?? '', reason: 'unsubscribed', since: now },
  );

describe('a file of suppressions', () => {
  it('of another program needs no more than addresses', () => {
    expect(read(['Email', 'Name'], ['Jo@EXAMPLE.org', 'Jo'])).toEqual({
      entries: [{ address: 'Jo@example.org', reason: 'unsubscribed', origin: 'file', since: now }],
      unused: [],
    });
  });

  it('may say the reason, the group and the time of each', () => {
    const { entries } = read([...suppressionColumns], ['jo@example.org', 'bounced', '12', '2026-01-02']);
    expect(entries).toEqual([
      { address: 'jo@example.org', reason: 'bounced', group: 12, origin: 'file', since: '2026-01-02T00:00:00.000Z' },
    ]);
  });

  it.each([
    [['jo@example', '', '', ''], 'What comes after the @ has no ending such as “.org”.'],
    [['jo@example.org', 'angry', '', ''], 'The reason is none that there is.'],
    [['jo@example.org', '', 'twelve', ''], 'The group is not a number.'],
    [['jo@example.org', '', '', 'yesterday'], 'The time is none.'],
    [['jo@example.org', '', '', '2026-13-45'], 'The time is none.'],
  ])('a row that says nothing is told by its number: %j', (row, words) => {
    const { entries, unused } = read([...suppressionColumns], row, ['al@example.org', '', '', '']);
    expect(entries).toHaveLength(1);
    expect(unused).toMatchObject([{ row: 2, words }]);
    expect(JSON.stringify(unused)).not.toContain('jo@');
  });

  it('that was written is read as it was', async () => {
    const entry: fc.Arbitrary<SuppressedAddress> = fc.record(
      {
        address: fc.constantFrom('jo@example.org', "o'neill@example.org", '=cmd@example.org', '+44@example.org'),
        reason: fc.constantFrom(...suppressionReasons),
        group: fc.integer({ min: 1, max: 99_999 }),
        origin: fc.constant('file'),
        since: fc
          .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString()),
      },
      { requiredKeys: ['address', 'reason', 'origin', 'since'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 20 }), async (entries) => {
        const { columns, rows, refused } = await readCsv(
          `${suppressionColumns.join(',')}\n${suppressionLines(entries)}`,
        );
        const reading = { columns, address: 'address', reason: 'by-hand', since: now } as const;
        expect(suppressionRows({ rows, refused }, reading)).toEqual({ entries, unused: [] });
      }),
    );
  });
});
