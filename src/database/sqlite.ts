import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CompiledQuery, Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import Libsql from 'libsql';
import { Fault } from '../model/fault.js';
import { type Connections, transactions } from './connections.js';
import { sqliteFault, unopenedFault } from './database-fault.js';
import type { Tables } from './tables.js';

/** For how long a transaction waits for that of another process: a freeze of half a million people takes some seconds. */
const patience = 60_000;

/** How long SQLite itself waits, and this process with it. */
const stillness = 100;

/**
 * A database in a file, which is made if it is not there, for nobody but its owner, as is its folder. Two connections, so
 * that people can be looked up while others are written.
 *
 * @throws Fault if it cannot be opened or is no database.
 */
export async function openSqlite(file: string, wait = patience): Promise<Connections> {
  makePrivate(file);
  const until = Date.now() + wait;
  // A second process that opens the file at the same moment may hold it for an instant.
  const writing = await untilFree(until, () => connect(file));
  const reading = await untilFree(until, () => connect(file));
  const writer = kyselyOver(writing);
  const reader = kyselyOver(reading);
  return {
    bytes: 'blob',
    db: reader,
    write: transactions(
      writer,
      async (db) => untilFree(Date.now() + wait, () => run(db, 'begin immediate')),
      (db, statement) => run(db, statement),
    ),
    holds: (column, bytes) => sql`instr(${sql.ref(column)}, ${bytes}) > 0`,
    takeStock: async () => {},
    wipe: () => writer.connection().execute(async () => intoOneFile(writing)),
    close: async () => {
      if (!writing.open) return;
      try {
        intoOneFile(writing);
      } catch {
        // Nothing is lost: whoever opens the file next does it.
      }
      await Promise.all([reader.destroy(), writer.destroy()]);
      for (const one of [reading, writing]) if (one.open) one.close();
    },
  };
}

function makePrivate(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // SQLite gives its two files beside this one the same permissions.
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw unopenedFault(error);
  }
}

function connect(file: string): Libsql.Database {
  let db: Libsql.Database | undefined;
  try {
    db = new Libsql(file);
    db.exec(`pragma busy_timeout = ${stillness}`);
    db.exec('pragma journal_mode = wal');
    db.exec('pragma synchronous = full');
    db.exec('pragma foreign_keys = on');
    db.exec('pragma secure_delete = on');
    return db;
  } catch (error) {
    db?.close();
    throw unopenedFault(error);
  }
}

/** Tries again while another process has the database, without holding this one up. */
async function untilFree<Result>(until: number, work: () => Result | Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof Fault && error.details.code === 'database/busy';
      if (!busy || Date.now() > until) throw error;
    }
    await setTimeout(20);
  }
}

type Bracket = 'begin immediate' | 'commit' | 'rollback';

async function run(db: Kysely<Tables>, statement: Bracket): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(statement));
}

function kyselyOver(db: Libsql.Database): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyDatabase(db) }) });
}

const mostStatementsKept = 50;

/** libsql as Kysely wants it: statements kept, bytes as Buffers, failures as Faults. */
function kyselyDatabase(db: Libsql.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => db.close(),
    prepare: (text) => {
      const known = kept.get(text);
      if (known) return known;
      const statement = isBracket(text) ? bracket(db, text) : preparedStatement(db, text);
      const [oldest] = kept.keys();
      if (kept.size >= mostStatementsKept && oldest !== undefined) kept.delete(oldest);
      kept.set(text, statement);
      return statement;
    },
  };
}

function isBracket(text: string): text is Bracket {
  return text === 'begin immediate' || text === 'commit' || text === 'rollback';
}

/**
 * The beginning or end of a transaction. A prepared one that was refused because the database is busy would stay open in
 * libsql 0.5 and hold on to the database as it was then.
 */
function bracket(db: Libsql.Database, text: Bracket): SqliteStatement {
  const nothing = { changes: 0, lastInsertRowid: 0 };
  const end = () => {
    exec(db, text);
    return nothing;
  };
  return { reader: false, run: end, all: () => [], iterate: () => [].values() };
}

function preparedStatement(db: Libsql.Database, text: string): SqliteStatement {
  const statement = guarded(() => db.prepare(text));
  const { reader } = statement;
  return {
    reader,
    run: (values) => guarded(() => statement.run([...values])),
    all: (values) => guarded(() => statement.all([...values]).map(withBuffers)),
    iterate: () => {
      throw new Error('Rows are read page by page: a reader in the middle of its rows would hold the database up.');
    },
  };
}

/** libsql gives an ArrayBuffer where better-sqlite3, and pg, give a Buffer. */
function withBuffers(row: unknown): unknown {
  const columns = row as Record<string, unknown>;
  for (const name in columns) {
    const value = columns[name];
    if (value instanceof ArrayBuffer) columns[name] = Buffer.from(value);
  }
  return columns;
}

/**
 * Brings what was written last from the log beside the file into the file, and empties the log. Where another program is
 * reading just then, it does so later.
 */
function intoOneFile(db: Libsql.Database): void {
  exec(db, 'pragma wal_checkpoint(truncate)');
}

function exec(db: Libsql.Database, text: string): void {
  guarded(() => db.exec(text));
}

function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw sqliteFault(error);
  }
}
