import type { Kysely } from 'kysely';
import { exitCode, Fault } from '../model/fault.js';
import type { Connections } from './connections.js';
import { migrate } from './migrate.js';
import { rosterStore } from './roster-store.js';
import type { RosterStore } from './rosters.js';
import { type Seal, sealOf } from './seal.js';
import { sendStore } from './send-store.js';
import type { SendStore } from './sends.js';
import { suppressionStore } from './suppression-store.js';
import type { SuppressionStore } from './suppressions.js';
import type { Tables } from './tables.js';

/** What a workspace has to remember about people. It knows them by pseudonym, and has their addresses only sealed. */
export type Database = {
  readonly suppressions: SuppressionStore;
  readonly rosters: RosterStore;
  readonly sends: SendStore;
  /** The pseudonym of the person with an address key: the canonical address in lower case. */
  readonly personOf: (addressKey: string) => string;
  /** What links to unsubscribe know people by, and whose one is. See seal.ts. */
  readonly tokensOf: (people: readonly string[]) => readonly string[];
  readonly personOfToken: (token: string) => string | undefined;
  readonly close: () => Promise<void>;
};

export type DatabaseAt = {
  /** The address of a PostgreSQL database, from MAILOUT_LEDGER. Without it, the file is used. */
  readonly url?: string | undefined;
  readonly file: string;
  readonly key: Uint8Array;
};

/**
 * Opens the database, makes it where there is none yet, and brings it up to date.
 *
 * @throws Fault where it cannot be reached or opened (exit 5, 4 or 2), was written with another key or by a newer
 *   mailout (exit 2), or is held by another one for long (exit 3). A database that cannot be read is never an empty one.
 */
export async function openDatabase({ url, file, key }: DatabaseAt): Promise<Database> {
  const seal = sealOf(key);
  const connections = await connect(url, file);
  try {
    await migrate(connections);
    await checkKey(connections, seal);
    return {
      suppressions: suppressionStore(connections, seal),
      rosters: rosterStore(connections, seal.personOf),
      sends: sendStore(connections),
      personOf: seal.personOf,
      tokensOf: seal.tokensOf,
      personOfToken: seal.personOfToken,
      close: connections.close,
    };
  } catch (error) {
    await connections.close().catch(() => {});
    throw error;
  }
}

/** Only the library that is needed is loaded. */
async function connect(url: string | undefined, file: string): Promise<Connections> {
  if (url !== undefined) return (await import('./postgres.js')).openPostgres(url);
  return (await import('./sqlite.js')).openSqlite(file);
}

async function checkKey({ db, write }: Connections, { keyId }: Seal): Promise<void> {
  const kept = (await keptKeyId(db)) ?? (await write((one) => keepKeyId(one, keyId)));
  if (kept === keyId) return;
  throw new Fault({
    code: 'database/other-key',
    exit: exitCode.usage,
    words: 'The database of people was written with another key than the one that is here now.',
    fix: 'Put back the key that it was written with (MAILOUT_KEY, or the file ledger.key), from the copy that was kept of it.',
  });
}

async function keptKeyId(db: Kysely<Tables>): Promise<string | undefined> {
  const row = await db.selectFrom('setup').select('value').where('name', '=', 'key_id').executeTakeFirst();
  return row?.value;
}

/** Of two programs that begin at once with different keys, one is told. */
async function keepKeyId(db: Kysely<Tables>, keyId: string): Promise<string | undefined> {
  await db
    .insertInto('setup')
    .values({ name: 'key_id', value: keyId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return keptKeyId(db);
}
