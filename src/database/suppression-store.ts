import type { Kysely } from 'kysely';
import type { Connections } from './connections.js';
import { instantOf } from './instants.js';
import { gathered, parts } from './pages.js';
import type { Seal } from './seal.js';
import { noteBounces } from './soft-bounces.js';
import { suppressedAddresses, suppressionIndex } from './suppression-pages.js';
import {
  type AddressedRow,
  addressedRow,
  earliestOfEach,
  liftRows,
  personAt,
  recordRows,
  suppressionOf,
} from './suppression-rows.js';
import type { SuppressionHoldings, SuppressionStore } from './suppressions.js';
import type { Tables } from './tables.js';

/** Rows a statement: few enough for SQLite's 32,766 values. */
const rowsAtOnce = 500;

/** A transaction costs much, whatever is in it. */
const entriesOfATransaction = 20_000;

const manyRows = 5_000;

/** The suppressions of a database. */
export function suppressionStore({ db, write, takeStock, wipe }: Connections, seal: Seal): SuppressionStore {
  return {
    record: async (entries, at) => {
      const recordedAt = instantOf(at);
      let told = 0;
      let added = 0;
      for await (const some of gathered(entries, entriesOfATransaction)) {
        const rows = earliestOfEach(some.map((entry) => addressedRow(seal, entry, recordedAt)));
        const fresh = await write((one) => recordParts(one, seal, rows));
        if (fresh >= manyRows) await takeStock();
        added += fresh;
        told += some.length;
      }
      return { added, known: told - added };
    },

    noteSoftBounces: async (bounces, at) => {
      const recordedAt = instantOf(at);
      const told = bounces.map(({ address, at }) => ({ person: personAt(seal, address), address, at: instantOf(at) }));
      told.sort((a, b) => (a.person < b.person || (a.person === b.person && a.at < b.at) ? -1 : 1));
      let noted = 0;
      let suppressed = 0;
      for (const part of parts(told, rowsAtOnce)) {
        const sums = await write((one) => noteBounces(one, seal, part, recordedAt));
        noted += sums.noted;
        suppressed += sums.suppressed;
      }
      return { noted, known: bounces.length - noted, suppressed };
    },

    of: async (addressKey) => {
      const rows = await db
        .selectFrom('suppressions')
        .select(['person', 'reason', 'unsubscribe_group', 'origin', 'since'])
        .where('person', '=', seal.personOf(addressKey))
        .orderBy('since')
        .orderBy('reason')
        .orderBy('unsubscribe_group')
        .orderBy('origin')
        .execute();
      return rows.map(suppressionOf);
    },

    index: () => suppressionIndex(db),

    all: () => suppressedAddresses(db, seal),

    lift: async (addressKey, which = {}) => {
      const lifted = await write((one) => liftRows(one, seal.personOf(addressKey), which));
      if (lifted > 0) await wipe();
      return lifted;
    },

    forgetSoftBounces: async (addressKey) => {
      const person = seal.personOf(addressKey);
      const { numDeletedRows } = await write((one) =>
        one.deleteFrom('soft_bounces').where('person', '=', person).executeTakeFirstOrThrow(),
      );
      if (numDeletedRows > 0n) await wipe();
      return Number(numDeletedRows);
    },

    syncFinished: async ({ origin, list, at, count }) => {
      const row = { origin, list, at: instantOf(at), count };
      await write((one) =>
        one
          .insertInto('suppression_syncs')
          .values(row)
          .onConflict((conflict) => conflict.columns(['origin', 'list']).doUpdateSet({ at: row.at, count }))
          .execute(),
      );
    },

    lastSyncs: () =>
      db
        .selectFrom('suppression_syncs')
        .select(['origin', 'list', 'at', 'count'])
        .orderBy('origin')
        .orderBy('list')
        .execute(),

    holdings: () => holdings(db),
  };
}

async function recordParts(db: Kysely<Tables>, seal: Seal, rows: readonly AddressedRow[]): Promise<number> {
  let added = 0;
  for (const part of parts(rows, rowsAtOnce)) added += await recordRows(db, seal, part);
  return added;
}

async function holdings(db: Kysely<Tables>): Promise<SuppressionHoldings> {
  const { people, suppressions, oldest } = await db
    .selectFrom('suppressions')
    .select((eb) => [
      eb.fn.count('person').distinct().as('people'),
      eb.fn.countAll().as('suppressions'),
      eb.fn.min('recorded_at').as('oldest'),
    ])
    .executeTakeFirstOrThrow();
  const { bounces } = await db
    .selectFrom('soft_bounces')
    .select((eb) => eb.fn.countAll().as('bounces'))
    .executeTakeFirstOrThrow();
  return {
    people: Number(people),
    suppressions: Number(suppressions),
    softBounces: Number(bounces),
    ...(oldest !== null && { oldest }),
  };
}
