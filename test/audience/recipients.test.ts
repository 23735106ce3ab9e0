import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventPeople } from '../../src/audience/generate.js';
import { type Admission, admission, type Exclusion, type Recipient } from '../../src/audience/recipients.js';
import type { RowBatch } from '../../src/audience/sources/source.js';
import type { ColumnMapping } from '../../src/model/audience.js';
import { readCsv } from './sources/read-all.js';

const known = { regions: ['london', 'north-west'], nations: ['england', 'wales'], roles: ['iso', 'member'] };

const mapping: ColumnMapping = {
  email: 'Email',
  fields: [
    { name: 'first_name', column: 'Forename', fallback: 'friend' },
    { name: 'branch', column: 'Branch' },
  ],
  facets: {
    regions: { column: 'Region', values: { LDN: 'london', 'North West': 'north-west', Abroad: null } },
    nations: { column: 'Nation', fallback: 'england' },
  },
};

const columns = ['Email', 'Forename', 'Branch', 'Region', 'Nation'];

const source = {
  file: 'audiences/members.yaml',
  at: { columns: [3, 1], 'columns.email': [4, 3], 'columns.facets.regions': [9, 5] },
} as const;

function ready(parts: Partial<ColumnMapping> = {}): Admission {
  const { value, findings } = admission(columns, { ...mapping, ...parts }, known, source);
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

/** Rows from row 2 on; short ones are filled up. */
function batch(...rows: string[][]): RowBatch {
  return {
    rows: rows.map((row, index) => ({ number: index + 2, values: columns.map((_, at) => row[at] ?? '') })),
    refused: [],
  };
}

function sumOf(admission: Admission): number {
  const { recipients, excluded } = admission.tally();
  return recipients + Object.values(excluded).reduce((sum, { count }) => sum + count, 0);
}

describe('recipients', () => {
  it('have the address, the fields and the facets of their row', () => {
    const { recipients, exclusions } = ready().admit(
      batch(
        ['Jo@EXAMPLE.org ', ' Siân \n O’Neill', 'Leeds', ' ldn ', 'Wales'],
        ['al@example.org', '', '', 'north west', ''],
      ),
    );
    expect(exclusions).toEqual([]);
    expect(recipients).toEqual([
      {
        row: 2,
        address: 'Jo@example.org',
        key: 'jo@example.org',
        person: '',
        facets: { regions: 'london', nations: 'wales' },
        fields: ['Siân O’Neill', 'Leeds'],
      },
      {
        row: 3,
        address: 'al@example.org',
        key: 'al@example.org',
        person: '',
        facets: { regions: 'north-west', nations: 'england' },
        fields: ['', ''],
      },
    ]);
  });

  it('share one object of facets where they have the same', () => {
    const { recipients } = ready().admit(
      batch(['a@example.org', '', '', 'LDN'], ['b@example.org', '', '', 'london', 'england']),
    );
    expect(recipients[0]?.facets).toBe(recipients[1]?.facets);
  });

  it('of several rows with one address, the first is the one, over batches too', () => {
    const list = ready();
    const first = list.admit(batch(['jo@example.org', 'Jo'], ['JO@Example.Org.', 'Other']));
    const { recipients, exclusions } = list.admit({
      rows: [{ number: 40, values: ['jo@example.org', 'Third', '', '', ''] }],
      refused: [],
    });
    expect(first.recipients.map(({ row, fields }) => [row, fields[0]])).toEqual([[2, 'Jo']]);
    expect(recipients).toEqual([]);
    expect([...first.exclusions, ...exclusions]).toEqual([
      { row: 3, reason: 'duplicate', words: 'The address is in row 2 already.' },
      { row: 40, reason: 'duplicate', words: 'The address is in row 2 already.' },
    ]);
    expect(list.tally().contradictions).toBeUndefined();
  });
});

describe('rows that are left out', () => {
  it('have a reason each, in order of rows', () => {
    const list = ready();
    const { rows } = batch(['', ' '], ['', 'Jo'], ['jo ng@example.org'], ['a@example.org'], ['a@example.org']);
    const { exclusions } = list.admit({
      rows,
      refused: [{ number: 4.5, reason: 'cells', words: 'The row has 1 cell.', fix: 'Add them.' }],
    });
    expect(exclusions.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'empty-row'],
      [3, 'address/empty'],
      [4, 'address/space'],
      [4.5, 'row/cells'],
      [6, 'duplicate'],
    ]);
    expect(list.tally()).toMatchObject({ rowsRead: 6, recipients: 1 });
    expect(list.tally().excluded['address/space']).toEqual({ count: 1, firstRows: [4] });
    expect(sumOf(list)).toBe(6);
  });

  it('are told without anything of what is in them', () => {
    const list = ready();
    const { exclusions } = list.admit(
      batch(['secret secret@example.org', 'secret'], ['a@example.org', '', '', 'secret']),
    );
    expect(exclusions).toHaveLength(1);
    expect(JSON.stringify([exclusions, list.tally(), list.findings()])).not.toContain('secret');
  });
});

