import type { Outcome } from '../model/outcome.js';
import type { Consequence } from '../model/send-ledger.js';
import type { Clock, Random } from './ports.js';
import type { StopReason } from './stops.js';

/** How much a run puts up with before it stops. */
export type Patience = {
  /** Milliseconds: no single pause is longer, whatever the provider asks for. */
  readonly longestPause: number;
  /** Milliseconds of pauses in a row that the provider asked for, with nothing accepted in between. */
  readonly throttledFor: number;
  /** Requests in a row that came to no connection. */
  readonly unreachable: number;
  /** Unknown outcomes in a row. */
  readonly unknowns: number;
  /** Requests in a row that were refused and split. */
  readonly refusals: number;
  /** Rejected people in one run: more than so many, and more than this share of all that had a turn. */
  readonly rejected: { readonly people: number; readonly share: number };
  /** Milliseconds for which to wait for what other runs have in hand, and how often to look. */
  readonly others: { readonly for: number; readonly every: number };
};

export const defaultPatience: Patience = {
  longestPause: 60_000,
  throttledFor: 15 * 60_000,
  unreachable: 6,
  unknowns: 3,
  refusals: 50,
  rejected: { people: 10, share: 0.05 },
  others: { for: 15 * 60_000, every: 5_000 },
};

/** What holds all lanes of a run back or stops them, from what came of their requests. */
export type Brakes = {
  /** Takes in what came of a request to so many people. */
  readonly feel: (outcome: Outcome, consequence: Consequence, people: number) => void;
  readonly stop: (why: StopReason) => void;
  /** The first reason to stop, if there is one. */
  readonly stopped: () => StopReason | undefined;
  /** Resolves when a request may be made, or when the signal is aborted. */
  readonly pause: () => Promise<void>;
};

const shortestPause = 1_000;
/** Of messages refused for as many different causes, the next will be refused as well. */
const messageRefusals = 3;

/**
 * @param over aborted as soon as nothing more is to be begun
 * @param onStop called once, with the first reason to stop
 */
export function brakes(
  patience: Patience,
  clock: Clock,
  random: Random,
  over: AbortSignal,
  onStop: () => void,
): Brakes {
  let stopped: StopReason | undefined;
  let pausedUntil = 0;
  let throttledFor = 0;
  let throttles = 0;
  let unreachable = 0;
  let unknowns = 0;
  let refusals = 0;
  let triedPeople = 0;
  let rejectedPeople = 0;
  const refusedMessages = new Map<string, number>();

  const stop = (why: StopReason) => {
    if (stopped !== undefined) return;
    stopped = why;
    onStop();
  };

  /** Pauses all lanes, and gives for how much longer than they were to pause anyway. */
  const hold = (asked: number, now: number): number => {
    const bounded = Math.min(Math.max(asked, shortestPause), patience.longestPause);
    const until = now + bounded * (1 + random.chance() / 4);
    const before = Math.max(pausedUntil, now);
    // After a jump of the clock, what lanes wait for may lie days ahead.
    if (until <= before && before - now <= 2 * patience.longestPause) return 0;
    pausedUntil = until;
    return Math.max(0, until - Math.max(before, now));
  };

  const backOff = (times: number): number => shortestPause * 2 ** Math.min(times, 16);

  const rejected = (outcome: Extract<Outcome, { outcome: 'rejected' }>, consequence: Consequence) => {
    if (outcome.kind === 'credentials' || outcome.kind === 'bug') return stop(outcome.kind);
    if (consequence.batch === 'split') {
      refusals += 1;
      rejectedPeople += consequence.rejected.length;
      triedPeople += consequence.rejected.length;
      const { people, share } = patience.rejected;
      const tooMany = rejectedPeople > people && rejectedPeople > triedPeople * share;
      if (refusals >= patience.refusals || tooMany) stop('refusals');
      return;
    }
    if (outcome.kind === 'too-large') return stop('too-large');
    const times = (refusedMessages.get(outcome.reason) ?? 0) + 1;
    refusedMessages.set(outcome.reason, times);
    if (times >= 2 || refusedMessages.size >= messageRefusals) stop('message');
  };

  return {
    feel: (outcome, consequence, people) => {
      switch (outcome.outcome) {
        case 'accepted':
          triedPeople += people;
          throttledFor = 0;
          throttles = 0;
          unreachable = 0;
          unknowns = 0;
          refusals = 0;
          return;
        case 'rejected':
          return rejected(outcome, consequence);
        case 'throttled': {
          const now = clock.now();
          throttledFor += hold(outcome.until === undefined ? backOff(throttles) : outcome.until - now, now);
          throttles += 1;
          if (throttledFor > patience.throttledFor) stop('throttled');
          return;
        }
        case 'not-sent':
          if (outcome.why === 'stopped') return;
          hold(backOff(unreachable), clock.now());
          unreachable += 1;
          if (unreachable >= patience.unreachable) stop('unreachable');
          return;
        case 'unknown':
          triedPeople += people;
          if (outcome.why === 'stopped') return;
          if (outcome.why === 'not-the-provider' || outcome.why === 'bug') return stop(outcome.why);
          unknowns += 1;
          if (unknowns >= patience.unknowns) stop('unknowns');
          return;
      }
    },
    stop,
    stopped: () => stopped,
    pause: async () => {
      for (let until = Number.NaN; until !== pausedUntil && !over.aborted; ) {
        until = pausedUntil;
        const left = Math.min(until - clock.now(), 2 * patience.longestPause);
        if (left > 0) await clock.wait(left, over);
      }
    },
  };
}
