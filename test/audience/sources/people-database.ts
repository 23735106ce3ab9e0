import pg from 'pg';
import type { Table } from '../../contracts/source-contract.js';
import { startPostgres } from '../../harness/postgres.js';

/** A real PostgreSQL that a source can read people from. */
export type PeopleDatabase = {
  readonly url: string;
  readonly socket: string;
  /** Runs one or more statements. */
  readonly run: (text: string, values?: readonly unknown[]) => Promise<void>;
  /** Makes a table of its own for people, and gives the query that reads them in this order. */
  readonly put: (table: Table) => Promise<string>;
  /** How many connections there are but our own. */
  readonly connections: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Undefined where PostgreSQL is not installed. */
export async function startPeopleDatabase(): Promise<PeopleDatabase | undefined> {
  const server = await startPostgres();
  if (!server) return undefined;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  let tables = 0;

  const run = async (text: string, values?: readonly unknown[]) => {
    await client.query(text, values && [...values]);
  };

  const connections = async () => {
    const counted = await client.query<{ others: number }>(
      "select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return counted.rows[0]?.others ?? 0;
  };

  return {
    url: server.url,
    socket: server.socket,
    run,
    put: async ({ columns, rows }) => {
      tables += 1;
      const name = `people_${tables}`;
      const cells = columns.map((_, index) => `c${index}`);
      await run(`create table ${name} (place int, ${cells.map((cell) => `${cell} text`).join(', ')})`);
      // An empty cell is as often null as it is an empty text.
      await run(
        `insert into ${name} select place, ${cells.map((_, at) => `case when place % 2 = 0 then nullif(cells->>${at}, '') else cells->>${at} end`).join(', ')}
         from json_array_elements($1) with ordinality as given (cells, place)`,
        [JSON.stringify(rows)],
      );
      const selected = cells.map((cell, index) => `${cell} as "${columns[index]?.replaceAll('"', '""')}"`);
      return `select ${selected.join(', ')} from ${name} order by place`;
    },
    connections,
    stop: async () => {
      await client.end();
      await server.stop();
    },
  };
}
