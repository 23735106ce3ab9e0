import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { guardedUser, hasPostgres, startPostgres } from './postgres.js';

describe.skipIf(!hasPostgres)('a PostgreSQL for tests', () => {
  it('is real and empty, apart from others, and leaves nothing', async () => {
    const one = await startPostgres();
    const other = await startPostgres();
    if (one === undefined || other === undefined) throw new Error('PostgreSQL is not there.');
    try {
      await query(one.url, 'create table people (id int)');
      expect(await query(one.url, 'select count(*) from people')).toEqual([{ count: '0' }]);
      await expect(query(other.url, 'select count(*) from people')).rejects.toThrow();
      await query(one.url, `create role ${guardedUser} login password 'secret'`);
      await expect(query(one.url.replace('postgres@', `${guardedUser}:wrong@`), 'select 1')).rejects.toThrow();
      expect(await query(one.url.replace('postgres@', `${guardedUser}:secret@`), 'select 1 as one')).toEqual([
        { one: 1 },
      ]);
    } finally {
      await one.stop();
      await other.stop();
    }
    expect(existsSync(dirname(one.socket))).toBe(false);
  });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
