import { defaultPatience } from '../../../src/delivery/brakes.js';
import type { Threshold } from '../../../src/delivery/canary.js';
import { deliver, type Report, type Run, type World } from '../../../src/delivery/engine.js';
import type { Batch, LeftOut, SendLedger } from '../../../src/model/send-ledger.js';
import { chanceOf } from './chance.js';
import type { Blow, History } from './history.js';
import * as memory from './memory-ledger.js';
import { type Provider, post } from './provider.js';
import { type Process, scheduler } from './scheduler.js';

/** What a history led to. */
export type Trace = {
  /** Everybody planned. */
  readonly people: readonly string[];
  readonly suppressed: ReadonlySet<string>;
  readonly bad: ReadonlySet<string>;
  readonly ledger: memory.MemoryLedger;
  readonly provider: Provider;
  /** Of the runs that ended by themselves. */
  readonly reports: readonly Report[];
  /** Requests that a run made though it knew that its ledger had failed. */
  readonly unaccountable: readonly string[];
};

/** What is wrong on purpose: a ledger, or a transport that tries again by itself where it is unknown what became of a request. */
export type Wrong = memory.Mutation | 'transport-retries';

const strict: Threshold = { rejected: 0, unknown: 0 };
const lenient: Threshold = { rejected: 1, unknown: 1 };

type Message = readonly string[];

/**
 * Plays a history. `look` is called when all processes have died or ended for the last time; then a person settles what
 * is unknown, truthfully, and one more run, to which nothing happens, brings the send to its end.
 */
