import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../src/database/open.js';
import type { Send } from '../../src/database/sends.js';
import { defaultPatience } from '../../src/delivery/brakes.js';
import { deliver, type Report, type Run, type World } from '../../src/delivery/engine.js';
import type { Batch, LeftOut, SendLedger } from '../../src/model/send-ledger.js';
import { chanceOf } from '../delivery/simulator/chance.js';
import type { History } from '../delivery/simulator/history.js';
import type { LedgerBatch, MemoryLedger } from '../delivery/simulator/memory-ledger.js';
import { type Provider, post } from '../delivery/simulator/provider.js';
import type { Trace } from '../delivery/simulator/simulate.js';
import type { LedgerPlace } from './places.js';
import { type RunningProcess, startProcess } from './processes.js';
import { begun, readers, reason } from './sample-send.js';

type Seat = {
  readonly process: RunningProcess;
  readonly drain: AbortController;
  readonly halt: AbortController;
  readonly died: Promise<undefined>;
  readonly die: () => void;
  isDead: boolean;
};

/**
 * Plays a history of the simulator on a real ledger. What comes after what is left to the machine: so the same history may
 * go another way the next time. A process that dies asks nothing and hears nothing from then on; one that freezes is
 * taken for dead by the others, and goes on.
 *
 * @param look is called when all runs have died or ended; then a person settles what is unknown, truthfully, and calm
 *   runs bring the send to its end
 */
export async function playHistory(
  history: History,
  name: string,
  database: Database,
  place: LedgerPlace,
  look: (trace: Trace) => void,
): Promise<Trace> {
  const chance = chanceOf(history.seed);
  let from = 0;
  const slices = history.batches.map(({ people, stage }) => {
    from += people;
    return { stage, people: readers(database, from - people, people) };
  });
  const people = slices.flatMap((slice) => slice.people);
  const send = await begun(database, slices, { publication: name });
  const named = (indexes: readonly number[]) => new Set(indexes.flatMap((index) => people[index] ?? []));
  const suppressed = named(history.suppressed);
  const { tellsWhoIsBad, mostPeople } = history;
  const answers = [...history.answers];
  const bad = named(history.bad);
  const provider: Provider = { took: new Map(), requests: [], answers, bad, tellsWhoIsBad, mostPeople };
  const reports: Report[] = [];

  let isCalm = false;
  let steps = 0;
  let writes = 0;
  let ids = 0;
  const seats: Seat[] = [];

  const strike = async () => {
    const step = steps++;
    if (isCalm) return;
    for (const { what, process: index } of history.blows.filter((one) => one.step === step)) {
      const seat = seats.filter(({ isDead }) => !isDead)[index % history.processes];
      if (!seat) continue;
      if (what === 'drain') seat.drain.abort();
      if (what === 'halt') seat.halt.abort();
      if (what === 'crash' || what === 'freeze') await seat.process.kill();
      if (what === 'crash') seat.die();
    }
  };

  /** One question of a process to the world. Whoever died meanwhile hears nothing, and what it asked may be done or not. */
  const ask = async <T>(seat: Seat, effect: () => Promise<T>): Promise<T> => {
    await strike();
    if (seat.isDead && chance() < 0.5) return never();
    const answer = await effect();
    await strike();
    return seat.isDead ? never() : answer;
  };

  const written = async <T>(write: () => Promise<T>): Promise<T> => {
    const number = writes++;
    const failure = isCalm ? undefined : history.ledgerFailures.find((one) => one.write === number);
    if (failure && !failure.isDone) throw new Error('The disk is full.');
    const answer = await write();
    if (failure) throw new Error('The acknowledgement was lost.');
    return answer;
  };

  const ledgerOf = (seat: Seat): SendLedger => {
    const real = database.sends.ledger(send.id, seat.process.runner);
    return {
      open: (...its) => ask(seat, () => real.open(...its)),
      markOpenIntentsUnknown: () => ask(seat, () => written(real.markOpenIntentsUnknown)),
      claim: (...its) => ask(seat, () => real.claim(...its)),
      intend: (...its) => ask(seat, () => written(() => real.intend(...its))),
      receive: (...its) => ask(seat, () => written(() => real.receive(...its))),
      leaveOut: (...its) => ask(seat, () => written(() => real.leaveOut(...its))),
      sums: () => ask(seat, real.sums),
      complete: () => ask(seat, () => written(real.complete)),
      leave: () => ask(seat, real.leave),
    };
  };

  const prepare = async (batch: Batch) => {
    const message: string[] = [];
    const late: LeftOut[] = [];
    for (const [place, person] of batch.people.entries()) {
      if (person === undefined || suppressed.has(person)) late.push({ place, reason: 'suppressed' });
      else message.push(person);
    }
    return { message, late };
  };

  const worldOf = (seat: Seat): World<readonly string[]> => ({
    ledger: ledgerOf(seat),
    mail: { prepare: (batch) => ask(seat, () => prepare(batch)) },
    transport: {
      send: (message, attempt) =>
        ask(seat, async () => {
          await setImmediate();
          return post(provider, message, attempt, Date.now());
        }),
    },
    clock: { now: Date.now, wait: () => setImmediate() },
    random: { id: () => `${name} ${ids++}`, chance },
    drain: seat.drain.signal,
    halt: seat.halt.signal,
  });

  const run: Run = {
    plan: send.plan,
    recipients: people.length,
    lanes: history.lanes,
    thresholds: history.isStrict
      ? [
          { rejected: 0, unknown: 0 },
          { rejected: 0.5, unknown: 0.5 },
        ]
      : [
          { rejected: 1, unknown: 1 },
          { rejected: 1, unknown: 1 },
        ],
    patience: { ...defaultPatience, others: { ...defaultPatience.others, every: 200_000 } },
  };

  /** A process from its start to its end. Gives whether it died or was cut short, and is to be started again. */
  const live = async (): Promise<boolean> => {
    const seat = await newSeat();
    seats.push(seat);
    const report = await Promise.race([deliver(run, worldOf(seat)), seat.died]);
    seat.isDead = true;
    await seat.process.kill();
    if (report) reports.push(report);
    return report === undefined || ['stopped', 'drained', 'halted'].includes(report.ending);
  };
  const startAgainAndAgain = async () => {
    for (let starts = 1; (await live()) && starts < history.starts; starts += 1);
  };

  const traceNow = async (): Promise<Trace> => ({
    people,
    suppressed,
    bad,
    ledger: await asInMemory(send, place, database),
    provider,
    reports,
    // Exactly when a process hears of something, only the virtual time of the simulator knows.
    unaccountable: [],
  });

  await Promise.all(Array.from({ length: history.processes }, startAgainAndAgain));
  look(await traceNow());

  isCalm = true;
  answers.length = 0;
  await settleTruthfully(send, database, provider);
  for (let times = 0; times < 5 && (await live()); times += 1);
  return traceNow();
}

