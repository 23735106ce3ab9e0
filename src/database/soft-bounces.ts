import type { Kysely } from 'kysely';
import { repeatedlyBounced } from './repeated-bounces.js';
import type { Seal } from './seal.js';
import { type AddressedRow, recordRows } from './suppression-rows.js';
import type { Tables } from './tables.js';

/** That a mailbox could not take mail for the time being. */
export type Bounce = { readonly person: string; readonly address: string; readonly at: string };

async function insertBounces(db: Kysely<Tables>, bounces: readonly Bounce[]): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('soft_bounces')
    .values(bounces.map(({ person, at }) => ({ person, at, settled: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** The suppressions of those whose mailbox was out of order too often. */
async function rowsForBouncers(
  db: Kysely<Tables>,
  told: readonly Bounce[],
  recordedAt: string,
): Promise<readonly AddressedRow[]> {
  const addresses = new Map(told.map(({ person, address }) => [person, address]));
  const bounces = await db
    .selectFrom('soft_bounces')
    .select(['person', 'at'])
    .where('person', 'in', [...addresses.keys()])
    .where('settled', '=', 0)
    .execute();
  const byPerson = new Map<string, string[]>();
  for (const { person, at } of bounces) byPerson.set(person, [...(byPerson.get(person) ?? []), at]);
  const rows: AddressedRow[] = [];
  for (const [person, address] of [...addresses].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const since = repeatedlyBounced(byPerson.get(person) ?? []);
    if (since === undefined) continue;
    const row = {
      person,
      reason: 'bounced',
      unsubscribe_group: 0,
      origin: 'sendgrid',
      since,
      recorded_at: recordedAt,
    } as const;
    rows.push({ row, address });
  }
  return rows;
}

/** Writes bounces down, which are in order of person and instant, and suppresses those who had too many of them. */
export async function noteBounces(
  db: Kysely<Tables>,
  seal: Seal,
  bounces: readonly Bounce[],
  recordedAt: string,
): Promise<{ readonly noted: number; readonly suppressed: number }> {
  const noted = await insertBounces(db, bounces);
  const rows = noted === 0 ? [] : await rowsForBouncers(db, bounces, recordedAt);
  return { noted, suppressed: rows.length === 0 ? 0 : await recordRows(db, seal, rows) };
}
