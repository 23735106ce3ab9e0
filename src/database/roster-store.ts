import type { Kysely } from 'kysely';
import type { Connections } from './connections.js';
import { freezeRoster } from './freeze.js';
import { instantOf } from './instants.js';
import { unpackPeople } from './packed.js';
import { pages } from './pages.js';
import { rosterOf } from './roster-heads.js';
import { erasePerson, forgetPeople, rostersOf } from './roster-people.js';
import type { FrozenBatch, Roster, RosterFilter, RosterHoldings, RosterStore } from './rosters.js';
import type { Seal } from './seal.js';
import type { Tables } from './tables.js';

/** The rosters of a database. */
export function rosterStore(connections: Connections, personOf: Seal['personOf']): RosterStore {
  const { db, write, wipe } = connections;
  const pseudonym = (addressKey: string) => Buffer.from(personOf(addressKey), 'hex');
  return {
    freeze: (head, fill) => write((one) => freezeRoster(one, head, fill)),
    drop: (id) => write((one) => dropRoster(one, id)),
    list: (filter) => listRosters(db, filter),
    batches: (id) => frozenBatches(db, id),
    history: (addressKey) => rostersOf(connections, pseudonym(addressKey)),
    erase: async (addressKey) => {
      const rosters = await write((one) => erasePerson(one, connections, pseudonym(addressKey)));
      if (rosters > 0) await wipe();
      return rosters;
    },
    forget: async (before) => {
      const at = instantOf(before);
      const forgotten = await write((one) => forgetPeople(one, at));
      if (forgotten.rosters > 0) await wipe();
      return forgotten;
    },
    holdings: () => holdings(db),
  };
}

/** Foreign keys keep a roster that a send was begun with. */
async function dropRoster(db: Kysely<Tables>, id: string): Promise<void> {
  for (const table of ['roster_batches', 'roster_left_out'] as const) {
    await db.deleteFrom(table).where('roster', '=', id).execute();
  }
  await db.deleteFrom('rosters').where('id', '=', id).execute();
}

async function listRosters(db: Kysely<Tables>, filter: RosterFilter = {}): Promise<readonly Roster[]> {
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined) as [keyof RosterFilter, string][];
  const rows = await db
    .selectFrom('rosters')
    .selectAll()
    .where((eb) => eb.and(wanted.map(([column, value]) => eb(column, '=', value))))
    .orderBy('frozen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(rosterOf);
}

const batchesAtOnce = 50;

async function* frozenBatches(db: Kysely<Tables>, id: string): AsyncGenerator<FrozenBatch> {
  const ask = (after: Tables['roster_batches'] | undefined, size: number) =>
    db
      .selectFrom('roster_batches')
      .selectAll()
      .where('roster', '=', id)
      .where('number', '>', after?.number ?? 0)
      .orderBy('number')
      .limit(size)
      .execute();
  for await (const page of pages(batchesAtOnce, ask)) {
    for (const { number, edition, size, people } of page) {
      const known = unpackPeople(people);
      yield { number, edition, people: Array.from({ length: size }, (_, place) => known[place]) };
    }
  }
}

async function holdings(db: Kysely<Tables>): Promise<RosterHoldings> {
  const { rosters, oldest } = await db
    .selectFrom('rosters')
    .select((eb) => [eb.fn.countAll().as('rosters'), eb.fn.min('frozen_at').as('oldest')])
    .executeTakeFirstOrThrow();
  const { size, erased } = await db
    .selectFrom('roster_batches')
    .select((eb) => [eb.fn.sum('size').as('size'), eb.fn.sum('erased').as('erased')])
    .executeTakeFirstOrThrow();
  return {
    rosters: Number(rosters),
    places: Number(size ?? 0) - Number(erased ?? 0),
    ...(oldest !== null && { oldest }),
  };
}
