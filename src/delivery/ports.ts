import type { Outcome } from '../model/outcome.js';
import type { Batch, LeftOut } from '../model/send-ledger.js';

/** A batch made ready. */
export type Prepared<Message> = {
  /** What the transport takes: everybody of the batch but the late ones, in the order of their places. */
  readonly message: Message;
  readonly late: readonly LeftOut[];
};

/** Who makes messages of batches: reads addresses again, and asks once more who must not be written to. */
export type Mail<Message> = {
  /** Throws where a batch cannot be made ready; then the run ends. */
  readonly prepare: (batch: Batch) => Promise<Prepared<Message>>;
};

/** Who delivers messages. */
export type Transport<Message> = {
  /**
   * One try, which is one request: it never tries again by itself. Never rejects, and resolves in bounded time, or soon
   * after the signal is aborted. `attempt` is to go along with the message, so that events can be matched with it.
   */
  readonly send: (message: Message, attempt: string, signal: AbortSignal) => Promise<Outcome>;
};

export type Clock = {
  /** Milliseconds since 1970. Nothing that matters rests on it: it may jump. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

export type Random = {
  /** 128 bits in hex, never the same twice. */
  readonly id: () => string;
  /** From 0 up to 1. */
  readonly chance: () => number;
};
