import type { Kysely } from 'kysely';
import type { Outcome } from '../model/outcome.js';
import type { Attempt, Batch, LeftOut, Receipt, SendLedger } from '../model/send-ledger.js';
import type { Connections } from './connections.js';
import { lockSend } from './lock-send.js';
import { unpackPeople } from './packed.js';
import { heartbeat, livingRuns, processBegan } from './run-signs.js';
import { lateColumns, nobodyLate, packPlaces, placesOfBatch, untouched } from './send-rows.js';
import { sumsOf } from './send-sums.js';
import type { Runner } from './sends.js';
import type { Tables } from './tables.js';

/** Batches that a run takes in hand at once: one transaction for all of them. */
const claimsAtOnce = 16;

/** A send as one run sees it. See `SendLedger` for the rules. */
export function sendLedger(connections: Connections, id: string, runner: Runner): SendLedger {
  const { db, write } = connections;
  let run = '';
  let beat: NodeJS.Timeout | undefined;
  const inHand = new Map<number, Batch[]>();
  let hasNewParts = false;
  let claiming: Promise<unknown> = Promise.resolve();
  const instant = () => new Date(runner.now()).toISOString();

  /** Several lanes ask at once, and one of them is enough to fetch more. */
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const answer = claiming.then(work, work);
    claiming = answer.catch(() => {});
    return answer;
  };

  return {
    open: async ({ plan }, name) => {
      const send = await db
        .selectFrom('sends')
        .select(['state', 'plan'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (send.state === 'complete') return 'complete';
      if (send.state !== 'open') return 'cancelled';
      if (send.plan !== plan) return 'another-plan';
      run = name;
      const seen = () => new Date().toISOString();
      const { host, pid } = runner;
      await write((one) =>
        one
          .insertInto('send_runs')
          .values({ run, send: id, host, pid, began: processBegan(pid), seen_at: seen() })
          .execute(),
      );
      const show = () =>
        write((one) => one.updateTable('send_runs').set({ seen_at: seen() }).where('run', '=', run).execute());
      // A sign that could not be given does no harm: what counts fails where it is asked for.
      beat = setInterval(() => void show().catch(() => {}), heartbeat).unref();
      return 'open';
    },
    markOpenIntentsUnknown: () => write((one) => markDead(one, id, run, runner)),
    claim: (stage) =>
      inTurn(async () => {
        const waiting = inHand.get(stage) ?? [];
        inHand.set(stage, waiting);
        if (waiting.length === 0 || hasNewParts) {
          if (await isTakenBack(db, id)) return 'cancelled';
          hasNewParts = false;
          waiting.unshift(...(await write((one) => claim(one, connections, id, stage, run, runner))));
        }
        return waiting.shift();
      }),
    intend: (batch, attempt) => write((one) => intend(one, connections, id, batch, attempt, instant())),
    receive: async (attempt, receipt) => {
      const answer = await write((one) => receive(one, connections, id, attempt, receipt, instant()));
      if (receipt.consequence.batch === 'split') hasNewParts = true;
      return answer;
    },
    leaveOut: (batch, late) => write((one) => leaveOut(one, id, batch, late)),
    sums: () => sumsOf(db, id),
    complete: () => write((one) => complete(one, connections, id, instant())),
    leave: async () => {
      clearInterval(beat);
      await write(async (one) => {
        await one
          .updateTable('send_batches')
          .set({ holder: null })
          .where('send', '=', id)
          .where('holder', '=', run)
          .execute();
        await one.deleteFrom('send_runs').where('run', '=', run).execute();
      });
    },
  };
}

async function isTakenBack(db: Kysely<Tables>, id: string): Promise<boolean> {
  const { state } = await db.selectFrom('sends').select('state').where('id', '=', id).executeTakeFirstOrThrow();
  return state !== 'open' && state !== 'complete';
}

async function markDead(db: Kysely<Tables>, id: string, run: string, runner: Runner): Promise<number> {
  const alive = await livingRuns(db, id, runner);
  const open = await db
    .selectFrom('send_batches')
    .innerJoin('send_attempts', 'send_attempts.id', 'send_batches.attempt')
    .select(['send_batches.number', 'send_batches.attempt', 'send_attempts.run'])
    .where('send_batches.send', '=', id)
    .where('send_batches.state', '=', 'open')
    .execute();
  const dead = open.filter((one) => one.run !== run && !alive.has(one.run));
  const outcome: Outcome = { outcome: 'unknown', why: 'run-died' };
  let marked = 0;
  for (const { number, attempt } of dead) {
    // The attempt first, as in a receipt: one that comes just now is then waited for, and stands.
    await db
      .updateTable('send_attempts')
      .set({ outcome: JSON.stringify(outcome), outcome_at: new Date(runner.now()).toISOString() })
      .where('id', '=', attempt ?? '')
      .where('outcome', 'is', null)
      .execute();
    const { numUpdatedRows } = await db
      .updateTable('send_batches')
      .set({ state: 'unknown', died: 1 })
      .where('send', '=', id)
      .where('number', '=', number)
      .where('state', '=', 'open')
      .where('attempt', '=', attempt)
      .executeTakeFirst();
    marked += Number(numUpdatedRows);
  }
  return marked;
}

async function claim(
  db: Kysely<Tables>,
  { bytes }: Connections,
  id: string,
  stage: number,
  run: string,
  runner: Runner,
): Promise<Batch[]> {
  const others = [...(await livingRuns(db, id, runner)), run];
  const free = await db
    .selectFrom('send_batches')
    .select('number')
    .where('send', '=', id)
    .where('state', '=', 'planned')
    .where('stage', '=', stage)
    .where((eb) => eb.or([eb('holder', 'is', null), eb('holder', 'not in', others)]))
    .orderBy((eb) => eb.case().when('part_of', 'is', null).then(1).else(0).end())
    .orderBy('number')
    .limit(claimsAtOnce)
    // What another run is taking just now, this one does not wait for.
    .$if(bytes === 'bytea', (query) => query.forUpdate().skipLocked())
    .execute();
  const numbers = free.map(({ number }) => number);
  if (numbers.length === 0) return [];
  await db
    .updateTable('send_batches')
    .set({ holder: run })
    .where('send', '=', id)
    .where('number', 'in', numbers)
    .execute();
  const rows = await db
    .selectFrom('send_batches')
    .innerJoin('sends', 'sends.id', 'send_batches.send')
    .innerJoin('roster_batches', (join) =>
      join
        .onRef('roster_batches.roster', '=', 'sends.roster')
        .onRef('roster_batches.number', '=', 'send_batches.roster_batch'),
    )
    .select(['send_batches.number', 'send_batches.edition', 'first', 'send_batches.size', 'places', 'lane', 'people'])
    .where('send_batches.send', '=', id)
    .where('send_batches.number', 'in', numbers)
    .execute();
  const batches = new Map(rows.map((row) => [row.number, batchOf(row, stage)]));
  return numbers.flatMap((number) => batches.get(number) ?? []);
}

type ClaimedRow = Pick<Tables['send_batches'], 'number' | 'edition' | 'first' | 'size' | 'places' | 'lane'> &
  Pick<Tables['roster_batches'], 'people'>;

function batchOf(row: ClaimedRow, stage: number): Batch {
  const known = unpackPeople(row.people);
  return {
    number: row.number,
    stage,
    edition: row.edition,
    people: placesOfBatch(row).map((place) => known[place]),
    ...(row.lane !== null && { lane: row.lane }),
  };
}

async function intend(
  db: Kysely<Tables>,
  { bytes }: Connections,
  id: string,
  batch: number,
  attempt: Attempt,
  at: string,
): Promise<'won' | 'lost'> {
  // A cancellation, too, locks this row: whichever comes second sees what the first has done.
  if ((await lockSend(db, bytes, id, 'together')) !== 'open') return 'lost';
  const { numUpdatedRows } = await db
    .updateTable('send_batches')
    .set({ state: 'open', attempt: attempt.id, died: 0, ...lateColumns(attempt.late) })
    .where('send', '=', id)
    .where('number', '=', batch)
    .where('state', '=', 'planned')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('send_lanes')
            .select('send_lanes.lane')
            .whereRef('send_lanes.send', '=', 'send_batches.send')
            .whereRef('send_lanes.lane', '=', 'send_batches.lane')
            .where('send_lanes.state', '!=', 'held'),
        ),
      ),
    )
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return 'lost';
  await db
    .insertInto('send_attempts')
    .columns(['id', 'send', 'batch', 'run', 'people', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('send_batches')
        .select((one) => [
          one.val(attempt.id).as('id'),
          'send',
          'number as batch',
          one.val(attempt.run).as('run'),
          one('size', '-', one.ref('late_count')).as('people'),
          one.val(at).as('at'),
        ])
        .where('send', '=', id)
        .where('number', '=', batch),
    )
    .execute();
  return 'won';
}

