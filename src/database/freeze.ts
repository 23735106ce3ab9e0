import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { freshRowId } from './fresh-id.js';
import { instantOf } from './instants.js';
import { packPeople } from './packed.js';
import { parts } from './pages.js';
import { headColumns } from './roster-heads.js';
import type { NewRoster, Roster, RosterBatch, RosterResult, RosterSums } from './rosters.js';
import type { Tables } from './tables.js';

/** A request to the provider takes no more. */
const mostPeople = 1_000;
const mostLeftOutARow = 10_000;

/** Writes a roster within the transaction that `db` is in. See `RosterStore.freeze`. */
export async function freezeRoster(
  db: Kysely<Tables>,
  head: NewRoster,
  fill: (write: (batch: RosterBatch) => Promise<void>) => Promise<RosterResult>,
): Promise<Roster> {
  const frozen = { ...head, frozenAt: instantOf(head.frozenAt) };
  const id = await freshRowId(db, 'rosters', frozen.frozenAt);
  await db
    .insertInto('rosters')
    .values({ id, ...headColumns(frozen), digest: '', sums: '' })
    .execute();

  const batches = batchWriter(db, id);
  const { leftOut, ...sums } = await fill(batches.write);
  const { digest, editions } = batches.end();
  checkSums(sums, editions);
  await writeLeftOut(db, id, leftOut);
  await db
    .updateTable('rosters')
    .set({ digest, sums: JSON.stringify(sums) })
    .where('id', '=', id)
    .execute();
  return { ...frozen, id, digest, sums };
}

type BatchWriter = {
  readonly write: (batch: RosterBatch) => Promise<void>;
  /** From here on nothing more is taken. Gives the digest of all, and how many people were written, by edition. */
  readonly end: () => { readonly digest: string; readonly editions: ReadonlyMap<string, number> };
};

function batchWriter(db: Kysely<Tables>, roster: string): BatchWriter {
  const digest = createHash('sha256');
  const editions = new Map<string, number>();
  let number = 0;
  // A batch that failed leaves it at writing, whatever `fill` makes of the failure: there can be no roster then.
  let state: 'ready' | 'writing' | 'ended' = 'ready';
  return {
    write: async ({ edition, people }) => {
      if (state !== 'ready') throw new Error('A batch was written before the one before it was, or after the last.');
      const size = people.length;
      if (size === 0 || size > mostPeople) throw new Error(`A batch has 1 to ${mostPeople} people.`);
      state = 'writing';
      number += 1;
      const packed = packPeople(people);
      digest.update(`${JSON.stringify([number, edition, size])}\n`).update(packed);
      editions.set(edition, (editions.get(edition) ?? 0) + size);
      await db
        .insertInto('roster_batches')
        .values({ roster, number, edition, size, erased: 0, people: packed })
        .execute();
      state = 'ready';
    },
    end: () => {
      if (state !== 'ready') throw new Error('The last batch was not waited for, or could not be written.');
      state = 'ended';
      return { digest: digest.digest('hex'), editions };
    },
  };
}

/** Rows read = recipients + excluded, always: a roster of which that is not true must not be. */
function checkSums(sums: RosterSums, written: ReadonlyMap<string, number>): void {
  const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
  const excluded = total(Object.values(sums.excluded).map(({ count }) => count));
  const editions = Object.entries(sums.editions).filter(([, count]) => count > 0);
  const right =
    sums.rowsRead === sums.recipients + excluded &&
    sums.recipients === total(written.values()) &&
    editions.length === written.size &&
    editions.every(([edition, count]) => written.get(edition) === count);
  if (!right) throw new Error('The sums of a roster are not those of its batches.');
}

async function writeLeftOut(db: Kysely<Tables>, roster: string, leftOut: RosterResult['leftOut']): Promise<void> {
  let part = 0;
  for (const { reason, people } of leftOut) {
    for (const some of parts(people, mostLeftOutARow)) {
      part += 1;
      await db
        .insertInto('roster_left_out')
        .values({ roster, part, reason, people: packPeople(some) })
        .execute();
    }
  }
}
