import type { Kysely } from 'kysely';
import type { Connections } from './connections.js';
import { placesOf, withoutPeople } from './packed.js';
import { rosterOf } from './roster-heads.js';
import type { PersonInRoster, Roster } from './rosters.js';
import type { Tables } from './tables.js';

/** Every roster that a person is in or was left out of. See `RosterStore.history`. */
export async function rostersOf({ db, holds }: Connections, person: Buffer): Promise<readonly PersonInRoster[]> {
  const batches = await db
    .selectFrom('roster_batches')
    .select(['roster', 'number', 'edition', 'people'])
    .where(holds('people', person))
    .execute();
  const leftOut = await db
    .selectFrom('roster_left_out')
    .select(['roster', 'reason', 'people'])
    .where(holds('people', person))
    .execute();
  const isThere = ({ people }: { readonly people: Buffer }) => placesOf(people, person).length > 0;
  const places = [
    ...batches.filter(isThere).map(({ roster, edition, number: batch }) => ({ roster, place: { edition, batch } })),
    ...leftOut.filter(isThere).map(({ roster, reason }) => ({ roster, place: { leftOut: reason } })),
  ];
  const rosters = await rostersById(db, new Set(places.map(({ roster }) => roster)));
  return places
    .flatMap(({ roster: id, place }) => {
      const roster = rosters.get(id);
      return roster ? [{ roster, place }] : [];
    })
    .sort((a, b) => (order(a.roster) < order(b.roster) ? 1 : -1));
}

async function rostersById(db: Kysely<Tables>, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Roster>> {
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('rosters')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, rosterOf(row)]));
}

function order({ frozenAt, id }: Roster): string {
  return `${frozenAt} ${id}`;
}

/** Blanks a person's places, within the transaction that `db` is in. Gives in how many rosters she was. */
export async function erasePerson(db: Kysely<Tables>, { holds, bytes }: Connections, person: Buffer): Promise<number> {
  const alone = bytes === 'bytea';
  const batches = await db
    .selectFrom('roster_batches')
    .select(['roster', 'number', 'erased', 'people'])
    .where(holds('people', person))
    .$if(alone, (query) => query.forUpdate())
    .execute();
  const leftOut = await db
    .selectFrom('roster_left_out')
    .select(['roster', 'part', 'people'])
    .where(holds('people', person))
    .$if(alone, (query) => query.forUpdate())
    .execute();
  const found = new Set<string>();
  for (const { roster, number, erased, people } of batches) {
    const places = placesOf(people, person);
    if (places.length === 0) continue;
    found.add(roster);
    await db
      .updateTable('roster_batches')
      .set({ erased: erased + places.length, people: withoutPeople(people, places) })
      .where('roster', '=', roster)
      .where('number', '=', number)
      .execute();
  }
  for (const { roster, part, people } of leftOut) {
    const places = placesOf(people, person);
    if (places.length === 0) continue;
    found.add(roster);
    await db
      .updateTable('roster_left_out')
      .set({ people: withoutPeople(people, places) })
      .where('roster', '=', roster)
      .where('part', '=', part)
      .execute();
  }
  return found.size;
}

/** Blanks everybody in old rosters that no send needs, within the transaction that `db` is in. See `RosterStore.forget`. */
export async function forgetPeople(
  db: Kysely<Tables>,
  before: string,
): Promise<{ readonly rosters: number; readonly people: number }> {
  const old = db
    .selectFrom('rosters')
    .select('id')
    .where('frozen_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sends')
            .select('sends.id')
            .whereRef('sends.roster', '=', 'rosters.id')
            .where(({ or, and, eb }) =>
              or([eb('state', '=', 'open'), and([eb('state', '=', 'complete'), eb('release_at', '>', before)])]),
            ),
        ),
      ),
    );
  const kept = await db
    .selectFrom('roster_batches')
    .select((eb) => ['roster', eb.fn.sum(eb('size', '-', eb.ref('erased'))).as('people')])
    .where('roster', 'in', old)
    .where((eb) => eb('erased', '<', eb.ref('size')))
    .groupBy('roster')
    .execute();
  await db
    .updateTable('roster_batches')
    .set((eb) => ({ people: noPeople, erased: eb.ref('size') }))
    .where('roster', 'in', old)
    .execute();
  await db.updateTable('roster_left_out').set({ people: noPeople }).where('roster', 'in', old).execute();
  return { rosters: kept.length, people: kept.reduce((sum, { people }) => sum + Number(people), 0) };
}

const noPeople = Buffer.alloc(0);