async function receive(
  db: Kysely<Tables>,
  { bytes }: Connections,
  id: string,
  attempt: string,
  { outcome, consequence }: Receipt,
  at: string,
): Promise<'recorded' | 'overtaken'> {
  // Two that split at once would give their parts the same numbers.
  if (consequence.batch === 'split') await lockSend(db, bytes, id, 'alone');
  const { numUpdatedRows } = await db
    .updateTable('send_attempts')
    .set({ outcome: JSON.stringify(outcome), outcome_at: at })
    .where('id', '=', attempt)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('There is no such attempt.');
  const waiting = await db
    .selectFrom('send_batches')
    .selectAll()
    .where('send', '=', id)
    .where('attempt', '=', attempt)
    .where('state', 'in', ['open', 'unknown'])
    .$if(bytes === 'bytea', (query) => query.forUpdate())
    .executeTakeFirst();
  if (!waiting) return 'overtaken';
  const set = (columns: Partial<Tables['send_batches']>) =>
    db
      .updateTable('send_batches')
      .set({ died: 0, holder: null, state: consequence.batch, ...columns })
      .where('send', '=', id)
      .where('number', '=', waiting.number)
      .execute();
  switch (consequence.batch) {
    case 'accepted':
    case 'unknown':
      await set({});
      return 'recorded';
    case 'planned':
      await set({ attempt: null, ...nobodyLate });
      return 'recorded';
    case 'split': {
      const { rejected } = consequence;
      await set({ rejected: JSON.stringify(rejected), rejected_count: rejected.length });
      await writeParts(db, waiting, consequence.parts);
      return 'recorded';
    }
  }
}

