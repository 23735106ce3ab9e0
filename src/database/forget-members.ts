import type { Kysely } from 'kysely';
import type { Connections } from './connections.js';
import { batchOf, peopleDigestOf } from './freeze.js';
import { packMembers } from './packed.js';
import type { Seal } from './seal.js';
import type { Tables } from './tables.js';

/** A thousand people each. */
const batchesAtOnce = 50;

/**
 * Puts an empty seal in the place of the addresses and fields of rosters that were frozen before an instant, within the
 * transaction that `db` is in. See `RosterStore.forget`.
 */
export async function forgetMembers(
  db: Kysely<Tables>,
  { bytes }: Connections,
  seal: Seal,
  before: string,
): Promise<{ readonly rosters: number; readonly people: number }> {
  const nothing = packMembers([], 0);
  // Whatever is sealed of anybody is longer, so that no batch is forgotten twice.
  const { length } = seal.seal(nothing, '');
  const rosters = new Set<string>();
  let people = 0;
  for (;;) {
    const batches = await db
      .selectFrom('roster_batches')
      .innerJoin('rosters', 'rosters.id', 'roster_batches.roster')
      .select(['roster', 'number', 'edition', 'people', 'size', 'erased'])
      .where('rosters.frozen_at', '<', before)
      .where((eb) => eb(eb.fn<number>('length', ['members']), '>', length))
      .orderBy('roster')
      .orderBy('number')
      .limit(batchesAtOnce)
      // Somebody who is erased meanwhile changes what the seal is bound to.
      .$if(bytes === 'bytea', (query) => query.forUpdate('roster_batches'))
      .execute();
    for (const { roster, number, edition, people: packed, size, erased } of batches) {
      rosters.add(roster);
      people += size - erased;
      const members = seal.seal(nothing, batchOf({ roster, number, edition }, peopleDigestOf(packed)));
      await db
        .updateTable('roster_batches')
        .set({ members })
        .where('roster', '=', roster)
        .where('number', '=', number)
        .execute();
    }
    if (batches.length < batchesAtOnce) return { rosters: rosters.size, people };
  }
}
