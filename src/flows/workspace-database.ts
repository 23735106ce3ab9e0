import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/open.js';
import { databaseFile, keepACopy, ledgerKey } from '../workspace/ledger-key.js';
import type { PeopleWorld } from './people-world.js';

/**
 * Opens the workspace's database for as long as it is used: the one that MAILOUT_LEDGER names, or the file in
 * audiences/private/. Without either there is none, unless it is to be made.
 *
 * @throws Fault where it cannot be reached: a database that is silent is never taken for an empty one.
 */
export async function withDatabase<Result>(
  { root, variable, notice }: PeopleWorld,
  { make }: { readonly make: boolean },
  use: (database: Database | undefined) => Promise<Result>,
): Promise<Result> {
  const url = variable('MAILOUT_LEDGER');
  const file = join(root, databaseFile);
  if (!url && !make && !existsSync(file)) return use(undefined);
  const key = ledgerKey(root, variable('MAILOUT_KEY'), { make: make && !url });
  const { openDatabase } = await import('../database/open.js');
  const isNewFile = !url && !existsSync(file);
  const database = await openDatabase({ ...(url && { url }), file, key });
  if (isNewFile && !variable('MAILOUT_KEY')) notice(keepACopy);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** Like `withDatabase`, for what cannot be done without one: it is made if there is none. */
export async function withMadeDatabase<Result>(
  world: PeopleWorld,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  return withDatabase(world, { make: true }, (database) => {
    if (!database) throw new Error('A database was to be made.');
    return use(database);
  });
}
