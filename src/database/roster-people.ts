import type { Kysely } from 'kysely';
import type { Connections } from './connections.js';
import { batchOf, peopleDigestOf } from './freeze.js';
import { placesOf, withoutMembers, withoutPeople } from './packed.js';
import { rosterOf } from './roster-heads.js';
import type { PersonInRoster, Roster } from './rosters.js';
import type { Seal } from './seal.js';
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
export async function erasePerson(
  db: Kysely<Tables>,
  { holds, bytes }: Connections,
  seal: Seal,
  person: Buffer,
): Promise<number> {
  const alone = bytes === 'bytea';
  const batches = await db
    .selectFrom('roster_batches')
    .innerJoin('rosters', 'rosters.id', 'roster_batches.roster')
    .select(['roster', 'number', 'edition', 'erased', 'people', 'members', 'rosters.fields'])
    .where(holds('people', person))
    .$if(alone, (query) => query.forUpdate('roster_batches'))
    .execute();
  const leftOut = await db
    .selectFrom('roster_left_out')
    .select(['roster', 'part', 'people'])
    .where(holds('people', person))
    .$if(alone, (query) => query.forUpdate())
    .execute();
  const found = new Set<string>();
  for (const { roster, number, edition, erased, people, members, fields } of batches) {
    const places = placesOf(people, person);
    if (places.length === 0) continue;
    found.add(roster);
    const width = (JSON.parse(fields) as readonly string[]).length;
    const opened = seal.open(members, batchOf({ roster, number, edition }, peopleDigestOf(people)));
    const left = withoutPeople(people, places);
    const sealed = seal.seal(
      withoutMembers(opened, places, width),
      batchOf({ roster, number, edition }, peopleDigestOf(left)),
    );
    await db
      .updateTable('roster_batches')
      .set({ erased: erased + places.length, people: left, members: sealed })
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
