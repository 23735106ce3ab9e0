import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/open.js';
import { forgetRosters } from '../../src/flows/forget-rosters.js';
import { all, freeze, freshKey, person } from '../database/sample.js';
import { hasPostgres, startPostgres } from '../harness/postgres.js';

const now = '2027-03-22T09:00:00.000Z';
const frozen = (frozenAt: string) => ({ head: { frozenAt } });

/** A roster of more batches than are forgotten at a time, one person each. */
async function longRoster(database: Database, frozenAt: string): Promise<string> {
  const batches = Array.from({ length: 120 }, (_, index) => ({
    edition: 'everyone',
    people: [person(database, `reader-${index}@example.org`)],
  }));
  return (await freeze(database, batches, frozen(frozenAt))).id;
}

function contract(open: () => Promise<Database>): void {
  it('blanks who is in rosters that are older than they are to be kept, and of no others', async () => {
    const database = await open();
    const { rosters } = database;
    const batch = {
      edition: 'everyone',
      people: [person(database, 'ada@example.org'), person(database, 'Bea@example.org')],
    };
    const old = await freeze(database, [batch], frozen('2026-12-22T08:59:59.999Z'));
    const young = await freeze(database, [batch], frozen('2026-12-22T09:00:00.000Z'));
    expect(await forgetRosters(database, { keepRosters: 90 }, now)).toEqual({ rosters: 1, people: 2 });
    expect(await all(rosters.batches(old.id))).toEqual([
      { number: 1, edition: 'everyone', people: [undefined, undefined] },
    ]);
    expect(await all(rosters.batches(young.id))).toEqual([{ number: 1, ...batch }]);
    expect(await rosters.list()).toContainEqual(old);
    expect(await forgetRosters(database, { keepRosters: 90 }, now)).toEqual({ rosters: 0, people: 0 });
  });

  it('keeps how many were in them, and knows nobody any more', async () => {
    const database = await open();
    const { rosters } = database;
    const id = await longRoster(database, '2026-01-01T00:00:00Z');
    expect(await rosters.history('reader-7@example.org')).toHaveLength(1);
    expect(await forgetRosters(database, { keepRosters: 30 }, now)).toEqual({ rosters: 1, people: 120 });
    expect(await rosters.history('reader-7@example.org')).toEqual([]);
    expect((await all(rosters.batches(id))).flatMap(({ people }) => people)).toEqual(Array(120).fill(undefined));
    expect((await rosters.holdings()).places).toBe(0);
    expect(await rosters.list()).toMatchObject([{ id, sums: { recipients: 120 } }]);
  });

  it('forgets who was left out, too', async () => {
    const database = await open();
    const out = { reason: 'suppressed/bounced', people: [person(database, 'cy@example.org')] };
    const batch = { edition: 'everyone', people: [person(database, 'ada@example.org')] };
    const result = { rowsRead: 2, excluded: { 'suppressed/bounced': { count: 1, firstRows: [3] } }, leftOut: [out] };
    await freeze(database, [batch], { ...frozen('2026-01-01T00:00:00Z'), result });
    expect(await database.rosters.history('cy@example.org')).toHaveLength(1);
    await forgetRosters(database, { keepRosters: 30 }, now);
    expect(await database.rosters.history('cy@example.org')).toEqual([]);
  });

  it('does not count whom somebody had erased before', async () => {
    const database = await open();
    await longRoster(database, '2026-01-01T00:00:00Z');
    await database.rosters.erase('reader-7@example.org');
    expect(await forgetRosters(database, { keepRosters: 0 }, now)).toMatchObject({ people: 119 });
  });
}

const done: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of done.splice(0).reverse()) await end();
});

describe('forgetRosters in a file', () => {
  const freshFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailout-forget-'));
    done.push(() => rmSync(folder, { recursive: true }));
    return folder;
  };
  contract(async () => {
    const database = await openDatabase({ file: join(freshFolder(), 'ledger.sqlite'), key: freshKey() });
    done.push(database.close);
    return database;
  });

  it('leaves no pseudonym in the files', async () => {
    const folder = freshFolder();
    const database = await openDatabase({ file: join(folder, 'ledger.sqlite'), key: freshKey() });
    done.push(database.close);
    const ada = person(database, 'ada@example.org');
    await freeze(database, [{ edition: 'everyone', people: [ada] }], frozen('2026-01-01T00:00:00Z'));
    const isThere = () =>
      readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(Buffer.from(ada, 'hex')));
    expect(isThere()).toBe(true);
    await forgetRosters(database, { keepRosters: 30 }, now);
    expect(isThere()).toBe(false);
  });
});

describe.skipIf(!hasPostgres)('forgetRosters on a server', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
  });
  let made = 0;
  contract(async () => {
    const url = new URL(server?.url ?? '');
    made += 1;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query(`create database forget_${made}`);
    await client.end();
    url.pathname = `/forget_${made}`;
    const database = await openDatabase({ url: url.href, file: '/nowhere/ledger.sqlite', key: freshKey() });
    done.push(database.close);
    return database;
  });
});
