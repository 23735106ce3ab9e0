import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPostgres, type Postgres, startPostgres } from '../../harness/postgres.js';
import { copyOf, type Project } from '../../harness/project.js';

/* People in one PostgreSQL and what is remembered of them in another place of it, as two computers would share them. */

let server: Postgres | undefined;
let ledger = '';
beforeAll(async () => {
  server = await startPostgres();
  if (!server) return;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('create database ledger');
  await client.query('create table members (email text, first_name text, nation text)');
  await client.query(`insert into members values
    ('jo@example.org', 'Jo', 'wales'), ('al@example.org', null, 'england'), ('JO@example.org', 'Jo', 'wales')`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = '/ledger';
  ledger = url.href;
});
afterAll(() => server?.stop());

function workspace(): Project {
  const project = copyOf('newsletter');
  project.write(
    'audiences/pickers.yaml',
    `title: Pickers
why: You asked.
environment: test
basis: consent
fields: [{ name: first_name, fallback: friend }]
facets: { nations: [england, wales] }
source:
  kind: postgres
  query: select email, first_name, nation from members order by ctid
columns: { email: email, fields: { first_name: first_name }, facets: { nations: { column: nation } } }
`,
  );
  return project;
}

describe.skipIf(!hasPostgres)('two computers that share a database', () => {
  const key = randomBytes(32).toString('base64');
  const variables = () => ({ MAILOUT_PEOPLE: server?.url ?? '', MAILOUT_LEDGER: ledger, MAILOUT_KEY: key });

  it('know of the same rosters and suppressions', { timeout: 60_000 }, async () => {
    const [here, there] = [workspace(), workspace()];
    const first = await here.mailout('audience freeze pickers', undefined, variables());
    expect(first).toMatchObject({ code: 0, err: '' });
    const second = await there.mailout('audience freeze pickers', undefined, variables());
    expect(second.out).toBe(first.out.replace('are written down', 'were written down before'));

    await there.mailout('suppressions add al@example.org', undefined, variables());
    const story = await here.mailout('audience explain pickers --who al@example.org', undefined, variables());
    expect(story.out).toContain('a…@example.org does not get the mail of Pickers.');
    expect(story.out).toContain('weekly, 2027-03-22: the edition “everyone-else”.');
    expect(here.exists('audiences/private')).toBe(false);
  });

  it('are refused with another key, and nothing is made up', async () => {
    const other = { ...variables(), MAILOUT_KEY: randomBytes(32).toString('base64') };
    const { code, out, err } = await workspace().mailout('audience explain pickers', undefined, other);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('written with another key');
  });

  it('need the key that the others have', async () => {
    const { MAILOUT_KEY: _, ...without } = variables();
    expect(await workspace().mailout('audience explain pickers', undefined, without)).toMatchObject({
      code: 2,
      out: '',
    });
  });
});