async function writeParts(
  db: Kysely<Tables>,
  whole: Tables['send_batches'],
  split: readonly (readonly number[])[],
): Promise<void> {
  const { last } = await db
    .selectFrom('send_batches')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('send', '=', whole.send)
    .executeTakeFirstOrThrow();
  const places = placesOfBatch(whole);
  for (const [index, part] of split.entries()) {
    await db
      .insertInto('send_batches')
      .values({
        send: whole.send,
        number: Number(last) + 1 + index,
        stage: whole.stage,
        edition: whole.edition,
        roster_batch: whole.roster_batch,
        first: 0,
        size: part.length,
        places: packPlaces(part.map((place) => places[place] ?? 0)),
        part_of: whole.number,
        lane: whole.lane,
        ...untouched,
      })
      .execute();
  }
}

async function leaveOut(
  db: Kysely<Tables>,
  id: string,
  batch: number,
  late: readonly LeftOut[],
): Promise<'recorded' | 'overtaken'> {
  const { numUpdatedRows } = await db
    .updateTable('send_batches')
    .set({ state: 'excluded', holder: null, ...lateColumns(late) })
    .where('send', '=', id)
    .where('number', '=', batch)
    .where('state', '=', 'planned')
    .executeTakeFirst();
  return numUpdatedRows === 1n ? 'recorded' : 'overtaken';
}

async function complete(
  db: Kysely<Tables>,
  { bytes }: Connections,
  id: string,
  at: string,
): Promise<'complete' | 'not-yet'> {
  const state = await lockSend(db, bytes, id, 'alone');
  const { numUpdatedRows } = await db
    .updateTable('sends')
    .set({ state: 'complete', ended_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('send_batches')
            .select('number')
            .where('send', '=', id)
            .where('send_batches.state', 'in', ['planned', 'open', 'unknown']),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n || state === 'complete' ? 'complete' : 'not-yet';
}
