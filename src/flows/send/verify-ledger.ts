import type { PeopleWorld } from '../people-world.js';
import { withDatabase } from '../workspace-database.js';

/** Whether the record of all sends adds up. */
export type Verified = { readonly sends: number; readonly complaints: readonly string[] };

/** Holds every send against its roster, its batches and their attempts. A ledger that is not there adds up. */
export async function verifyLedger(world: PeopleWorld): Promise<Verified> {
  return withDatabase(world, { make: false }, async (database) => {
    if (!database) return { sends: 0, complaints: [] };
    const sends = await database.sends.list({});
    return { sends: sends.length, complaints: await database.sends.verify() };
  });
}

/** Gives all that is recorded of all sends, one thing at a time. No person is in it. */
export async function exportLedger(world: PeopleWorld, each: (record: object) => void): Promise<void> {
  return withDatabase(world, { make: false }, async (database) => {
    if (!database) return;
    for await (const record of database.sends.export()) each(record);
  });
}

const day = 24 * 60 * 60_000;

/** Forgets who was in rosters that were frozen more than so many days ago, but for those of sends under way. */
export async function forgetLedger(
  days: number,
  world: PeopleWorld,
): Promise<{ readonly rosters: number; readonly people: number }> {
  return withDatabase(world, { make: false }, async (database) => {
    const before = new Date(Date.parse(world.now) - days * day).toISOString();
    return (await database?.rosters.forget(before)) ?? { rosters: 0, people: 0 };
  });
}
