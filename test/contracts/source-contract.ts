import { describe, expect, it } from 'vitest';
import { type Admitted, admission } from '../../src/audience/recipients.js';
import type { OpenSource, RefusedRow, Row } from '../../src/audience/sources/source.js';
import type { ColumnMapping } from '../../src/model/audience.js';
import { Fault } from '../../src/model/fault.js';

/** What is to come out of a source: the names of its columns, and its rows without gaps. */
export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A kind of source as the contract sees it. */
export type SourceUnderTest = {
  /** Puts a table where a source of this kind has its people, and opens it. The same table may be opened again. */
  readonly open: (table: Table) => Promise<OpenSource>;
  /** How many files or connections are open that belong to its sources; absent where it has none that count. */
  readonly held?: () => number | Promise<number>;
};

/** What the rest of the program relies on, whichever kind of source people come from. */
export function sourceContract(name: string, { open, held }: SourceUnderTest): void {
  describe(`people from ${name}`, () => {
    it('come out as they were put in, in the same order', async () => {
      const source = await open(awkward);
      expect(source.columns).toEqual(awkward.columns);
      const { rows, refused } = await readAll(source);
      expect(refused).toEqual([]);
      expect(rows).toEqual(numbered(awkward.rows));
    });

    it('are under the names of their columns, trimmed and composed', async () => {
      const { columns, close } = await open({ columns: [' email ', 'pre\u0301nom', 'home  district'], rows: [] });
      await close();
      expect(columns).toEqual(['email', 'prénom', 'home district']);
    });

    it.each([0, 1, 999, 1_000, 1_001, 10_001])('are all there when they are %i', async (count) => {
      const table = many(count);
      const { rows, refused } = await readAll(await open(table));
      expect(refused).toEqual([]);
      expect(rows).toEqual(numbered(table.rows));
    });

    it('keep their row numbers where rows between them are blank', async () => {
      const rows = [
        ['a@example.org', 'A'],
        ['', ''],
        ['', ''],
        ['b@example.org', 'B'],
        ['', ''],
        ['c@example.org', ''],
      ];
      const read = await readAll(await open({ columns: ['email', 'name'], rows }));
      expect(read).toEqual({ rows: numbered(rows), refused: [] });
    });

    it('are the same when they are read again', async () => {
      const first = await readAll(await open(awkward));
      expect(await readAll(await open(awkward))).toEqual(first);
    });

    it('are each a recipient or excluded', async () => {
      const { tally, admitted } = await admitAll(await open(mixed));
      expect(tally.rowsRead).toBe(mixed.rows.length);
      expect(admitted.recipients.map(({ row, address, fields }) => [row, address, ...fields])).toEqual([
        [2, 'jo@example.org', 'Siân'],
        [7, 'al@example.org', ''],
      ]);
      expect(admitted.exclusions.map(({ row, reason }) => [row, reason])).toEqual([
        [3, 'duplicate'],
        [4, 'empty-row'],
        [5, 'address/empty'],
        [6, 'address/no-at'],
      ]);
    });

    it('are refused by row where a letter of them is lost', async () => {
      const rows = [
        ['a@example.org', 'A'],
        ['secret@example.org', 'Ren\uFFFD'],
        ['c@example.org', 'C'],
      ];
      const { rows: read, refused } = await readAll(await open({ columns: ['email', 'name'], rows }));
      expect(read.map(({ number }) => number)).toEqual([2, 4]);
      expect(refused).toMatchObject([{ number: 3, reason: 'unreadable' }]);
      expect(JSON.stringify(refused)).not.toMatch(/secret|@/);
    });

    it.each([
      ['two have the same name', ['email', 'name', ' name']],
      ['one is an address', ['secret@example.org', 'name', 'branch']],
      ['one cannot be read', ['email', 'pr\uFFFDnom', 'branch']],
    ])('are not read at all where of the columns %s', async (_, columns) => {
      const opened = open({ columns, rows: [['secret@example.org', 'a', 'b']] });
      const fault = await opened.then(readAll).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(Fault);
      if (!(fault instanceof Fault)) return;
      expect(fault.details.fix).toBeTruthy();
      expect(told(fault)).not.toMatch(/secret|@/);
      await letsGo(held);
    });

    describe.each([
      ['when all are read', (source: OpenSource) => readAll(source)],
      ['when all are read and it is closed', (source: OpenSource) => readAll(source).then(() => source.close())],
      ['when it is closed before the first is read', (source: OpenSource) => source.close()],
      ['when it is closed twice', (source: OpenSource) => source.close().then(() => source.close())],
      ['when reading stops in the middle and it is closed', stopInTheMiddle],
      ['when it is closed in the middle of reading', closeInTheMiddle],
    ])('let go of it', (when, use) => {
      it(when, async () => {
        await use(await open(many(10_001)));
        await letsGo(held);
      });
    });
  });
}

