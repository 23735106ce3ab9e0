import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, type History } from './simulator/history.js';
import { complaints, leftovers } from './simulator/oracle.js';
import { simulate, type Wrong } from './simulator/simulate.js';

async function complaintsAbout(history: History, wrong?: Wrong): Promise<readonly string[]> {
  let midway: string[] = [];
  const end = await simulate(
    history,
    (trace) => {
      midway = complaints(trace);
    },
    wrong,
  );
  return [...midway, ...complaints(end), ...leftovers(end)];
}

describe('a send, whatever happens', () => {
  it('writes to nobody twice, and loses nobody', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        expect(await complaintsAbout(history)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});

/** Known ways to write to somebody twice or not at all, and by what they show. */
const wrongs: Readonly<Record<Wrong, RegExp>> = {
  'mark-before': /got nothing/,
  'mark-after': /got it \d times/,
  'blind-retry': /got it \d times/,
  'lease-only': /got it \d times/,
  'resend-after-crash': /got it \d times/,
  'forgets-intents': /got it \d times/,
  'loses-a-part': /is not in the ledger/,
  'transport-retries': /got it \d times/,
};

/** Even with a ledger whose leases are as good as leases can be. */
const fairHistory = anyHistory.map((history) => ({ ...history, lease: 600_000 }));

describe('the oracle', () => {
  it.each(Object.entries(wrongs) as [Wrong, RegExp][])('notices what is wrong with %s', async (wrong, sign) => {
    const isFine = fc.asyncProperty(fairHistory, async (history) => {
      const found = await complaintsAbout(history, wrong);
      return !found.some((complaint) => sign.test(complaint));
    });
    const { failed } = await fc.check(isFine, { numRuns: 2_000, endOnFailure: true });
    expect(failed).toBe(true);
  });
});
