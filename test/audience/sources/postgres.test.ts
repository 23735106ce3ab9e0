import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres, type Patience } from '../../../src/audience/sources/postgres.js';
import type { OpenSource } from '../../../src/audience/sources/source.js';
import { Fault } from '../../../src/model/fault.js';
import { readAll, told } from '../../contracts/source-contract.js';
import { guardedUser, hasPostgres } from '../../harness/postgres.js';
import { type PeopleDatabase, startPeopleDatabase } from './people-database.js';

const connection = 'MEMBERS_DATABASE';

function open(query: string, url: string | undefined, patience?: Patience) {
  return openPostgres({ query, connection }, (name) => (name === connection ? url : undefined), patience);
}

async function takeOne({ batches }: OpenSource): Promise<void> {
  await batches[Symbol.asyncIterator]().next();
}

async function faultOf(query: string, url: string | undefined, patience?: Patience): Promise<Fault['details']> {
  try {
    await readAll(await open(query, url, patience));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(told(error)).not.toMatch(/@example|s3cret|guarded|postgres:\/\/(?!user:password@host)/);
    expect(error.cause).toBeUndefined();
    return error.details;
  }
  throw new Error('There is no fault.');
}

describe.skipIf(!hasPostgres)('a query', () => {
  let database: PeopleDatabase;

  beforeAll(async () => {
    const started = await startPeopleDatabase();
    if (!started) throw new Error('PostgreSQL did not start.');
    database = started;
    await database.run(`
      create table members (email text, n int);
      insert into members select 'p' || g || '@example.org', g from generate_series(1, 5000) g;
      create sequence counter;
      create function adds() returns text language plpgsql as
        $$ begin insert into members values ('new@example.org', 0); return 'added'; end $$;
      create role stranger login;
      create role ${guardedUser} login password 's3cret';
      grant select on members to ${guardedUser}`);
  });

  afterAll(async () => {
    await database.stop();
  });

  const as = (user: string) => database.url.replace('postgres@', `${user}@`);

  it('gives values as PostgreSQL writes them', async () => {
    const values: readonly [sql: string, text: string][] = [
      ['true', 't'],
      ['null::text', ''],
      ['12345678901234567890::numeric', '12345678901234567890'],
      ['9007199254740993::bigint', '9007199254740993'],
      ['1.10::numeric(5,2)', '1.10'],
      ['0.1::float8', '0.1'],
      ["date '2027-03-26'", '2027-03-26'],
      ["timestamp '2027-03-26 09:05'", '2027-03-26 09:05:00'],
      ["array['a', 'b c']", '{a,"b c"}'],
      [`'{"a": [1, null]}'::json`, '{"a": [1, null]}'],
      ["'\\x00ff'::bytea", '\\x00ff'],
      ["'  two  spaces '", '  two  spaces '],
      ["E'one\\r\\ntwo'", 'one\r\ntwo'],
    ];
    const query = `select ${values.map(([sql], index) => `${sql} as c${index}`).join(', ')}`;
    const { rows } = await readAll(await open(query, `${database.url}?options=-c%20datestyle%3DGerman`));
    expect(rows[0]?.values).toEqual(values.map(([, text]) => text));
  });

  it.each([
    'table members',
    'values (1, 2)',
    '-- all of them\nselect email from members;',
    '(select 1)',
    'with a as (select 1 as b) select b from a',
  ])('may be any that reads: %s', async (query) => {
    expect((await readAll(await open(query, database.url))).rows.length).toBeGreaterThan(0);
  });

  it.each<[string, string, string, (string | RegExp)?]>([
    ['is unset', 'unset', ''],
    ['is another kind of address', 'not-an-address', 'https://user:s3cret@example.org/'],
    ['cannot be read', 'not-an-address', 'postgres://user:s3cret@example.org:99999/x'],
    ['names a certificate that is not there', 'not-an-address', 'postgres://u:s3cret@localhost/x?sslrootcert=/nowhere'],
    ['names a port where nobody is', 'unreachable', 'postgres://u:s3cret@127.0.0.1:1/x', /ECONNREFUSED/],
    ['names a host that is not there', 'unreachable', 'postgres://u:s3cret@members.invalid/x'],
  ])('is a Fault where the address %s', async (_, code, url, words = connection) => {
    const fault = await faultOf('select 1', url);
    expect(fault.code).toBe(`audience/postgres-${code}`);
    expect(fault.words).toMatch(words);
    expect(fault.exit).toBe({ unset: 4, 'not-an-address': 2 }[code] ?? 5);
  });

  it('is a Fault where the server does not let the user in', async () => {
    const codes = async (url: string) => {
      const { code, exit } = await faultOf('select email from members', url);
      return [code, exit];
    };
    expect(await codes(as(`${guardedUser}:wrong-s3cret`))).toEqual(['audience/postgres-no-entry', 4]);
    expect(await codes(as(guardedUser))).toEqual(['audience/postgres-no-entry', 4]);
    expect(await codes(as('nobody'))).toEqual(['audience/postgres-no-entry', 4]);
    expect(await codes(database.url.replace(/postgres$/, 'nowhere'))).toEqual(['audience/postgres-no-database', 2]);
    expect(await codes(`${database.url}?ssl=true`)).toEqual(['audience/postgres-not-encrypted', 2]);
    expect(await codes(as('stranger'))).toEqual(['audience/postgres-rights', 4]);
    expect((await readAll(await open('table members', as(`${guardedUser}:s3cret`)))).rows).toHaveLength(5_000);
  });

  it.each<[string, string, string?]>([
    [
      'select email from membrs',
      'no-table',
      'a table “membrs” that there is not, or not in a schema that is searched (42P01). See line 1, column 19',
    ],
    [
      'select email,\n  emial\nfrom members',
      'no-column',
      '“emial” that its tables do not have (42703). See line 2, column 3',
    ],
    ['select m.emial from members m', 'no-column', '“m.emial”'],
    [
      'select \'👪\', "Ü", emial from (select 1 as "Ü") m',
      'no-column',
      '“emial” that its tables do not have (42703). See line 1, column 18',
    ],
    [
      'select n from members where email = "jo@example.org"',
      'no-column',
      'a column that its tables do not have (42703). See line 1, column 37',
    ],
    ['select email from members, members as others', 'which-column', '“email”'],
    ["select lowr('jo@example.org')", 'no-function'],
    ['select email from members where email > n', 'no-function'],
    ['select email from members where', 'syntax', 'See line 1, column 32'],
    ["select 'jo@example.org", 'syntax', 'See line 1, column 8'],
    ['select email form members x y', 'syntax'],
    ['select email into other from members', 'syntax'],
    ['selec email', 'not-reading'],
    ['', 'not-reading'],
    ['-- nothing', 'not-reading'],
    ["insert into members values ('new@example.org', 0)", 'not-reading'],
    ["  /* a */ -- b\n update members set email = 'new@example.org'", 'not-reading'],
    ['copy members to stdout', 'not-reading'],
    ['explain select 1', 'not-reading'],
    ['commit', 'not-reading'],
    ['set transaction read write', 'not-reading'],
    ["select 1; insert into members values ('new@example.org', 0)", 'two-statements'],
    ['select 1; commit', 'two-statements'],
    ["with a as (insert into members values ('new@example.org', 0) returning email) select email from a", 'writes'],
    ['select adds()', 'writes'],
    ["select nextval('counter')", 'writes'],
    ['select email from members for update', 'writes'],
    ["select set_config('transaction_read_only', 'off', true), adds()", 'writes'],
    ['select email from members where n = $1', 'placeholder'],
    ["select n from members where n = 'jo@example.org'", 'value', 'See line 1, column 33'],
    ['select email::int from members', 'value', '(22P02).'],
    ['select 1 / (n - 4000) from members', 'value', '(22012).'],
    ['select (select n from members)', 'not-accepted', '(21000).'],
    ['select email from members where n', 'not-accepted', 'See line 1, column 33'],
    ['select pg_terminate_backend(pg_backend_pid())', 'lost'],
    ['select from members', 'no-header'],
    ['select email, n as email from members', 'header-twice'],
    ['select 1, 2', 'header-twice', '“?column?”'],
    ['select email as "jo@example.org" from members', 'header-has-address'],
  ])('is a Fault that says why: %s', async (query, code, words = '.') => {
    const fault = await faultOf(query, database.url);
    expect(fault.code).toBe(`audience/postgres-${code}`);
    expect(fault.words).toContain(words);
    expect(fault.fix).toBeTruthy();
    expect([1, 2, 5]).toContain(fault.exit);
  });

  it('has changed nothing by then', async () => {
    const { rows } = await readAll(
      await open(`select count(*), (select is_called from counter) from members`, database.url),
    );
    expect(rows[0]?.values).toEqual(['5000', 'f']);
    await expect.poll(database.connections, { timeout: 5_000 }).toBe(0);
  });

  it('that takes too long is given up', async () => {
    const fault = await faultOf('select pg_sleep(100)', database.url, { connecting: 5_000, reading: 100 });
    expect(fault).toMatchObject({ code: 'audience/postgres-slow', exit: 5 });
    await expect.poll(database.connections, { timeout: 5_000 }).toBe(0);
  });

  it('sees the people of one moment, whatever changes meanwhile', async () => {
    const { batches } = await open('select email from members order by n', database.url);
    let rows = 0;
    for await (const batch of batches) {
      if (rows === 0) await database.run("insert into members values ('late@example.org', 9999)");
      rows += batch.rows.length;
    }
    await database.run('delete from members where n = 9999');
    expect(rows).toBe(5_000);
  });

  it('is a Fault where a text is in no encoding', async () => {
    await database.run("create database old encoding 'SQL_ASCII' template template0");
    const url = database.url.replace(/postgres$/, 'old');
    const people = (name: string) => `select 'a@example.org' as email, ${name} as name`;
    expect((await readAll(await open(people("E'Ren\\xc3\\xa9'"), url))).rows[0]?.values[1]).toBe('René');
    const fault = await faultOf(people("E'Ren\\xe9'"), url);
    expect(fault).toMatchObject({ code: 'audience/postgres-encoding', exit: 1 });
  });

  describe('through a network', () => {
    let between: Server;
    let url: string;
    let sockets: Socket[] = [];
    /** After how many bytes of the server's answers the network does something, and what. */
    let trouble: { readonly after: number; readonly what: 'cut' | 'silence' } | undefined;

    beforeAll(async () => {
      // Who is silent does not answer a goodbye either.
      between = createServer({ allowHalfOpen: true }, (near) => {
        const far = connect(database.socket);
        sockets.push(near, far);
        let passed = 0;
        near.on('data', (bytes) => {
          if (trouble?.what !== 'silence' || passed <= trouble.after) far.write(bytes);
        });
        far.on('data', (bytes) => {
          passed += bytes.length;
          if (!trouble || passed <= trouble.after) near.write(bytes);
          else if (trouble.what === 'cut') near.destroy();
        });
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          one.on('error', () => {});
          one.on('close', () => other.destroy());
        }
      }).listen(0, '127.0.0.1');
      await once(between, 'listening');
      const address = between.address();
      if (address === null || typeof address === 'string') throw new Error('There is no port.');
      url = `postgres://postgres@127.0.0.1:${address.port}/postgres`;
    });

    afterAll(() => {
      for (const socket of sockets) socket.destroy();
      between.close();
    });

    const query = 'select email, n from members order by n';

    it('is read whole', async () => {
      trouble = undefined;
      sockets = [];
      expect((await readAll(await open(query, url))).rows).toHaveLength(5_000);
      expect(sockets.every((socket) => socket.destroyed)).toBe(true);
    });

    // The whole answer has about 150,000 bytes.
    it.each([0, 10, 400, 700, 30_000, 100_000, 140_000])(
      'is a Fault, and never a shorter list, where the network breaks off after %i bytes',
      async (after) => {
        trouble = { after, what: 'cut' };
        const { code, exit } = await faultOf(query, url);
        expect(code).toMatch(/^audience\/postgres-(unreachable|lost)$/);
        expect(exit).toBe(5);
      },
    );

    it.each([0, 400, 700, 100_000])('is a Fault where nothing more comes after %i bytes', async (after) => {
      trouble = { after, what: 'silence' };
      const { code, exit } = await faultOf(query, url, { connecting: 300, reading: 300 });
      expect(code).toMatch(/^audience\/postgres-(unreachable|lost)$/);
      expect(exit).toBe(5);
      for (const socket of sockets) socket.destroy();
    });

    it.each([
      ['before the first is taken', 5_000, (source: OpenSource) => source.close()],
      ['between two batches', 5_000, (source: OpenSource) => takeOne(source).then(source.close)],
      ['after the last row', 500, (source: OpenSource) => takeOne(source).then(() => readAll(source))],
    ])('is let go of where the network falls silent %s', async (_, count, use) => {
      trouble = undefined;
      const first = `select email, n from members where n <= ${count} order by n`;
      const source = await open(first, url, { connecting: 2_000, reading: 2_000 });
      trouble = { after: 0, what: 'silence' };
      await use(source);
      for (const socket of sockets) socket.destroy();
    });

    it('is a Fault where the database ends between two batches', async () => {
      trouble = undefined;
      const { batches } = await open(query, database.url);
      const iterator = batches[Symbol.asyncIterator]();
      await iterator.next();
      await database.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mailout'");
      await expect(iterator.next()).rejects.toMatchObject({ details: { code: 'audience/postgres-lost', exit: 5 } });
    });
  });
});