describe('what an editor should look at', () => {
  it('is a value that no facet has, with the rows and what it resembles', () => {
    const list = ready();
    list.admit(
      batch(['a@example.org', '', '', 'Lodnon'], ['b@example.org', '', '', 'abroad'], ['c@example.org', '', '', '?']),
    );
    expect(list.tally().facets.regions).toEqual({
      values: { london: 0, 'north-west': 0 },
      none: 3,
      unknown: { count: 2, firstRows: [2, 4] },
    });
    expect(list.findings()).toEqual([
      {
        rule: 'audience/unknown-facet-value',
        severity: 'warning',
        place: { file: 'audiences/members.yaml', line: 9, column: 5 },
        words:
          'The column “Region” has something that is none of the regions in rows 2 and 4. Such people get what is for everybody. Row 2 perhaps means “london”.',
        fix: 'Correct the source, or say under “values” what it means; “none” stands for having no value.',
      },
    ]);
  });

  it('is a person in two groups', () => {
    const list = ready();
    list.admit(
      batch(
        ['a@example.org', '', '', 'LDN'],
        ['a@example.org', '', '', 'london'],
        ['A@example.org', '', '', 'North West'],
      ),
    );
    expect(list.tally().contradictions).toEqual({ count: 1, firstRows: [4] });
    expect(list.findings().map(({ rule }) => rule)).toEqual(['audience/contradictory-duplicates']);
    expect(list.tally().facets.regions?.values).toEqual({ london: 1, 'north-west': 0 });
  });

  it('is a field that cannot be printed; it is left to the fallback', () => {
    const list = ready();
    const { recipients } = list.admit(
      batch(
        ['a@example.org', 'J\u0007o', 'x'.repeat(501)],
        ['b@example.org', '\u202Eevil', ''],
        ['c@example.org', 'نیما\u200Cه', 'ok'],
      ),
    );
    expect(recipients.map(({ fields }) => fields)).toEqual([
      ['', ''],
      ['', ''],
      ['نیما\u200Cه', 'ok'],
    ]);
    expect(list.tally().fields).toEqual({
      first_name: { fallback: 2, blank: 0, unfit: { count: 2, firstRows: [2, 3] } },
      branch: { fallback: 0, blank: 2, unfit: { count: 1, firstRows: [2] } },
    });
    expect(list.findings().map(({ rule }) => rule)).toEqual(['audience/unfit-field', 'audience/unfit-field']);
  });

  it('counts all but names only the first few rows', () => {
    const list = ready();
    list.admit(batch(...Array.from({ length: 150 }, (_, index) => [`p${index}@example.org`, '', '', '?'])));
    expect(list.findings()[0]?.words).toContain('in rows 2, 3, 4, 5, 6 and 145 others.');
  });
});

describe('a mapping that does not fit', () => {
  it('is told at its place, all at once, with what was meant', () => {
    const { value, findings } = admission(
      ['E-mail', 'Forename', 'Region', ''],
      {
        email: 'Email',
        fields: [{ name: 'branch', column: '' }],
        facets: {
          regions: { column: 'Region', values: { LDN: 'lodnon', Ldn: 'north-west' }, fallback: 'mars' },
          roles: { column: 'Forename' },
        },
      },
      known,
      source,
    );
    expect(value).toBeUndefined();
    expect(findings.map(({ rule, place, fix }) => [rule, place?.line, fix])).toEqual([
      ['audience/no-such-column', 4, 'Did you mean “E-mail”?'],
      ['audience/no-such-column', 3, 'There is: E-mail, Forename, Region.'],
      ['audience/no-such-facet-value', 9, 'Did you mean “london”?'],
      ['audience/no-such-facet-value', 9, expect.any(String)],
      ['audience/facet-value-twice', 9, 'Keep one of them.'],
    ]);
  });
});

