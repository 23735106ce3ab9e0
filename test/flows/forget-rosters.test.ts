import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/open.js';
import { forgetRosters } from '../../src/flows/forget-rosters.js';
import { all, freeze, freshKey, member } from '../database/sample.js';
import { hasPostgres, startPostgres } from '../harness/postgres.js';

const now = '2027-03-22T09:00:00.000Z';
const frozen = (frozenAt: string) => ({ head: { frozenAt } });

/** A roster of more batches than are forgotten at a time, one person each. */
async function longRoster(database: Database, frozenAt: string): Promise<string> {
  const batches = Array.from({ length: 120 }, (_, index) => ({
    edition: 'everyone',
    members: [member(database, `reader-${index}@example.org`)],
  }));
  return (await freeze(database, batches, frozen(frozenAt))).id;
}

function contract(open: () => Promise<Database>): void {
  it('deletes addresses and fields of rosters that are older than they are to be kept, and of no others', async () => {
    const database = await open();
    const { rosters } = database;
    const batch = {
      edition: 'everyone',
      members: [member(database, 'ada@example.org'), member(database, 'Bea@example.org')],
    };
    const old = await freeze(database, [batch], frozen('2026-12-22T08:59:59.999Z'));
    const young = await freeze(database, [batch], frozen('2026-12-22T09:00:00.000Z'));
    expect(await forgetRosters(database, { keepRosters: 90 }, now)).toEqual({ rosters: 1, people: 2 });
    expect(await all(rosters.batches(old.id))).toEqual([
      { number: 1, edition: 'everyone', members: [undefined, undefined] },
    ]);
    expect(await all(rosters.batches(young.id))).toEqual([{ number: 1, ...batch }]);
    expect(await rosters.get(old.id)).toEqual(old);
    expect(await forgetRosters(database, { keepRosters: 90 }, now)).toEqual({ rosters: 0, people: 0 });
  });

  it('still knows who was in them, and can erase somebody there', async () => {
    const database = await open();
    const { rosters } = database;
    const id = await longRoster(database, '2026-01-01T00:00:00Z');
    expect(await forgetRosters(database, { keepRosters: 30 }, now)).toEqual({ rosters: 1, people: 120 });
    expect(await rosters.history('reader-7@example.org')).toMatchObject([{ roster: { id }, place: { batch: 8 } }]);
    expect(await rosters.erase('reader-7@example.org')).toBe(1);
    expect(await rosters.history('reader-7@example.org')).toEqual([]);
    expect((await all(rosters.batches(id))).flatMap(({ members }) => members)).toEqual(Array(120).fill(undefined));
    expect((await rosters.holdings()).places).toBe(119);
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

  it('leaves no sealed address in the files', async () => {
    const folder = freshFolder();
    const database = await openDatabase({ file: join(folder, 'ledger.sqlite'), key: freshKey() });
    done.push(database.close);
    const name = 'x'.repeat(200_000);
    const members = [member(database, 'ada@example.org', name, 'Leeds')];
    await freeze(database, [{ edition: 'everyone', members }], frozen('2026-01-01T00:00:00Z'));
    // What is sealed can be known by nothing but that it is there: random bytes, of which few are zero.
    const inUse = () =>
      readdirSync(folder)
        .flatMap((file) => [...readFileSync(join(folder, file))])
        .filter((byte) => byte !== 0).length;
    expect(inUse()).toBeGreaterThan(name.length * 0.9);
    await forgetRosters(database, { keepRosters: 30 }, now);
    expect(inUse()).toBeLessThan(name.length * 0.5);
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
