import type { Kysely } from 'kysely';
import type { SuppressedAddress, Suppression } from '../model/suppression.js';
import { instantOf } from './instants.js';
import type { Seal } from './seal.js';
import type { WhichSuppressions } from './suppressions.js';
import type { Tables } from './tables.js';

type SuppressionRow = Tables['suppressions'];

/** What says which suppression it is, and since when. */
export type KeyedRow = Omit<SuppressionRow, 'recorded_at'>;

export type AddressedRow = { readonly row: SuppressionRow; readonly address: string };

/** The comparison key of a canonical address is the address in lower case. */
export function personAt(seal: Seal, address: string): string {
  return seal.personOf(address.toLowerCase());
}

/** A suppression as it is kept. Throws a Fault (exit 1) where `since` is no instant. */
export function addressedRow(seal: Seal, entry: SuppressedAddress, recordedAt: string): AddressedRow {
  const { address, reason, group, origin, since } = entry;
  const row = {
    person: personAt(seal, address),
    reason,
    unsubscribe_group: group ?? 0,
    origin,
    since: instantOf(since),
    recorded_at: recordedAt,
  };
  return { row, address };
}

/** A suppression as the rest of the program knows it. */
export function suppressionOf(row: KeyedRow): Suppression {
  const { reason, unsubscribe_group: group, origin, since } = row;
  return group === 0 ? { reason, origin, since } : { reason, group, origin, since };
}

function keyOf({ person, reason, unsubscribe_group, origin }: KeyedRow): string {
  return `${person} ${reason} ${unsubscribe_group} ${origin}`;
}

/** One row a key, and in the order of keys: two programs that record the same at once never wait for each other for ever. */
export function earliestOfEach(rows: readonly AddressedRow[]): readonly AddressedRow[] {
  const byKey = new Map<string, AddressedRow>();
  for (const one of rows) {
    const key = keyOf(one.row);
    const before = byKey.get(key);
    if (before === undefined || one.row.since < before.row.since) byKey.set(key, one);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Writes rows that are one a key, in order. Gives how many were new. */
export async function recordRows(db: Kysely<Tables>, seal: Seal, rows: readonly AddressedRow[]): Promise<number> {
  const stored = await db
    .selectFrom('suppressions')
    .select(['person', 'reason', 'unsubscribe_group', 'origin', 'since'])
    .where('person', 'in', [...new Set(rows.map(({ row }) => row.person))])
    .execute();
  const since = new Map(stored.map((row) => [keyOf(row), row.since]));
  const fresh = rows.filter(({ row }) => !since.has(keyOf(row)));
  const added = fresh.length === 0 ? 0 : await insertRows(db, seal, fresh, new Set(stored.map(({ person }) => person)));
  const isEarlier = ({ row }: AddressedRow) => row.since < (since.get(keyOf(row)) ?? '');
  if (added < fresh.length || rows.some(isEarlier)) await moveEarlier(db, rows);
  return added;
}

async function insertRows(
  db: Kysely<Tables>,
  seal: Seal,
  rows: readonly AddressedRow[],
  known: ReadonlySet<string>,
): Promise<number> {
  const people = new Map(rows.map(({ row, address }) => [row.person, address]));
  for (const person of known) people.delete(person);
  if (people.size > 0) {
    await db
      .insertInto('people')
      .values(
        [...people].map(([person, address]) => ({
          person,
          address: seal.seal(Buffer.from(address), addressOf(person)),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('suppressions')
    .values(rows.map(({ row }) => row))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** Lets known rows begin earlier, where these do. */
async function moveEarlier(db: Kysely<Tables>, rows: readonly AddressedRow[]): Promise<void> {
  await db
    .insertInto('suppressions')
    .values(rows.map(({ row }) => row))
    .onConflict((conflict) =>
      conflict
        .columns(['person', 'reason', 'unsubscribe_group', 'origin'])
        .doUpdateSet((eb) => ({ since: eb.ref('excluded.since') }))
        .whereRef('excluded.since', '<', 'suppressions.since'),
    )
    .execute();
}

/** Where the address of a person belongs, for the seal. */
export function addressOf(person: string): string {
  return `address of ${person}`;
}

/** Takes suppressions of a person away, and her address with the last one. Gives how many there were. */
export async function liftRows(db: Kysely<Tables>, person: string, which: WhichSuppressions): Promise<number> {
  const { reason, group, origin } = which;
  const { numDeletedRows } = await db
    .deleteFrom('suppressions')
    .where('person', '=', person)
    .$if(reason !== undefined, (query) => query.where('reason', '=', reason ?? 'by-hand'))
    .$if(group !== undefined, (query) => query.where('unsubscribe_group', '=', group ?? 0))
    .$if(origin !== undefined, (query) => query.where('origin', '=', origin ?? 'hand'))
    .executeTakeFirstOrThrow();
  const { left } = await db
    .selectFrom('suppressions')
    .select((eb) => eb.fn.countAll().as('left'))
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  if (Number(left) === 0) await db.deleteFrom('people').where('person', '=', person).execute();
  if (numDeletedRows > 0n && (reason ?? 'bounced') === 'bounced') {
    await db.updateTable('soft_bounces').set({ settled: 1 }).where('person', '=', person).execute();
  }
  return Number(numDeletedRows);
}