describe('for any rows', () => {
  const address = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a', 'A', 'b', 'b.c', 'bc', 'a+b').map((local) => `${local}@example.org`) },
    fc.constantFrom('', ' ', 'a@EXAMPLE.ORG.', ' b@example.org', 'a\u200B@example.org', 'x', 'Jo <a@example.org>'),
    fc.emailAddress(),
    fc.string({ unit: 'binary' }),
  );
  const cell = fc.oneof(fc.constantFrom('', 'LDN', 'london', 'north west', '?', 'wales', '\u0007'), fc.string());
  const row = fc.tuple(address, cell, cell, cell, cell);
  const batches = fc.array(fc.record({ rows: fc.array(row, { maxLength: 12 }), refused: fc.nat({ max: 3 }) }), {
    maxLength: 6,
  });

  it('each is a recipient or has a reason, and no two recipients are one', () => {
    fc.assert(
      fc.property(batches, (given) => {
        const list = ready();
        const recipients: Recipient[] = [];
        const exclusions: Exclusion[] = [];
        let number = 1;
        for (const { rows, refused } of given) {
          const admitted = list.admit({
            rows: rows.map((values) => ({ number: ++number, values })),
            refused: Array.from({ length: refused }, () => ({
              number: ++number,
              reason: 'cells',
              words: 'w',
              fix: 'f',
            })),
          });
          recipients.push(...admitted.recipients);
          exclusions.push(...admitted.exclusions);
        }
        const numbers = [...recipients, ...exclusions].map((one) => one.row).sort((a, b) => a - b);
        expect(numbers).toEqual(Array.from({ length: number - 1 }, (_, index) => index + 2));
        expect(new Set(recipients.map(({ key }) => key.toLowerCase())).size).toBe(recipients.length);
        const tally = list.tally();
        expect([tally.rowsRead, tally.recipients]).toEqual([number - 1, recipients.length]);
        expect(sumOf(list)).toBe(tally.rowsRead);
        for (const [reason, { count }] of Object.entries(tally.excluded)) {
          expect(exclusions.filter((one) => one.reason === reason)).toHaveLength(count);
        }
        for (const { values, none } of Object.values(tally.facets)) {
          expect(Object.values(values).reduce((sum, count) => sum + count, none)).toBe(recipients.length);
        }
        expect(recipients.filter(({ fields }) => fields[0] === '')).toHaveLength(
          tally.fields.first_name?.fallback ?? 0,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('says the same however they are cut into batches', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const whole = ready();
        const cut = ready();
        const { recipients } = whole.admit(batch(...rows));
        const inParts = rows.flatMap((_, start) =>
          start % size === 0
            ? cut.admit({ rows: batch(...rows).rows.slice(start, start + size), refused: [] }).recipients
            : [],
        );
        expect(inParts).toEqual(recipients);
        expect(cut.tally()).toEqual(whole.tally());
        expect(cut.findings()).toEqual(whole.findings());
      }),
    );
  });
});

describe('a file with every defect in it', () => {
  it('is accounted for to the last row', async () => {
    const defects: [string, string][] = [
      ['', 'empty-row'],
      [',,,,', 'empty-row'],
      [',Jo,,,', 'address/empty'],
      ['jo\u200B@example.org,,,,', 'address/invisible'],
      ['josé@example.org,,,,', 'address/non-ascii-local-part'],
      ['"Ng, Jo <jo@example.org>",,,,', 'address/display-name'],
      ['jo@example.org; al@example.org,,,,', 'address/several-addresses'],
      ['jo@example,,,,', 'address/no-top-level'],
      ['jo@example.org', 'row/cells'],
      ['jo@example.org,,,,,', 'row/cells'],
      ['jo@example.org,J\uFFFD,,,', 'row/unreadable'],
      ['jo@example.org,J\0,,,', 'row/unreadable'],
      ['PERSON@example.org,,,,', 'duplicate'],
      ['\u00A0person@EXAMPLE.ORG.,,,,', 'duplicate'],
      ['jo@cafe\u0301.example.org,,,,', 'duplicate'],
    ];
    const lines = ['Email,Forename,Branch,Region,Nation', 'person@example.org,,,,', 'jo@xn--caf-dma.example.org,,,,'];
    const expected: [number, string][] = [];
    let index = 0;
    for (const { email, firstName } of inventPeople(3_000, 3, {})) {
      lines.push(`${email},${firstName},"Leeds\nand York",LDN,Wales`);
      const defect = defects[index++ % 20];
      if (!defect) continue;
      lines.push(defect[0]);
      expected.push([lines.length, defect[1]]);
    }
    const { columns, rows, refused, fault } = await readCsv(`\uFEFF${lines.join('\r\n')}\r\n`, {}, 4_096);
    expect(fault).toBeUndefined();
    const { value: list } = admission(columns, mapping, known, source);
    const admitted = list?.admit({ rows, refused });
    expect(admitted?.exclusions.map(({ row, reason }) => [row, reason])).toEqual(expected);
    expect(admitted?.recipients).toHaveLength(3_002);
    expect(list?.tally().rowsRead).toBe(lines.length - 1);
  });
});

it('a facet that has one value only is everybody’s, without a column', () => {
  const { recipients } = ready({ everybody: { roles: 'iso' } }).admit(
    batch(['jo@example.org', 'Jo', '', '', 'Wales'], ['al@example.org']),
  );
  expect(recipients.map(({ facets }) => facets)).toEqual([
    { roles: 'iso', nations: 'wales' },
    { roles: 'iso', nations: 'england' },
  ]);
});
