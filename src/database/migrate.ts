import { type Kysely, Migrator } from 'kysely';
import { exitCode, Fault } from '../model/fault.js';
import type { Connections } from './connections.js';
import { migrations } from './migrations/migrations.js';
import type { Tables } from './tables.js';

const migrationTableName = 'mailout_migrations';
const migrationLockTableName = 'mailout_migrations_lock';

/**
 * Brings a database to the shape that this program knows, all in one transaction.
 *
 * @throws Fault (exit 2) if a newer program has been there: it is then left as it is.
 */
export async function migrate({ db, write, bytes }: Connections): Promise<void> {
  const steps = migrations(bytes);
  const done = await stepsDone(db);
  const names = Object.keys(steps);
  if (done.some((name) => !names.includes(name))) throw newer();
  if (done.length === names.length) return;

  const bring = async (one: Kysely<Tables>) => {
    const provider = { getMigrations: async () => steps };
    const { error } = await new Migrator({
      db: one,
      provider,
      migrationTableName,
      migrationLockTableName,
    }).migrateToLatest();
    if (error) throw error;
  };
  // PostgreSQL: Kysely's own lock and transaction. SQLite: it has neither for it.
  await (bytes === 'bytea' ? bring(db) : write(bring));
}

async function stepsDone(db: Kysely<Tables>): Promise<readonly string[]> {
  const log = db as unknown as Kysely<Record<typeof migrationTableName, { name: string }>>;
  const names = async () => (await log.selectFrom(migrationTableName).select('name').execute()).map(({ name }) => name);
  try {
    // The usual case first: what there is of tables takes a new connection to PostgreSQL much longer to find out.
    return await names();
  } catch (error) {
    // A server that is silent, or lets nobody in, is not asked twice.
    if (error instanceof Fault && error.details.code !== 'database/failed') throw error;
    const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
    // Where it is there now, somebody else has just made it.
    return tables.some(({ name }) => name === migrationTableName) ? names() : [];
  }
}

function newer(): Fault {
  return new Fault({
    code: 'database/newer',
    exit: exitCode.usage,
    words: 'The database of people was written by a newer mailout than this one.',
    fix: 'Update mailout: npm install in its folder, or ask whoever installed it.',
  });
}