async function newSeat(): Promise<Seat> {
  let end = () => {};
  const died = new Promise<undefined>((resolve) => {
    end = () => resolve(undefined);
  });
  const seat: Seat = {
    process: await startProcess(),
    drain: new AbortController(),
    halt: new AbortController(),
    died,
    die: () => {
      seat.isDead = true;
      end();
    },
    isDead: false,
  };
  return seat;
}

function never<T>(): Promise<T> {
  return new Promise(() => {});
}

/** Nobody is at work any more, and so a person can say what became of each batch. */
async function settleTruthfully({ id, plan, recipients }: Send, { sends }: Database, provider: Provider) {
  const process = await startProcess();
  const ledger = sends.ledger(id, process.runner);
  await ledger.open({ plan, recipients }, `${id} a person`);
  await ledger.markOpenIntentsUnknown();
  const { uncertain } = await sends.batches(id, process.runner);
  for (const { number, attempt } of uncertain) {
    const hasArrived = [...provider.took.values()].some((attempts) => attempts.includes(attempt));
    await sends.settle(id, number, hasArrived ? 'accepted' : 'not-sent', reason);
  }
  await ledger.leave();
  await process.kill();
}

/** What a ledger has of a send, as the oracle reads it, by a way of its own. */
async function asInMemory({ id, roster }: Send, { ask }: LedgerPlace, { rosters }: Database): Promise<MemoryLedger> {
  const [send] = await ask(`select state from sends where id = '${id}'`);
  const rows = await ask(`select * from send_batches where send = '${id}' order by number`);
  const frozen: (readonly (string | undefined)[])[] = [];
  for await (const { people } of rosters.batches(roster)) frozen.push(people);
  const batches = rows.map((row): LedgerBatch => {
    const packed = row.places === null ? undefined : new Uint16Array(new Uint8Array(row.places as Uint8Array).buffer);
    const places = packed ? [...packed] : Array.from({ length: Number(row.size) }, (_, at) => Number(row.first) + at);
    return {
      number: Number(row.number),
      stage: Number(row.stage),
      people: places.map((at) => frozen[Number(row.roster_batch) - 1]?.[at] ?? 'nobody'),
      isPart: row.part_of !== null,
      state: row.state as LedgerBatch['state'],
      ...(row.attempt !== null && { attempt: { id: String(row.attempt), run: '', late: [] } }),
      died: row.died === 1,
      late: JSON.parse(String(row.late)),
      rejected: JSON.parse(String(row.rejected)),
    };
  });
  const isComplete = send?.state === 'complete';
  return { batches, isComplete, lease: 0, attempts: new Map(), signs: new Map(), mutation: undefined };
}
