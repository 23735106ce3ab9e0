import type { SendLedger, StageSums } from '../model/send-ledger.js';
import { brakes, type Patience } from './brakes.js';
import type { Threshold } from './canary.js';
import { failed, guardedLedger } from './guarded-ledger.js';
import type { Clock, Mail, Random, Transport } from './ports.js';
import type { StopReason } from './stops.js';
import { isBalanced, isSettled, type Sums, totalOf } from './sums.js';
import { type BatchWorld, tryBatch, type Unrecorded } from './try-batch.js';

/** What a run works on and how. */
export type Run = {
  /** The digest of the plan. */
  readonly plan: string;
  /** How many people the plan has. */
  readonly recipients: number;
  /** How many requests are on their way at once. */
  readonly lanes: number;
  /** How badly stage 0, stage 1 and so on may go for the next one to begin. The last stage has none. */
  readonly thresholds: readonly Threshold[];
  readonly patience: Patience;
};

/** The world as the engine sees it. */
export type World<Message> = {
  readonly ledger: SendLedger;
  readonly mail: Mail<Message>;
  readonly transport: Transport<Message>;
  readonly clock: Clock;
  readonly random: Random;
  /** Aborted when nothing new is to be begun: what is on its way is waited for. */
  readonly drain: AbortSignal;
  /** Aborted when what is on its way is to be broken off. It is unknown then. */
  readonly halt: AbortSignal;
};

/** How a run ended. */
export type Report = {
  /**
   * - `complete`: everybody is accounted for. `already-complete`: that was so before, and nothing was done.
   * - `unknown-left`: everybody had a turn, and of some it is unknown whether they get the mail: a person must look.
   * - `drained`, `halted`: it was told to end.
   * - `stopped`: it could or would not go on; `stop` says why.
   */
  readonly ending: 'complete' | 'already-complete' | 'unknown-left' | 'drained' | 'halted' | 'stopped';
  readonly stop?: StopReason;
  /** What the ledger or the mail threw, where that stopped it: a Fault, or else a bug. Its words may have anything in them. */
  readonly error?: unknown;
  /** What became of everybody; absent where the ledger cannot say. */
  readonly sums?: Sums;
  readonly unrecorded: readonly Unrecorded[];
};

/**
 * Runs a send to its end, or to where it must stop. Nobody gets a mail twice by it, whatever fails at whatever point,
 * and whichever other runs work on the same send: a request follows a durable intent that was won by compare and swap,
 * and an intent whose outcome nobody saw is unknown, and never sent again. Called again with the same plan it goes on;
 * a complete send it leaves as it is. Never throws but for a bug of its own.
 */
export async function deliver<Message>(run: Run, world: World<Message>): Promise<Report> {
  const { clock, random, drain, halt, mail, transport } = world;
  const over = new AbortController();
  const end = () => over.abort('over');
  if (drain.aborted || halt.aborted) end();
  drain.addEventListener('abort', end);
  halt.addEventListener('abort', end);

  let error: unknown;
  const unrecorded: Unrecorded[] = [];
  const brake = brakes(run.patience, clock, random, over.signal, end);
  const breakDown = (why: StopReason) => (thrown: unknown) => {
    if (brake.stopped() === undefined) error = thrown;
    brake.stop(why);
  };
  const ledger = guardedLedger(world.ledger, breakDown('ledger'));
  const name = random.id();
  const batchWorld: BatchWorld<Message> = {
    run: name,
    ledger,
    mail,
    transport,
    brake,
    newId: random.id,
    over: over.signal,
    halt,
    onPrepareError: breakDown('preparing'),
    onUnrecorded: (one) => unrecorded.push(one),
  };

  /** Sends batches one after the other until there are no more. Gives whether there were any. */
  async function lane(stage: number): Promise<boolean> {
    for (let isBusy = false; ; isBusy = true) {
      await brake.pause();
      if (over.signal.aborted) return isBusy;
      const batch = await ledger.ask((its) => its.claim(stage));
      if (batch === 'cancelled') brake.stop('cancelled');
      if (batch === failed || batch === 'cancelled' || batch === undefined) return isBusy;
      await tryBatch(batch, batchWorld);
    }
  }

  /**
   * Works on a stage until nothing of it is left or in flight, also in other runs. Gives its sums, or undefined where
   * it did not come to that.
   */
  async function finish(stage: number): Promise<StageSums | undefined> {
    for (let waited = 0; !over.signal.aborted; ) {
      const busy = await Promise.all(Array.from({ length: run.lanes }, () => lane(stage)));
      const sums = await sumsOf(stage);
      if (sums === undefined || (sums.left === 0 && sums.inFlight === 0)) return sums;
      if (busy.includes(true)) {
        waited = 0;
        continue;
      }
      if (waited >= run.patience.others.for) brake.stop('others');
      waited += run.patience.others.every;
      await clock.wait(run.patience.others.every, over.signal);
      await ledger.ask((its) => its.markOpenIntentsUnknown());
    }
    return undefined;
  }

  async function sumsOf(stage: number): Promise<StageSums | undefined> {
    const sums = await ledger.ask((its) => its.sums());
    if (sums === failed) return undefined;
    return sums.find((one) => one.stage === stage) ?? { stage, ...totalOf([]) };
  }

  async function work(): Promise<void> {
    for (let stage = 0; stage <= run.thresholds.length; stage += 1) {
      // Who was rejected before this run is known to whoever started it again.
      const before = await sumsOf(stage);
      const after = await finish(stage);
      if (before === undefined || after === undefined || over.signal.aborted) return;
      const threshold = run.thresholds[stage];
      if (threshold && isTooBad(before, after, threshold)) return brake.stop('canary');
    }
  }

  async function report(): Promise<Report> {
    const stages = await ledger.ask((its) => its.sums());
    const sums = stages === failed ? undefined : totalOf(stages);
    const isRight = sums !== undefined && isBalanced(sums) && sums.planned === run.recipients;
    if (sums !== undefined && !isRight) brake.stop('sums');
    const isComplete = isRight && isSettled(sums) && (await ledger.ask((its) => its.complete())) === 'complete';
    await ledger.ask((its) => its.leave());
    const stop = brake.stopped();
    const rest = { ...(sums && { sums }), unrecorded };
    if (isComplete) return { ending: 'complete', ...rest };
    if (stop !== undefined) return { ending: 'stopped', stop, ...(error !== undefined && { error }), ...rest };
    if (halt.aborted) return { ending: 'halted', ...rest };
    if (drain.aborted) return { ending: 'drained', ...rest };
    return { ending: 'unknown-left', ...rest };
  }

  try {
    const { plan, recipients } = run;
    const opened = await ledger.ask((its) => its.open({ plan, recipients }, name));
    if (opened === 'complete') {
      const stages = await ledger.ask((its) => its.sums());
      return { ending: 'already-complete', ...(stages !== failed && { sums: totalOf(stages) }), unrecorded };
    }
    if (opened === 'cancelled' || opened === 'another-plan') return { ending: 'stopped', stop: opened, unrecorded };
    if ((await ledger.ask((its) => its.markOpenIntentsUnknown())) !== failed) await work();
    return await report();
  } finally {
    drain.removeEventListener('abort', end);
    halt.removeEventListener('abort', end);
  }
}

function isTooBad(before: StageSums, after: StageSums, threshold: Threshold): boolean {
  const rejected = after.rejected - before.rejected;
  const unknown = after.unknown - after.died;
  return rejected > after.planned * threshold.rejected || unknown > after.planned * threshold.unknown;
}
