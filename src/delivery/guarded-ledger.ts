import type { SendLedger } from '../model/send-ledger.js';

/** The ledger failed: whoever meets this sends nothing more. */
export const failed: unique symbol = Symbol('failed');

/** Asks the ledger as long as it has never failed. */
export type GuardedLedger = {
  /** Gives `failed` where the ledger throws, and from then on without asking it. */
  readonly ask: <Answer>(question: (ledger: SendLedger) => Promise<Answer>) => Promise<Answer | typeof failed>;
};

/**
 * A ledger that is asked nothing more once it failed: after a failed write nobody knows what one would be adding to,
 * and a write that works after one that did not proves nothing about the disk.
 *
 * @param onFail called once, with what was thrown
 */
export function guardedLedger(ledger: SendLedger, onFail: (thrown: unknown) => void): GuardedLedger {
  let hasFailed = false;
  return {
    ask: async (question) => {
      if (hasFailed) return failed;
      try {
        return await question(ledger);
      } catch (thrown) {
        if (!hasFailed) onFail(thrown);
        hasFailed = true;
        return failed;
      }
    },
  };
}
