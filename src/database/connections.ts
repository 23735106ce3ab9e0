import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { ByteColumn, Tables } from './tables.js';

/** A way to the database, the same whichever it is. Whatever fails is a Fault without anything of the data in it. */
export type Connections = {
  readonly bytes: ByteColumn;
  /** For reading only. */
  readonly db: Kysely<Tables>;
  /**
   * Runs work in one transaction: all of it is kept, and outlasts a power cut, or nothing. Not to be called from within
   * the work: what is to be written there goes through the `db` that the work is given.
   */
  readonly write: <Result>(work: (db: Kysely<Tables>) => Promise<Result>) => Promise<Result>;
  /** Whether the bytes of a column have these bytes somewhere in them. */
  readonly holds: (column: string, bytes: Buffer) => RawBuilder<SqlBool>;
  /** After many new rows: lets the database count them. A server that has not would read whole tables for a few people. */
  readonly takeStock: () => Promise<void>;
  /** Lets what was deleted go from the files, too, as far as the database can be told to. */
  readonly wipe: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * `Connections.write` over a database: `begin`, the work, `commit`, or `rollback` if it throws.
 *
 * @throws Error at once where one transaction would wait for the other for ever: one in the middle of the other.
 */
export function transactions(
  db: Kysely<Tables>,
  begin: (db: Kysely<Tables>) => Promise<void>,
  run: (db: Kysely<Tables>, statement: 'commit' | 'rollback') => Promise<void>,
): Connections['write'] {
  const within = new AsyncLocalStorage<true>();
  return async (work) => {
    if (within.getStore()) throw new Error('A transaction was begun in the middle of another.');
    return within.run(true, () =>
      db.connection().execute(async (one) => {
        await begin(one);
        try {
          const result = await work(one);
          await run(one, 'commit');
          return result;
        } catch (error) {
          // Where the connection is gone, so is the transaction; why the work failed is what has to be said.
          await run(one, 'rollback').catch(() => {});
          throw error;
        }
      }),
    );
  };
}
