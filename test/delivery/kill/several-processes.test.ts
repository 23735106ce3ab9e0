import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, type Postgres, startPostgres } from '../../harness/postgres.js';
import { type Shipped, ship } from '../../harness/shipped.js';
import { approvedMailing, complaintsAtTheEnd, sceneOf } from './kill-matrix.js';

/* Two processes and one send; and a database that goes down in the middle. MAILOUT_TEST_KILL=all: a hundred times. */
const times = process.env.MAILOUT_TEST_KILL === 'all' ? 100 : 4;

let shipped: Shipped;
beforeAll(() => {
  shipped = ship();
});
afterAll(() => shipped?.remove());

describe('two processes that start the same send at once', () => {
  it('send it once, with a ledger in a file', { timeout: 1_200_000 }, async () => {
    const base = await approvedMailing({});
    for (let time = 0; time < times; time += 1) {
      const scene = await sceneOf(base, shipped, {});
      const ended = await Promise.all([scene.send(), scene.send()]);
      expect(ended.map(({ code, err }) => (code === 0 ? '' : err))).toEqual(['', '']);
      expect(await complaintsAtTheEnd(scene)).toEqual([]);
      await scene.end();
    }
  });
});

describe.skipIf(!hasPostgres)('with a shared ledger', () => {
  let server: Postgres | undefined;
  let ledgers = 0;
  const key = randomBytes(32).toString('base64');
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  async function asked(query: string, url = server?.url): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const result = await client.query(query);
    await client.end();
    return result;
  }

  async function fresh(template: string) {
    ledgers += 1;
    await asked(`create database shared${ledgers} template ${template}`);
    const url = new URL(server?.url ?? '');
    url.pathname = `/shared${ledgers}`;
    return { MAILOUT_LEDGER: url.href, MAILOUT_KEY: key };
  }

  it('two processes work on one send together', { timeout: 1_200_000 }, async () => {
    const base = await approvedMailing(await fresh('template0'));
    for (let time = 0; time < times; time += 1) {
      const scene = await sceneOf(base, shipped, await fresh('shared1'));
      const ended = await Promise.all([scene.send(), scene.send()]);
      expect(ended.map(({ code, err }) => (code === 0 ? '' : err))).toEqual(['', '']);
      expect(await complaintsAtTheEnd(scene)).toEqual([]);
      await scene.end();
    }
  });

  it('a server that crashes in the middle costs nobody her mail', { timeout: 240_000 }, async () => {
    const base = await approvedMailing(await fresh('template0'));
    const scene = await sceneOf(base, shipped, await fresh(`shared${ledgers}`));
    scene.server.mail.faults = [{ from: 1, until: 'for-ever', kind: 'late', after: 1_500 }];
    const run = scene.start();
    const ended = new Promise<number | null>((resolve) => run.once('close', resolve));
    while (scene.server.mail.count === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    // One of its processes gone, PostgreSQL ends all others and recovers, as after a power cut.
    const { rows } = await asked("select pid from pg_stat_activity where application_name = 'mailout' limit 1");
    process.kill(rows[0]?.pid, 'SIGKILL');
    // It ends, or goes on as soon as the server is back.
    expect([0, 5]).toContain(await ended);
    scene.server.mail.faults = [];
    expect(await complaintsAtTheEnd(scene)).toEqual([]);
    await scene.end();
  });
});
