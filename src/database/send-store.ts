import type { Kysely } from 'kysely';
import { beginSend, lanesOf } from './begin-send.js';
import type { Connections } from './connections.js';
import { exportSends } from './export-sends.js';
import { lockSend } from './lock-send.js';
import { livingRuns } from './run-signs.js';
import { sendLedger } from './send-ledger.js';
import { sendOf, untouched } from './send-rows.js';
import { sumsOf } from './send-sums.js';
import {
  type BatchesSummary,
  type BatchState,
  batchStates,
  type LaneSummary,
  type Note,
  type Reason,
  type Runner,
  type Send,
  type SendFilter,
  type SendStore,
  type UncertainBatch,
} from './sends.js';
import type { ByteColumn, Tables } from './tables.js';
import { verifySends } from './verify-sends.js';

/** The ledger of a database. */
export function sendStore(connections: Connections): SendStore {
  const { db, write, bytes } = connections;
  return {
    begin: (send, batches) => write((one) => beginSend(one, send, batches)),
    list: (filter) => listSends(db, filter),
    ledger: (id, runner) => sendLedger(connections, id, runner),
    sums: (id) => sumsOf(db, id),
    batches: (id, runner) => summary(db, id, runner),
    settle: (id, batch, as, reason) => write((one) => settle(one, bytes, id, batch, as, reason)),
    beginCancel: (id, reason) => write((one) => beginCancel(one, id, reason)),
    endCancel: (id, end) => write((one) => endCancel(one, bytes, id, end)),
    lanes: (id) => laneSummaries(db, id),
    beginRenewal: (id, lane, reason, runner) => write((one) => beginRenewal(one, bytes, id, lane, reason, runner)),
    renewLane: (id, lane, newLane) => write((one) => renewLane(one, bytes, id, lane, newLane)),
    notes: (id) => notesOf(db, id),
    verify: () => verifySends(connections),
    export: () => exportSends(db),
  };
}

async function listSends(db: Kysely<Tables>, filter: SendFilter = {}): Promise<readonly Send[]> {
  const { id, publication, date } = filter;
  const rows = await db
    .selectFrom('sends')
    .selectAll()
    .$if(publication !== undefined, (query) => query.where('publication', '=', publication ?? ''))
    .$if(date !== undefined, (query) => query.where('date', '=', date ?? ''))
    .orderBy('begun_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const wanted = rows.filter((row) => id === undefined || row.id.startsWith(id));
  return Promise.all(wanted.map(async (row) => sendOf(row, await lanesOf(db, row.id))));
}

async function summary(db: Kysely<Tables>, id: string, runner: Pick<Runner, 'host'>): Promise<BatchesSummary> {
  const rows = await db
    .selectFrom('send_batches')
    .select((eb) => ['state', eb.fn.countAll<number>().as('batches')])
    .where('send', '=', id)
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(
    batchStates.map((state) => [state, Number(rows.find((row) => row.state === state)?.batches ?? 0)]),
  ) as Record<BatchState, number>;
  const uncertain = await db
    .selectFrom('send_batches')
    .innerJoin('send_attempts', 'send_attempts.id', 'send_batches.attempt')
    .select(['number', 'stage', 'edition', 'people', 'state', 'lane', 'at', 'outcome', 'run', 'send_attempts.id'])
    .where('send_batches.send', '=', id)
    .where('state', 'in', ['open', 'unknown'])
    .orderBy('number')
    .execute();
  const alive = await livingRuns(db, id, runner);
  return {
    counts,
    uncertain: uncertain.map((row): UncertainBatch => {
      const why: unknown = row.outcome === null ? undefined : JSON.parse(row.outcome).why;
      return {
        number: row.number,
        stage: row.stage,
        edition: row.edition,
        people: row.people,
        state: row.state === 'open' ? 'open' : 'unknown',
        attempt: row.id,
        since: row.at,
        ...(typeof why === 'string' && { why }),
        isRunAlive: alive.has(row.run),
        ...(row.lane !== null && { lane: row.lane }),
      };
    }),
  };
}

async function settle(
  db: Kysely<Tables>,
  bytes: ByteColumn,
  id: string,
  batch: number,
  as: 'accepted' | 'not-sent',
  reason: Reason,
): Promise<'settled' | 'not-unknown' | 'no-such-batch'> {
  await lockSend(db, bytes, id, 'alone');
  const known = await db
    .selectFrom('send_batches')
    .select('number')
    .where('send', '=', id)
    .where('number', '=', batch)
    .executeTakeFirst();
  if (!known) return 'no-such-batch';
  const { numUpdatedRows } = await db
    .updateTable('send_batches')
    .set(as === 'accepted' ? { state: 'accepted', died: 0, holder: null } : untouched)
    .where('send', '=', id)
    .where('number', '=', batch)
    .where('state', '=', 'unknown')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return 'not-unknown';
  await note(db, id, { ...reason, what: as, batch });
  return 'settled';
}

async function beginCancel(db: Kysely<Tables>, id: string, reason: Reason): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('sends')
    .set({ state: 'cancelling' })
    .where('id', '=', id)
    .where('state', 'in', ['open', 'complete', 'cancelling'])
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await note(db, id, { ...reason, what: 'cancel' });
}