/** What holds for sources whose people are not ours to choose, too. */
export function anySourceContract(name: string, open: () => Promise<OpenSource>): void {
  describe(`people from ${name}`, () => {
    it('have a value for each column, and are counted as a spreadsheet does', async () => {
      const source = await open();
      const { rows, refused } = await readAll(source);
      expect(new Set(rows.map(({ values }) => values.length))).toEqual(new Set([source.columns.length]));
      const numbers = [...rows, ...refused].map(({ number }) => number).sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 2));
    });

    it('are the same when they are read again', async () => {
      const first = await readAll(await open());
      expect(first.rows.length).toBeGreaterThan(0);
      expect(await readAll(await open())).toEqual(first);
    });

    it('can be left before the last', async () => {
      await stopInTheMiddle(await open());
      await closeInTheMiddle(await open());
      await (await open()).close();
    });
  });
}

/** Cells as people have them, and as spreadsheets like to spoil them. */
const awkward: Table = {
  columns: ['email', 'name', 'member no.', 'note'],
  rows: [
    ['jo@example.org', 'Siân O’Neill', '00123', 'plain'],
    ['al@example.org', 'Ng, Al; "Al"', '12345678901234567890', 'one\ntwo\n\nfour'],
    ['mo@example.org', 'محمد 🌹', '1e5', ''],
    ['', 'Łukasz Żółć', '', '=1+1'],
    ['DUP@example.org', 'e\u0301 and é', '+44 20 7946 0000', '"'],
    ['dup@example.org', '山田 花子', '1.10', "it's\ta tab"],
    ['x', 'TRUE', '2027-03-26', '<b>&amp;</b> \\n %s {{x}} $1'],
    ['null', 'NULL', '0', 'x'.repeat(5_000)],
  ],
};

/** One of everything that can become of a row. */
const mixed: Table = {
  columns: ['email', 'name'],
  rows: [
    ['jo@example.org', 'Siân'],
    ['Jo@Example.org', 'Another'],
    ['', ''],
    ['', 'Nobody'],
    ['not an address', 'Mo'],
    ['al@example.org', ''],
  ],
};

const mapping: ColumnMapping = { email: 'email', fields: [{ name: 'first_name', column: 'name' }], facets: {} };

function many(count: number): Table {
  const rows = Array.from({ length: count }, (_, index) => [`person-${index}@example.org`, `Ñame ${index}`, '']);
  return { columns: ['email', 'name', 'branch'], rows };
}

function numbered(rows: Table['rows']): Row[] {
  return rows.map((values, index) => ({ number: index + 2, values }));
}

type Whole = { readonly rows: readonly Row[]; readonly refused: readonly RefusedRow[] };

/** Everything that a source gives. */
export async function readAll({ batches }: OpenSource): Promise<Whole> {
  const rows: Row[] = [];
  const refused: RefusedRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.rows);
    refused.push(...batch.refused);
  }
  return { rows, refused };
}

async function admitAll({ columns, batches }: OpenSource) {
  const { value, findings } = admission(columns, mapping, {}, { file: 'audiences/members.yaml', at: {} });
  if (!value) throw new Error(JSON.stringify(findings));
  const admitted: Admitted[] = [];
  for await (const batch of batches) admitted.push(value.admit(batch));
  const recipients = admitted.flatMap((some) => some.recipients);
  const exclusions = admitted.flatMap((some) => some.exclusions);
  return { admitted: { recipients, exclusions }, tally: value.tally() };
}

async function stopInTheMiddle({ batches, close }: OpenSource): Promise<void> {
  for await (const _ of batches) break;
  await close();
}

async function closeInTheMiddle({ batches, close }: OpenSource): Promise<void> {
  await batches[Symbol.asyncIterator]().next();
  await close();
}

/** Systems and servers notice a little later than we do that something was closed. */
async function letsGo(held: SourceUnderTest['held'] = () => 0): Promise<void> {
  await expect.poll(held, { timeout: 3_000, interval: 20 }).toBe(0);
}

/** All that could be printed of a fault. */
export function told(fault: Fault): string {
  return `${fault.stack} ${JSON.stringify(fault.details)} ${String(fault.cause ?? '')}`.replaceAll(/^ +at .*$/gm, '');
}
