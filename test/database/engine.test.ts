import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/open.js';
import { anyHistory } from '../delivery/simulator/history.js';
import { complaints, leftovers } from '../delivery/simulator/oracle.js';
import { hasPostgres, startPostgres } from '../harness/postgres.js';
import { type LedgerPlace, placeInFile, placeOnServer } from './places.js';
import { playHistory } from './play-history.js';

/** The engine with a ledger as users have it, judged by the oracle of the simulator. */
function contract(freshPlace: () => Promise<LedgerPlace>, histories: number): void {
  let place: LedgerPlace | undefined;
  let database: Database | undefined;
  afterEach(async () => {
    await database?.close();
    await place?.discard();
  });

  it('writes to nobody twice, and loses nobody, whatever happens to its runs', async () => {
    const at = await freshPlace();
    const known = await openDatabase(at.at);
    place = at;
    database = known;
    let played = 0;
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const midway: string[] = [];
        const end = await playHistory(history, `history ${played++}`, known, at, (trace) => {
          midway.push(...complaints(trace));
        });
        expect([...midway, ...complaints(end), ...leftovers(end)]).toEqual([]);
      }),
      { numRuns: histories, endOnFailure: true },
    );
    expect(await known.sends.verify()).toEqual([]);
  }, 180_000);
}

describe('the engine on a file', () => {
  contract(async () => placeInFile(), 120);
});

describe.skipIf(!hasPostgres)('the engine on a server', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
  });
  contract(() => placeOnServer(server?.url ?? ''), 60);
});
