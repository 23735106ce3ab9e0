import type { Kysely } from 'kysely';
import { freshRowId } from './fresh-id.js';
import { instantOf } from './instants.js';
import { parts } from './pages.js';
import { sendOf, untouched } from './send-rows.js';
import type { NewSend, NewSendBatch, Send } from './sends.js';
import type { Tables } from './tables.js';

/** Rows that one statement writes: SQLite takes 32,766 values, PostgreSQL 65,535. */
const rowsAtOnce = 1_000;

/** Begins a send within the transaction that `db` is in. See `SendStore.begin`. */
export async function beginSend(
  db: Kysely<Tables>,
  send: NewSend,
  batches: readonly NewSendBatch[],
): Promise<{ readonly send: Send; readonly isNew: boolean }> {
  const rehearsal = send.isRehearsal ? 1 : 0;
  const known = await db
    .selectFrom('sends')
    .selectAll()
    .where('publication', '=', send.publication)
    .where('date', '=', send.date)
    .where('rehearsal', '=', rehearsal)
    .orderBy('round', 'desc')
    .execute();
  const [last] = known;
  const isOver = last?.state === 'cancelled' || (send.isRehearsal && last?.state !== 'open');
  if (last && !isOver) return { send: sendOf(last, await lanesOf(db, last.id)), isNew: false };

  const begunAt = instantOf(send.begunAt);
  const id = await freshRowId(db, 'sends', begunAt);
  const row: Tables['sends'] = {
    id,
    publication: send.publication,
    date: send.date,
    rehearsal,
    round: known.length,
    audience: send.audience,
    roster: send.roster,
    transport: send.transport,
    plan: send.plan,
    details: JSON.stringify(send.details),
    recipients: send.recipients,
    begun_at: begunAt,
    release_at: send.releaseAt === undefined ? null : instantOf(send.releaseAt),
    state: 'open',
    ended_at: null,
  };
  // Of two that begin at once on PostgreSQL, the second waits here for the first.
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sends')
    .values(row)
    .onConflict((conflict) => conflict.columns(['publication', 'date', 'rehearsal', 'round']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return beginSend(db, send, batches);
  for (const lane of send.lanes) await db.insertInto('send_lanes').values({ send: id, lane, state: 'held' }).execute();
  await writeBatches(db, id, send, batches);
  return { send: sendOf(row, send.lanes), isNew: true };
}

async function writeBatches(
  db: Kysely<Tables>,
  id: string,
  { roster, recipients }: NewSend,
  batches: readonly NewSendBatch[],
): Promise<void> {
  const frozen = await db
    .selectFrom('roster_batches')
    .select(['number', 'edition', 'size'])
    .where('roster', '=', roster)
    .execute();
  const editions = new Map(frozen.map(({ number, edition }) => [number, edition]));
  checkCover(frozen, batches, recipients);
  const rows = batches.map(({ rosterBatch, from, size, stage, lane }, index) => ({
    send: id,
    number: index + 1,
    stage,
    edition: editions.get(rosterBatch) ?? '',
    roster_batch: rosterBatch,
    first: from,
    size,
    places: null,
    part_of: null,
    lane: lane ?? null,
    ...untouched,
  }));
  for (const some of parts(rows, rowsAtOnce)) await db.insertInto('send_batches').values(some).execute();
}

/** Everybody in exactly one slice. */
function checkCover(
  frozen: readonly { readonly number: number; readonly size: number }[],
  batches: readonly NewSendBatch[],
  recipients: number,
): void {
  const ends = new Map(frozen.map(({ number }) => [number, 0]));
  const inOrder = [...batches].sort((a, b) => a.rosterBatch - b.rosterBatch || a.from - b.from);
  for (const { rosterBatch, from, size } of inOrder) {
    if (ends.get(rosterBatch) !== from || size <= 0) throw notTheRoster();
    ends.set(rosterBatch, from + size);
  }
  const isWhole = frozen.every(({ number, size }) => ends.get(number) === size);
  const total = frozen.reduce((sum, { size }) => sum + size, 0);
  if (!isWhole || total !== recipients) throw notTheRoster();
}

function notTheRoster(): Error {
  return new Error('The batches of a send are not exactly its roster.');
}

/** The ids of a send's lanes that are not taken back. */
export async function lanesOf(db: Kysely<Tables>, send: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('send_lanes')
    .select('lane')
    .where('send', '=', send)
    .where('state', '!=', 'taken-back')
    .orderBy('lane')
    .execute();
  return rows.map(({ lane }) => lane);
}