async function endCancel(
  db: Kysely<Tables>,
  bytes: ByteColumn,
  id: string,
  { isTakenBack, at }: { readonly isTakenBack: boolean; readonly at: string },
): Promise<Send> {
  await lockSend(db, bytes, id, 'alone');
  const gone = await db
    .selectFrom('send_batches')
    .select('number')
    .where('send', '=', id)
    .where('state', 'in', ['accepted', 'unknown', 'open'])
    .limit(1)
    .execute();
  const state = isTakenBack || gone.length === 0 ? 'cancelled' : 'stopped';
  await db
    .updateTable('sends')
    .set({ state, ended_at: at })
    .where('id', '=', id)
    .where('state', '=', 'cancelling')
    .execute();
  const row = await db.selectFrom('sends').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return sendOf(row, await lanesOf(db, id));
}

async function laneSummaries(db: Kysely<Tables>, id: string): Promise<readonly LaneSummary[]> {
  const lanes = await db.selectFrom('send_lanes').selectAll().where('send', '=', id).orderBy('lane').execute();
  const batches = await db
    .selectFrom('send_batches')
    .select((eb) => [
      'lane',
      'state',
      eb.fn.countAll<number>().as('batches'),
      eb.fn.sum<number>(eb('size', '-', eb.ref('late_count'))).as('people'),
    ])
    .where('send', '=', id)
    .where('lane', 'is not', null)
    .where('state', 'in', ['accepted', 'unknown', 'open'])
    .groupBy(['lane', 'state'])
    .execute();
  return lanes.map(({ lane, state }) => {
    const hers = batches.filter((one) => one.lane === lane);
    return {
      id: lane,
      state,
      people: hers.reduce((sum, { people }) => sum + Number(people), 0),
      unknown: hers.reduce((sum, one) => sum + (one.state === 'unknown' ? Number(one.batches) : 0), 0),
    };
  });
}

async function beginRenewal(
  db: Kysely<Tables>,
  bytes: ByteColumn,
  id: string,
  lane: string,
  reason: Reason,
  runner: Pick<Runner, 'host'>,
): Promise<'begun' | 'busy'> {
  // An intent locks this row as well: either it sees that the lane is closed, or it is seen here.
  await lockSend(db, bytes, id, 'alone');
  const alive = await livingRuns(db, id, runner);
  const open = await db
    .selectFrom('send_batches')
    .innerJoin('send_attempts', 'send_attempts.id', 'send_batches.attempt')
    .select('run')
    .where('send_batches.send', '=', id)
    .where('lane', '=', lane)
    .where('state', '=', 'open')
    .execute();
  if (open.some(({ run }) => alive.has(run))) return 'busy';
  const { numUpdatedRows } = await db
    .updateTable('send_lanes')
    .set({ state: 'taking-back' })
    .where('send', '=', id)
    .where('lane', '=', lane)
    .where('state', '=', 'held')
    .executeTakeFirst();
  if (numUpdatedRows === 1n) await note(db, id, { ...reason, what: 'take-back' });
  return 'begun';
}

async function renewLane(
  db: Kysely<Tables>,
  bytes: ByteColumn,
  id: string,
  lane: string,
  newLane: string,
): Promise<number> {
  await lockSend(db, bytes, id, 'alone');
  const { people } = await db
    .selectFrom('send_batches')
    .select((eb) => eb.fn.sum<number>(eb('size', '-', eb.ref('late_count'))).as('people'))
    .where('send', '=', id)
    .where('lane', '=', lane)
    .where('state', 'in', ['accepted', 'unknown', 'open'])
    .executeTakeFirstOrThrow();
  await db
    .updateTable('send_lanes')
    .set({ state: 'taken-back' })
    .where('send', '=', id)
    .where('lane', '=', lane)
    .execute();
  await db.insertInto('send_lanes').values({ send: id, lane: newLane, state: 'held' }).execute();
  await db
    .updateTable('send_batches')
    .set({ ...untouched, lane: newLane })
    .where('send', '=', id)
    .where('lane', '=', lane)
    .where('state', 'in', ['accepted', 'unknown', 'open', 'planned'])
    .execute();
  await db
    .updateTable('sends')
    .set({ state: 'open', ended_at: null })
    .where('id', '=', id)
    .where('state', '=', 'complete')
    .execute();
  return Number(people ?? 0);
}

async function note(db: Kysely<Tables>, send: string, { by, because, at, what, batch }: Note): Promise<void> {
  const { last } = await db
    .selectFrom('send_notes')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('send', '=', send)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('send_notes')
    .values({ send, number: Number(last ?? 0) + 1, at, who: by, what, batch: batch ?? null, because })
    .execute();
}

async function notesOf(db: Kysely<Tables>, send: string): Promise<readonly Note[]> {
  const rows = await db.selectFrom('send_notes').selectAll().where('send', '=', send).orderBy('number').execute();
  return rows.map(({ at, who, what, batch, because }) => ({
    by: who,
    because,
    at,
    what,
    ...(batch !== null && { batch }),
  }));
}