export async function simulate(history: History, look: (trace: Trace) => void, wrong?: Wrong): Promise<Trace> {
  const chance = chanceOf(history.seed);
  const { ask, wait, crash, jump, later, now, run: play } = scheduler(chance);
  let born = 0;
  const batches = history.batches.map(({ people, stage }) => ({
    stage,
    people: Array.from({ length: people }, () => `person ${born++}`),
  }));
  const people = batches.flatMap((batch) => batch.people);
  const named = (indexes: readonly number[]) => new Set(indexes.flatMap((index) => people[index] ?? []));
  const mutation = wrong === 'transport-retries' ? undefined : wrong;
  const ledger = memory.memoryLedger(batches, history.lease, mutation);
  const { tellsWhoIsBad, mostPeople } = history;
  const bad = named(history.bad);
  const provider: Provider = {
    took: new Map(),
    requests: [],
    answers: [...history.answers],
    bad,
    tellsWhoIsBad,
    mostPeople,
  };
  const reports: Report[] = [];
  const unaccountable: string[] = [];
  const trace: Trace = { people, suppressed: named(history.suppressed), bad, ledger, provider, reports, unaccountable };

  let isCalm = false;
  let writes = 0;
  let ids = 0;
  let defect: unknown;
  const random = { id: () => `id ${ids++}`, chance };

  /** A write that fails as the history says, before it was done or after. */
  const written = <T>(write: () => T): T => {
    const failure = isCalm ? undefined : history.ledgerFailures.find((one) => one.write === writes);
    writes += 1;
    if (failure && !failure.isDone) throw new Error('The disk is full.');
    const answer = write();
    if (failure) throw new Error('The acknowledgement was lost.');
    return answer;
  };

  const withoutLedger = new Set<Process>();

  const ledgerOf = (process: Process): SendLedger =>
    memory.seenBy(ledger, now, async (effect, isWrite) => {
      try {
        return await ask(process, () => (isWrite ? written(effect) : effect()));
      } catch (thrown) {
        withoutLedger.add(process);
        throw thrown;
      }
    });

  const prepare = (batch: Batch) => {
    const message: string[] = [];
    const late: LeftOut[] = [];
    for (const [place, person] of batch.people.entries()) {
      if (person === undefined || trace.suppressed.has(person)) late.push({ place, reason: 'suppressed' });
      else message.push(person);
    }
    return { message, late };
  };

  const worldOf = (process: Process, drain: AbortSignal, halt: AbortSignal): World<Message> => {
    const send = (message: Message, attempt: string) =>
      ask(process, () => post(provider, message, attempt, now()), Math.floor(chance() * 3_000));
    return {
      ledger: ledgerOf(process),
      mail: { prepare: (batch) => ask(process, () => prepare(batch)) },
      transport: {
        send: async (message, attempt) => {
          if (withoutLedger.has(process)) unaccountable.push(attempt);
          const outcome = await send(message, attempt);
          const isTriedAgain = wrong === 'transport-retries' && outcome.outcome === 'unknown';
          return isTriedAgain ? await send(message, attempt) : outcome;
        },
      },
      clock: { now, wait: (milliseconds, signal) => wait(process, milliseconds, signal) },
      random,
      drain,
      halt,
    };
  };

  const run: Run = {
    plan: 'plan',
    recipients: people.length,
    lanes: history.lanes,
    thresholds: history.isStrict ? [strict, { rejected: 0.5, unknown: 0.5 }] : [lenient, lenient],
    patience: { ...defaultPatience, others: { ...defaultPatience.others, every: 200_000 } },
  };

  type Seat = { process: Process; drain: AbortController; halt: AbortController; starts: number };
  const seats: Seat[] = [];
  const start = (seat: Seat) => {
    seat.process = { state: 'running' };
    seat.drain = new AbortController();
    seat.halt = new AbortController();
    seat.starts += 1;
    deliver(run, worldOf(seat.process, seat.drain.signal, seat.halt.signal)).then(
      (report) => {
        reports.push(report);
        const isCutShort = report.ending === 'stopped' || report.ending === 'drained' || report.ending === 'halted';
        if (isCutShort) startAgain(seat);
      },
      (thrown: unknown) => {
        defect = thrown;
      },
    );
  };
  const startAgain = (seat: Seat) => {
    if (!isCalm && seat.starts < history.starts) later(Math.floor(chance() * 1_000_000), () => start(seat));
  };
  const addSeat = () => {
    const seat = {
      process: { state: 'running' as const },
      drain: new AbortController(),
      halt: new AbortController(),
      starts: 0,
    };
    seats.push(seat);
    start(seat);
  };

  const strike = ({ process: index, what }: Blow) => {
    const seat = seats[index % seats.length];
    if (seat?.process.state !== 'running') return;
    const { process } = seat;
    switch (what) {
      case 'crash':
        crash(process);
        memory.crash(ledger);
        return startAgain(seat);
      case 'freeze':
        process.state = 'frozen';
        return later(Math.floor(chance() * 2_000_000), () => {
          if (process.state === 'frozen') process.state = 'running';
        });
      case 'drain':
        return seat.drain.abort();
      case 'halt':
        return seat.halt.abort();
      case 'clock back':
        return jump(-86_400_000);
      case 'clock forward':
        return jump(86_400_000);
    }
  };

  for (let count = 0; count < history.processes; count += 1) addSeat();
  const blows = [...history.blows];
  await play((step) => {
    for (const one of blows) if (one.step === step) strike(one);
  });
  if (defect !== undefined) throw defect;
  look(trace);

  isCalm = true;
  provider.answers.length = 0;
  // Nobody is at work any more, and so a person can say what became of each batch.
  ledger.signs.clear();
  memory.markOpenIntentsUnknown(ledger, 'a person', now());
  for (const { number, state, attempt } of ledger.batches) {
    if (state !== 'unknown' || !attempt) continue;
    const hasArrived = [...provider.took.values()].some((attempts) => attempts.includes(attempt.id));
    memory.resolve(ledger, number, hasArrived ? 'accepted' : 'not-sent');
  }
  // What the provider refuses for good can stop a run, and a person starts it again.
  for (let times = 0; times < 5 && !ledger.isComplete; times += 1) {
    addSeat();
    await play(() => {});
    if (defect !== undefined) throw defect;
  }
  return trace;
}
