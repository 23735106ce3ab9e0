import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, type Postgres, startPostgres } from '../../harness/postgres.js';
import type { Project } from '../../harness/project.js';
import { type Shipped, ship } from '../../harness/shipped.js';
import { approvedMailing, historyWith, type Misfortune } from './kill-matrix.js';

/*
 * The shipped program, killed with SIGKILL at its Nth step (see die.cjs), and started again twice. Some N in every run; all
 * of them, one after the other until a run gets to its end, with MAILOUT_TEST_KILL=all:
 *
 *   MAILOUT_TEST_KILL=all npx vitest run test/delivery/kill
 */
const isWhole = process.env.MAILOUT_TEST_KILL === 'all';

let shipped: Shipped;
beforeAll(() => {
  shipped = ship();
});
afterAll(() => shipped?.remove());

/** Goes through the steps, from `from` on, `stride` apart, until a run survives. Gives how many were killed. */
async function matrix(
  base: Project,
  from: number,
  stride: number,
  variables: () => Promise<Readonly<Record<string, string>>>,
  misfortune: (at: number) => Misfortune = (at) => ({ MAILOUT_TEST_DIE_AT: String(at) }),
): Promise<number> {
  const approved = await historyWith(misfortune(Number.POSITIVE_INFINITY), base, shipped, await variables());
  expect(approved).toMatchObject({ survived: true, complaints: [] });
  for (let at = from, killed = 0; ; at += stride, killed += 1) {
    const { survived, editions, complaints } = await historyWith(misfortune(at), base, shipped, await variables());
    expect({ at, complaints }).toEqual({ at, complaints: [] });
    expect(approved.editions).toEqual(expect.arrayContaining([...editions]));
    if (survived) return killed;
  }
}

const longest = { timeout: isWhole ? 4 * 3_600_000 : 600_000 };

describe('a send that is killed at its Nth step', () => {
  it('writes to everybody once, on SQLite', longest, async () => {
    const base = await approvedMailing({});
    const killed = await matrix(base, isWhole ? 1 : 3, isWhole ? 1 : 9, async () => ({}));
    expect(killed).toBeGreaterThan(isWhole ? 30 : 5);
  });

  it('writes to everybody once when the disk is full from its Nth commit on', longest, async () => {
    const base = await approvedMailing({});
    const full = (at: number) => ({ MAILOUT_TEST_FULL_FROM: String(at) });
    const failed = await matrix(base, isWhole ? 1 : 2, isWhole ? 1 : 3, async () => ({}), full);
    expect(failed).toBeGreaterThan(isWhole ? 8 : 2);
  });

  describe.skipIf(!hasPostgres)('with a shared ledger', () => {
    let server: Postgres | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server?.stop());

    it('writes to everybody once, on PostgreSQL', longest, async () => {
      const key = randomBytes(32).toString('base64');
      let ledgers = 0;
      /** A new database for every history, as it was when the issue was approved. */
      const fresh = async (template: string) => {
        ledgers += 1;
        const client = new pg.Client({ connectionString: server?.url });
        await client.connect();
        await client.query(`create database ledger${ledgers} template ${template}`);
        await client.end();
        const url = new URL(server?.url ?? '');
        url.pathname = `/ledger${ledgers}`;
        return { MAILOUT_LEDGER: url.href, MAILOUT_KEY: key };
      };
      const base = await approvedMailing(await fresh('template0'));
      const killed = await matrix(base, isWhole ? 1 : 5, isWhole ? 1 : 61, () => fresh('ledger1'));
      expect(killed).toBeGreaterThan(isWhole ? 100 : 3);
    });
  });
});
