import type { SendLedger, StageSums } from '../model/send-ledger.js';

/** A send as it begins. Nothing of any reader is in it. */
export type NewSend = {
  readonly publication: string;
  /** The date of the issue. */
  readonly date: string;
  readonly audience: string;
  /** The id of a frozen roster. */
  readonly roster: string;
  /** The kind of transport. */
  readonly transport: string;
  /** Whether nobody gets mail by it. It is kept apart from the real send of the same issue. */
  readonly isRehearsal: boolean;
  /** The digest of the plan. */
  readonly plan: string;
  /** The plan itself, plain data. */
  readonly details: unknown;
  readonly recipients: number;
  /** An ISO instant. */
  readonly begunAt: string;
  /** Until when the provider holds it back, an ISO instant. */
  readonly releaseAt?: string;
  /** The ids under which the provider holds it. */
  readonly lanes: readonly string[];
};

/**
 * - `cancelling`: the provider is being asked to take it back; no run works on it any more.
 * - `cancelled`: nobody got it, or will. Another send of the same issue may begin.
 * - `stopped`: some may have got it, nobody else will, and no other send of that issue begins.
 */
export const sendStates = ['open', 'complete', 'cancelling', 'cancelled', 'stopped'] as const;
export type SendState = (typeof sendStates)[number];

export type Send = NewSend & {
  /** Short, and in order of the instants of beginning. */
  readonly id: string;
  readonly state: SendState;
  readonly endedAt?: string;
};

/** `open`: an intent is written, and no outcome. `split`: parts of it have taken its place. */
export const batchStates = ['planned', 'open', 'accepted', 'unknown', 'excluded', 'split'] as const;
export type BatchState = (typeof batchStates)[number];

/** A slice of a batch of a roster. */
export type NewSendBatch = {
  /** The number of the batch in the roster. */
  readonly rosterBatch: number;
  /** Its first place there. */
  readonly from: number;
  readonly size: number;
  readonly stage: number;
  readonly lane?: string;
};

/** A batch of which nobody knows whether it arrived, or that is on its way. */
export type UncertainBatch = {
  readonly number: number;
  readonly stage: number;
  readonly edition: string;
  /** How many people were in the request. */
  readonly people: number;
  readonly state: 'open' | 'unknown';
  readonly attempt: string;
  /** When the intent was written, an ISO instant. */
  readonly since: string;
  /** Of an unknown one. */
  readonly why?: string;
  /** Whether the run that sent it is still at work. */
  readonly isRunAlive: boolean;
  readonly lane?: string;
};

export type BatchesSummary = {
  readonly counts: Readonly<Record<BatchState, number>>;
  readonly uncertain: readonly UncertainBatch[];
};

/** What went by one of the provider's ids. */
export type LaneSummary = {
  readonly id: string;
  readonly state: 'held' | 'taking-back' | 'taken-back';
  /** People of batches that went, or may have gone, by it. */
  readonly people: number;
  /** Batches of which nobody knows. */
  readonly unknown: number;
};

/** Who did something about a send by hand, and why. */
export type Reason = { readonly by: string; readonly because: string; readonly at: string };

export type Note = Reason & { readonly what: string; readonly batch?: number };

/** The process that works on a send, as others may look for it. */
export type Runner = {
  readonly host: string;
  readonly pid: number;
  /** Milliseconds since 1970, for what is written down. */
  readonly now: () => number;
};

export type SendFilter = { readonly publication?: string; readonly date?: string; readonly id?: string };

/** The ledger: every send there was. */
export type SendStore = {
  /**
   * Begins a send: it is there with all its batches, or not at all. Where the issue has one that was not taken back, that
   * is given and nothing changes; of several that begin at once, one is new. A rehearsal that is not open counts as none.
   * Throws an Error where the slices are not exactly the roster.
   */
  readonly begin: (
    send: NewSend,
    batches: readonly NewSendBatch[],
  ) => Promise<{ readonly send: Send; readonly isNew: boolean }>;
  /** The newest first. `id` may be the beginning of one. */
  readonly list: (filter?: SendFilter) => Promise<readonly Send[]>;
  /** A send as the engine sees it, by one run. */
  readonly ledger: (id: string, runner: Runner) => SendLedger;
  readonly sums: (id: string) => Promise<readonly StageSums[]>;
  readonly batches: (id: string, runner: Pick<Runner, 'host'>) => Promise<BatchesSummary>;
  /** Writes down what became of an unknown batch: it is accepted, or planned again. */
  readonly settle: (
    id: string,
    batch: number,
    as: 'accepted' | 'not-sent',
    reason: Reason,
  ) => Promise<'settled' | 'not-unknown' | 'no-such-batch'>;
  /** From here on no run sends anything of it. Changes nothing of one that was taken back or stopped. */
  readonly beginCancel: (id: string, reason: Reason) => Promise<void>;
  /** Ends that: `cancelled` if all of it was taken back or none of it had gone, else `stopped`. */
  readonly endCancel: (id: string, end: { readonly isTakenBack: boolean; readonly at: string }) => Promise<Send>;
  readonly lanes: (id: string) => Promise<readonly LaneSummary[]>;
  /** From here on nothing goes by a lane. `busy`: a run has a request under way that does. */
  readonly beginRenewal: (
    id: string,
    lane: string,
    reason: Reason,
    runner: Pick<Runner, 'host'>,
  ) => Promise<'begun' | 'busy'>;
  /**
   * After the provider confirmed that a lane is taken back: everything that went by it is planned again, by another.
   * Gives how many people those are.
   */
  readonly renewLane: (id: string, lane: string, newLane: string) => Promise<number>;
  /** What people did about a send by hand, the oldest first. */
  readonly notes: (id: string) => Promise<readonly Note[]>;
  /** What does not add up, in words without any person. */
  readonly verify: () => Promise<readonly string[]>;
  /** Everything, one record at a time. No person is in it. */
  readonly export: () => AsyncGenerator<object>;
};
