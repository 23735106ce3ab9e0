import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase } from '../../src/database/open.js';
import { type LedgerWorld, ledgerContract, type Sizes } from '../contracts/ledger-contract.js';
import { memoryLedger, resolve, seenBy } from '../delivery/simulator/memory-ledger.js';
import { hasPostgres, startPostgres } from '../harness/postgres.js';
import { type LedgerPlace, placeInFile, placeOnServer } from './places.js';
import { startProcess } from './processes.js';
import { begun, readers, reason } from './sample-send.js';

/** A send in a database. Each run has connections of its own, as in a process of its own. */
async function worldIn(place: LedgerPlace, sizes: Sizes): Promise<LedgerWorld> {
  const database = await openDatabase(place.at);
  const ends = [place.discard, database.close];
  let from = 0;
  const slices = sizes.map(({ size, stage }) => {
    from += size;
    return { stage, people: readers(database, from - size, size) };
  });
  const send = await begun(database, slices);
  return {
    people: slices.map(({ people }) => people),
    join: async (name) => {
      const { runner, kill } = await startProcess();
      const own = await openDatabase(place.at);
      ends.push(own.close, kill);
      const ledger = own.sends.ledger(send.id, runner);
      const opened = await ledger.open({ plan: send.plan, recipients: send.recipients }, name);
      if (opened !== 'open') throw new Error(opened);
      return { ledger, name, kill };
    },
    settle: async (batch, as) => {
      await database.sends.settle(send.id, batch, as, reason);
    },
    discard: async () => {
      for (const end of ends.reverse()) await end();
    },
  };
}

function worldInMemory(sizes: Sizes): LedgerWorld {
  const lease = 1_000;
  let from = 0;
  const people = sizes.map(({ size }) => Array.from({ length: size }, () => `reader ${from++}`));
  const known = memoryLedger(
    sizes.map(({ stage }, index) => ({ stage, people: people[index] ?? [] })),
    lease,
  );
  return {
    people,
    join: async (name) => {
      const ledger = seenBy(
        known,
        () => 0,
        async (effect) => effect(),
      );
      const opened = await ledger.open({ plan: '', recipients: from }, name);
      if (opened !== 'open') throw new Error(opened);
      return { ledger, name, kill: async () => void known.signs.delete(name) };
    },
    settle: async (batch, as) => resolve(known, batch, as),
    discard: async () => {},
  };
}

describe('the ledger of the simulator', () => {
  ledgerContract(async (sizes) => worldInMemory(sizes));
});

describe('a ledger in a file', () => {
  ledgerContract((sizes) => worldIn(placeInFile(), sizes));
});

describe.skipIf(!hasPostgres)('a ledger on a server', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
  });
  ledgerContract(async (sizes) => worldIn(await placeOnServer(server?.url ?? ''), sizes));
});
