import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.js';
import type { Fault } from '../../src/model/fault.js';
import { databaseContract } from '../contracts/database-contract.js';
import { guardedUser, hasPostgres, startPostgres } from '../harness/postgres.js';
import { freshKey, now, suppressed } from './sample.js';

/** Nothing may be made where a URL is given. */
const file = '/nowhere/ledger.sqlite';

describe.skipIf(!hasPostgres)('a database on a server', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
  });

  let made = 0;
  const freshDatabase = async () => {
    made += 1;
    const name = `mailout_${process.pid}_${made}`;
    await ask(urlOf(server), `create database ${name}`);
    const url = new URL(urlOf(server));
    url.pathname = `/${name}`;
    return { url: url.href, discard: () => ask(urlOf(server), `drop database ${name}`).then(() => {}) };
  };

  databaseContract(
    async () => ({ file, ...(await freshDatabase()) }),
    async ({ url = '' }, texts) => {
      const kept = (await everything(url)).join('\n');
      return texts.filter((text) => kept.includes(text) || kept.includes(Buffer.from(text).toString('hex')));
    },
  );

  it('of a newer mailout is refused and left as it is', async () => {
    const { url, discard } = await freshDatabase();
    const key = freshKey();
    await (await openDatabase({ url, file, key })).close();
    await ask(url, "insert into mailout_migrations values ('002-ledger', '2027-01-01T00:00:00Z')");
    await expect(openDatabase({ url, file, key })).rejects.toMatchObject({
      details: { code: 'database/newer', exit: 2 },
    });
    await discard();
  });

  it('that another program has a table of ours in is refused and left as it is', async () => {
    const { url, discard } = await freshDatabase();
    await ask(url, 'create table people (name text)');
    await expect(openDatabase({ url, file, key: freshKey() })).rejects.toMatchObject({
      details: { code: 'database/taken', exit: 2 },
    });
    const left = await ask(url, "select table_name from information_schema.tables where table_schema = 'public'");
    expect(JSON.stringify(left)).not.toContain('suppressions');
    await discard();
  });

  it('that goes away in the middle is a Fault, and never an empty one', async () => {
    const { url, discard } = await freshDatabase();
    const database = await openDatabase({ url, file, key: freshKey() });
    await database.suppressions.record([[suppressed('ada@example.org')]], now);
    const broken = database.suppressions.record(
      (async function* () {
        await ask(urlOf(server), `alter database ${new URL(url).pathname.slice(1)} allow_connections false`);
        await ask(
          urlOf(server),
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`,
        );
        yield [suppressed('ben@example.org')];
      })(),
      now,
    );
    await expect(broken).rejects.toMatchObject({ name: 'Fault', details: { exit: 5 } });
    await expect(database.suppressions.index()).rejects.toMatchObject({ name: 'Fault', details: { exit: 5 } });
    await database.close();
    await discard();
  });

  it('that does not know the password, has no such database or gives no rights, says so without the password', async () => {
    await ask(urlOf(server), `create role ${guardedUser} login password 'swordfish'`);
    const { url, discard } = await freshDatabase();
    const as = (user: string, password: string, path = new URL(url).pathname) =>
      Object.assign(new URL(url), { username: user, password, pathname: path }).href;
    const refused = [
      { url: as(guardedUser, 'hunter2-secret'), code: 'database/no-entry', exit: 4 },
      { url: as('nobody', 'hunter2-secret'), code: 'database/no-entry', exit: 4 },
      { url: as(guardedUser, 'swordfish', '/no_such_place'), code: 'database/not-there', exit: 2 },
      { url: as(guardedUser, 'swordfish'), code: 'database/no-rights', exit: 4 },
    ];
    for (const { url, code, exit } of refused) {
      const fault = await faultOf(url);
      expect(fault.details).toMatchObject({ code, exit });
      expect(told(fault)).not.toMatch(/hunter2|swordfish/);
    }
    await discard();
  });
});

describe('an address of a server', () => {
  it.each([
    {
      what: 'nobody listens',
      url: 'postgres://ada:hunter2-secret@127.0.0.1:9/mailout',
      code: 'database/unreachable',
      exit: 5,
    },
    {
      what: 'there is no such host',
      url: 'postgresql://ada:hunter2-secret@no-such-host.invalid/mailout',
      code: 'database/unreachable',
      exit: 5,
    },
    {
      what: 'it is another kind',
      url: 'mysql://ada:hunter2-secret@127.0.0.1/mailout',
      code: 'database/not-a-url',
      exit: 2,
    },
    { what: 'it is none', url: 'hunter2-secret', code: 'database/not-a-url', exit: 2 },
    { what: 'it is empty', url: '', code: 'database/not-a-url', exit: 2 },
    {
      what: 'its certificate is not there',
      url: 'postgres://ada:hunter2-secret@127.0.0.1:9/m?sslrootcert=/hunter2-secret',
      code: 'database/unreachable',
      exit: 5,
    },
  ])('where $what is refused without the password in it', async ({ url, code, exit }) => {
    const fault = await faultOf(url);
    expect(fault.details).toMatchObject({ code, exit });
    expect(told(fault)).not.toContain('hunter2');
  });
});

async function faultOf(url: string): Promise<Fault> {
  return openDatabase({ url, file, key: freshKey() }).then(
    () => {
      throw new Error('It was opened.');
    },
    (fault: Fault) => fault,
  );
}

/** All that could come to be printed of a fault. */
function told(fault: Fault): string {
  return `${JSON.stringify(fault.details)} ${fault.message} ${String(fault.cause)} ${JSON.stringify(fault)}`;
}

function urlOf(server: Awaited<ReturnType<typeof startPostgres>>): string {
  if (!server) throw new Error('There is no server.');
  return server.url;
}

async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, as a dump has it: bytes as hexadecimal digits. */
async function everything(url: string): Promise<string[]> {
  const tables = await ask(
    url,
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    for (const { row } of await ask(url, `select t::text as row from "${String(name)}" t`)) rows.push(String(row));
  }
  return rows;
}
