import fc from 'fast-check';
import { type Answer, answers } from './provider.js';

/** What befalls one of the processes, or all, at a step. */
export type Blow = {
  readonly step: number;
  readonly process: number;
  readonly what: 'crash' | 'freeze' | 'drain' | 'halt' | 'clock back' | 'clock forward';
};

/** A life of a send. The same history goes the same way every time. */
export type History = {
  /** Decides who comes next at each step. */
  readonly seed: number;
  /** By batch: how many people, and its stage. */
  readonly batches: readonly { readonly people: number; readonly stage: number }[];
  /** How many processes are started on it, each with so many lanes. */
  readonly processes: number;
  /** How often each is started in all, after it died or stopped. */
  readonly starts: number;
  readonly lanes: number;
  /** Milliseconds after which a silent run counts as dead: 0 is a ledger that thinks so at once. */
  readonly lease: number;
  readonly answers: readonly Answer[];
  /** By index of the person: whose address the provider refuses. */
  readonly bad: readonly number[];
  readonly tellsWhoIsBad: boolean;
  readonly mostPeople: number;
  /** Whether the first stages have thresholds that stop a run. */
  readonly isStrict: boolean;
  /** By index of the person: who was suppressed after the roster was frozen. */
  readonly suppressed: readonly number[];
  readonly blows: readonly Blow[];
  /** By number of the write: that it fails, before it was done or after. */
  readonly ledgerFailures: readonly { readonly write: number; readonly isDone: boolean }[];
};

/** Most answers are good ones: else every run would stop at once. */
const answer = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Answer>('accepts') },
  { weight: 2, arbitrary: fc.constantFrom(...answers) },
);

const blow: fc.Arbitrary<Blow> = fc.record({
  step: fc.nat(120),
  process: fc.nat(2),
  what: fc.constantFrom('crash', 'crash', 'freeze', 'freeze', 'drain', 'halt', 'clock back', 'clock forward'),
});

export const anyHistory: fc.Arbitrary<History> = fc.record({
  seed: fc.nat(),
  batches: fc.array(fc.record({ people: fc.integer({ min: 1, max: 4 }), stage: fc.nat(2) }), {
    minLength: 1,
    maxLength: 6,
  }),
  processes: fc.integer({ min: 1, max: 3 }),
  starts: fc.constant(3),
  lanes: fc.integer({ min: 1, max: 3 }),
  lease: fc.constantFrom(0, 600_000, 600_000),
  answers: fc.array(answer, { maxLength: 12 }),
  bad: fc.array(fc.nat(12), { maxLength: 2 }),
  tellsWhoIsBad: fc.boolean(),
  mostPeople: fc.constantFrom(1, 2, 4, 4, 4),
  isStrict: fc.boolean(),
  suppressed: fc.array(fc.nat(12), { maxLength: 2 }),
  blows: fc.array(blow, { maxLength: 5 }),
  ledgerFailures: fc.array(fc.record({ write: fc.nat(30), isDone: fc.boolean() }), { maxLength: 1 }),
});
