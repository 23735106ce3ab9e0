import { Socket } from 'node:net';
import pg from 'pg';
import type { SourceOf } from '../../model/audience.js';
import { columnsOf } from './columns.js';
import { connectionFault, unconnectedFault } from './postgres-connection-fault.js';
import { type Asked, refusedQueryFault } from './postgres-query-fault.js';
import type { OpenSource, RefusedRow, Row, RowBatch } from './source.js';
import { isUnreadable, unreadableRow } from './unreadable.js';

/** How many milliseconds the database may say nothing: until it lets somebody in or go, and for each thousand rows. */
export type Patience = { readonly connecting: number; readonly reading: number };

const usualPatience: Patience = { connecting: 10_000, reading: 300_000 };

/** How many rows are in memory at a time. */
const rowsAtOnce = 1_000;

/**
 * What a query gives that reads people from a PostgreSQL database. It is declared as a cursor in a transaction that may
 * not write, so that PostgreSQL itself refuses whatever is not one statement that reads (manual: DECLARE, SET
 * TRANSACTION). Values are the text that PostgreSQL writes, dates as 2027-03-26, and null is an empty cell. Rows are
 * counted as if the first row named the columns.
 *
 * @param settings the query, and the name of the environment variable that has the address of the database
 * @param variable the value of an environment variable
 * @throws Fault where there is no way to the database or the query gives no people. Nothing of the address, of the rows
 * or of what PostgreSQL says about them is in it.
 */
export async function openPostgres(
  { query, connection }: Omit<SourceOf<'postgres'>, 'kind'>,
  variable: (name: string) => string | undefined,
  patience: Patience = usualPatience,
): Promise<OpenSource> {
  const asked = { query, variable: connection };
  const socket = new Socket();
  const client = clientFor(variable(connection), connection, patience, socket);
  // Of a connection that breaks off, the query says so that is under way or comes next.
  client.on('error', () => {});
  const close = once(() => letGo(client, socket, patience));
  try {
    await connect(client, connection);
    await declare(client, asked, patience);
    const fetch = fetcher(client, asked);
    const first = await fetch();
    return { columns: columnsOf(first.names, 'postgres'), batches: batches(first, fetch, close), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function clientFor(address: string | undefined, variable: string, patience: Patience, socket: Socket): pg.Client {
  if (address === undefined || address.trim() === '') throw connectionFault('unset', variable);
  if (!/^postgres(ql)?:\/\//.test(address)) throw connectionFault('not-an-address', variable);
  try {
    return new pg.Client({
      connectionString: address,
      stream: () => socket,
      connectionTimeoutMillis: patience.connecting,
      // The database stops first, and says so; this is for one that cannot.
      query_timeout: patience.reading + patience.connecting,
      keepAlive: true,
      application_name: 'mailout',
    });
  } catch {
    throw connectionFault('not-an-address', variable);
  }
}

async function connect(client: pg.Client, variable: string): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw unconnectedFault(error, variable);
  }
}

/** pg waits until the other side hangs up, which a network that has gone silent never tells. */
async function letGo(client: pg.Client, socket: Socket, patience: Patience): Promise<void> {
  const impatient = setTimeout(() => socket.destroy(), patience.connecting);
  try {
    await client.end();
  } finally {
    clearTimeout(impatient);
  }
}

const cursor = 'declare people no scroll cursor for\n';

/** A cursor is planned for its first rows, as if the rest were never read, unless it is told otherwise. */
const settings = (patience: Patience) => `
  begin read only;
  set local statement_timeout = ${patience.reading};
  set local cursor_tuple_fraction = 1;
  set local datestyle = 'ISO'`;

async function declare(client: pg.Client, asked: Asked, patience: Patience): Promise<void> {
  try {
    await client.query(settings(patience));
    // Only this way of asking refuses a second statement.
    const one: pg.QueryConfig & { readonly queryMode: 'extended' } = {
      text: cursor + asked.query,
      queryMode: 'extended',
    };
    await client.query(one);
  } catch (error) {
    throw refusedQueryFault(error, asked, cursor.length);
  }
}

type Fetched = { readonly names: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] };

type Fetch = () => Promise<Fetched>;

const asText: pg.CustomTypesConfig = { getTypeParser: () => (value: string | Buffer) => String(value) };

function fetcher(client: pg.Client, asked: Asked): Fetch {
  const next = { text: `fetch forward ${rowsAtOnce} from people`, rowMode: 'array', types: asText } as const;
  return async () => {
    try {
      const { fields, rows } = await client.query<(string | null)[]>(next);
      return { names: fields.map(({ name }) => name), rows };
    } catch (error) {
      throw refusedQueryFault(error, asked);
    }
  };
}

async function* batches(first: Fetched, fetch: Fetch, close: () => Promise<void>): AsyncGenerator<RowBatch> {
  try {
    let number = 1;
    let fetched = first;
    for (;;) {
      const last = fetched.rows.length < rowsAtOnce;
      if (fetched.rows.length > 0) yield batchOf(fetched.rows, number);
      if (last) return;
      number += fetched.rows.length;
      fetched = await fetch();
    }
  } finally {
    await close();
  }
}

function batchOf(values: Fetched['rows'], before: number): RowBatch {
  const rows: Row[] = [];
  const refused: RefusedRow[] = [];
  for (const [index, row] of values.entries()) {
    const number = before + index + 1;
    const texts = row.map((value) => value ?? '');
    if (texts.some(isUnreadable)) refused.push({ ...unreadableRow(number), fix: 'Have it put right in the database.' });
    else rows.push({ number, values: texts });
  }
  return { rows, refused };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
