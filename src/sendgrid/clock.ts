import { setTimeout } from 'node:timers/promises';

/** Time and chance as the client needs them; tests have their own, which never wait. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to 1. */
  readonly random: () => number;
};

export const systemClock: Clock = {
  now: Date.now,
  wait: (milliseconds) => setTimeout(milliseconds),
  random: Math.random,
};
