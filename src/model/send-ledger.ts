import type { Outcome } from './outcome.js';

/** A batch as the engine gets it: a slice of a frozen roster, or a part of one that had to be split. */
export type Batch = {
  readonly number: number;
  /** See canary.ts: the first is 0. */
  readonly stage: number;
  readonly edition: string;
  /** By place, opaque: pseudonyms. Undefined in the place of whoever was erased since the roster was frozen. */
  readonly people: readonly (string | undefined)[];
  /** The id under which the provider holds it, so that it can be taken back; absent where it is not held. */
  readonly lane?: string;
};

/** Somebody of a batch who is not written to, by her place in it, and why: a code, with nothing of her in it. */
export type LeftOut = { readonly place: number; readonly reason: string };

/** One try to send a batch. No two have the same id, and each is sent once at most. */
export type Attempt = {
  readonly id: string;
  readonly run: string;
  /** Who of the batch is not in the request, because she left or was suppressed since the roster was frozen. */
  readonly late: readonly LeftOut[];
};

/** What becomes of a batch after an attempt. */
export type Consequence =
  | { readonly batch: 'accepted' }
  | { readonly batch: 'unknown' }
  /** It was certainly not sent, and is as if never tried. Who was late is looked at again the next time. */
  | { readonly batch: 'planned' }
  /**
   * It was certainly not sent, and is replaced by its parts, which are planned. Everybody who was in the request is
   * either rejected or in exactly one part; who was late is excluded for good.
   */
  | { readonly batch: 'split'; readonly rejected: readonly LeftOut[]; readonly parts: readonly (readonly number[])[] };

/** An outcome written down. */
export type Receipt = { readonly outcome: Outcome; readonly consequence: Consequence };

/**
 * What became of the people of one stage. Always:
 * planned = accepted + excluded + rejected + unknown + inFlight + left.
 */
export type StageSums = {
  readonly stage: number;
  readonly planned: number;
  readonly accepted: number;
  /** Left or suppressed after the roster was frozen. */
  readonly excluded: number;
  readonly rejected: number;
  readonly unknown: number;
  /** Of the unknown: those whose run died, which says nothing about the provider. */
  readonly died: number;
  /** An intent is written and no outcome yet. */
  readonly inFlight: number;
  /** No intent is written. */
  readonly left: number;
};

/** Nobody planned, and nobody anything else. */
export const noSums: Omit<StageSums, 'stage'> = {
  planned: 0,
  accepted: 0,
  excluded: 0,
  rejected: 0,
  unknown: 0,
  died: 0,
  inFlight: 0,
  left: 0,
};

/**
 * The durable record of one send, shared by all runs that work on it. Any of these may throw; the engine then asks
 * nothing more of it and sends nothing more. A run shows that it lives by asking something; a pause of
 * `Patience.longestPause` or one request to the provider must not make it look dead.
 *
 * Leases and signs of life decide who works on what, so that work is not done in vain. What nobody gets mail twice
 * rests on is `intend` alone.
 */
export type SendLedger = {
  /** Joins the send under the name of a run. `another-plan`: what was begun for this issue is not this plan. */
  readonly open: (
    send: { readonly plan: string; readonly recipients: number },
    run: string,
  ) => Promise<'open' | 'complete' | 'cancelled' | 'another-plan'>;
  /**
   * Writes down `unknown` (`run-died`) for every intent without an outcome whose run is not alive, and so never for
   * those of the run that asks. Gives how many batches that were.
   */
  readonly markOpenIntentsUnknown: () => Promise<number>;
  /**
   * A planned batch of a stage, parts of split ones first; undefined where there is none that no other living run
   * holds. It may be lost again before the intent. `cancelled`: the send is being taken back, or was stopped.
   */
  readonly claim: (stage: number) => Promise<Batch | 'cancelled' | undefined>;
  /**
   * Compare and swap: if the batch is planned and has no open intent, writes the intent down, and gives `won` once it
   * is durable. Else changes nothing and gives `lost`.
   */
  readonly intend: (batch: number, attempt: Attempt) => Promise<'won' | 'lost'>;
  /**
   * Writes down what came of an attempt; durable when it resolves. If the batch is no longer waiting for this attempt,
   * because a person settled it meanwhile, the outcome is kept beside the attempt, the batch stays, and it gives
   * `overtaken`. A batch that is unknown for this attempt is still waiting for it: who sent it knows best.
   */
  readonly receive: (attempt: string, receipt: Receipt) => Promise<'recorded' | 'overtaken'>;
  /** Compare and swap: a planned batch of which everybody left or was suppressed becomes excluded, without a request. */
  readonly leaveOut: (batch: number, late: readonly LeftOut[]) => Promise<'recorded' | 'overtaken'>;
  /** What became of everybody, by stage. */
  readonly sums: () => Promise<readonly StageSums[]>;
  /** Marks the send complete if nothing of it is unknown, in flight or left; else changes nothing. */
  readonly complete: () => Promise<'complete' | 'not-yet'>;
  /** The run ends: what it held is free again. */
  readonly leave: () => Promise<void>;
};
