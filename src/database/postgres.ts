import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely';
import pg from 'pg';
import { exitCode, Fault } from '../model/fault.js';
import { type Connections, transactions } from './connections.js';
import { postgresFault, unconnectedFault } from './database-fault.js';
import type { Tables } from './tables.js';

/** A server that says nothing for so long is as good as not there. */
const patience = 10_000;

const mostConnections = 4;

/**
 * What is committed has to outlast a crash, also on a server that is set to say “committed” before that is so
 * (PostgreSQL manual, 28.4, asynchronous commit). Settings that promise more stay.
 */
const beginDurably = `begin;
  select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') in ('off', 'local')`;

/**
 * A database on a server, by its URL (postgres://user:password@host:port/name, with the parameters of libpq).
 *
 * @throws Fault (exit 2) if it is no such URL. Whether there is a server, the first query tells.
 */
export function openPostgres(url: string): Connections {
  checkUrl(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: patience,
    application_name: 'mailout',
  });
  // A connection that breaks off while nobody uses it: the next query gets another, or says that there is none.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: kyselyPool(pool) }) });
  const run = async (one: Kysely<Tables>, statement: string) => {
    await one.executeQuery(CompiledQuery.raw(statement));
  };
  return {
    bytes: 'bytea',
    db,
    write: transactions(db, (one) => run(one, beginDurably), run),
    holds: (column, bytes) => sql`position(${bytes} in ${sql.ref(column)}) > 0`,
    takeStock: () => run(db, 'analyze suppressions, people'),
    wipe: async () => {},
    close: async () => {
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

function checkUrl(url: string): void {
  const parts = URL.canParse(url) ? new URL(url) : undefined;
  if (parts?.protocol === 'postgres:' || parts?.protocol === 'postgresql:') return;
  throw new Fault({
    code: 'database/not-a-url',
    exit: exitCode.usage,
    words: 'MAILOUT_LEDGER is not the address of a PostgreSQL database.',
    fix: 'Write it like postgres://user@host:5432/mailout. Special characters in a password are written as %40 and the like.',
  });
}

/** pg as Kysely wants it, with failures as Faults. */
function kyselyPool(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await connected(pool);
      // What a broken connection says of itself, the query that was under way says, too.
      client.on('error', ignore);
      const query = async (text: unknown, values?: readonly unknown[]) => {
        if (typeof text !== 'string') throw new Error('Rows are read page by page, not through a cursor.');
        try {
          const { command, rowCount, rows } = await client.query(text, values && [...values]);
          return { command, rowCount, rows };
        } catch (error) {
          throw postgresFault(error);
        }
      };
      return {
        query,
        release: () => {
          client.off('error', ignore);
          client.release();
        },
      } as Awaited<ReturnType<PostgresPool['connect']>>;
    },
    end: () => pool.end(),
  };
}

async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw unconnectedFault(error);
  }
}

function ignore(): void {}
