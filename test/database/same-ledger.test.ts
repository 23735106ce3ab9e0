import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/database/open.js';
import type { LeftOut, Receipt, SendLedger, StageSums } from '../../src/model/send-ledger.js';
import { leftOut } from '../contracts/ledger-contract.js';
import {
  type LedgerBatch,
  type MemoryLedger,
  memoryLedger,
  resolve,
  seenBy,
} from '../delivery/simulator/memory-ledger.js';
import { hasPostgres, startPostgres } from '../harness/postgres.js';
import { type LedgerPlace, placeInFile, placeOnServer } from './places.js';
import { type RunningProcess, startProcess } from './processes.js';
import { accepted, attempt, begun, readers, reason, split, throttled, unknown } from './sample-send.js';

/** What a run or a person may do next. Numbers count round, so that each hits something that there is. */
const doing = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('intend' as const), run: fc.nat(1), batch: fc.nat(20), bits: fc.nat(15) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      attempt: fc.nat(20),
      as: fc.constantFrom('accepted', 'unknown', 'planned', 'split'),
      bits: fc.nat(255),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave out' as const), batch: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mark' as const), run: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), run: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('settle' as const),
      batch: fc.nat(20),
      as: fc.constantFrom('accepted', 'not-sent'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('complete' as const) }) },
);
type Doing = typeof doing extends fc.Arbitrary<infer One> ? One : never;

/** A run that is in both ledgers under the same name. */
type Pair = {
  readonly name: string;
  readonly model: SendLedger;
  readonly real: SendLedger;
  readonly process: RunningProcess;
};

/** The same things done to the ledger of the simulator and to one in a database have the same answers and sums. */
function contract(freshPlace: () => Promise<LedgerPlace>, lives: number): void {
  it('gives the answers of the ledger with which the engine is simulated', async () => {
    const place = await freshPlace();
    const database = await openDatabase(place.at);
    let lived = 0;
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
    try {
      await fc.assert(
        fc.asyncProperty(sizes, fc.array(doing, { maxLength: 30 }), async (sizes, doings) => {
          await live(database, `life ${lived++}`, sizes, doings);
        }),
        { numRuns: lives },
      );
    } finally {
      await database.close();
      await place.discard();
    }
  }, 180_000);
}

async function live(
  database: Database,
  name: string,
  sizes: readonly number[],
  doings: readonly Doing[],
): Promise<void> {
  let from = 0;
  const slices = sizes.map((size, index) => {
    from += size;
    return { stage: index % 2, people: readers(database, from - size, size) };
  });
  const send = await begun(database, slices, { publication: name });
  const model = memoryLedger(
    slices.map(({ stage, people }) => ({ stage, people: [...people] })),
    1,
  );
  const processes: RunningProcess[] = [];
  const join = async (): Promise<Pair> => {
    const process = await startProcess();
    processes.push(process);
    const run = `${name} ${processes.length}`;
    const pair = { name: run, model: modelRun(model), real: database.sends.ledger(send.id, process.runner), process };
    const { plan, recipients } = send;
    const opened = await both(pair, (ledger) => ledger.open({ plan, recipients }, run));
    return opened === 'open' ? pair : join();
  };
  const pairs = [await join(), await join()];
  // Whoever knows what came of an attempt says so once.
  const decided = new Set<string>();
  const attempts: { readonly id: string; readonly batch: LedgerBatch; readonly late: readonly LeftOut[] }[] = [];
  try {
    for (const one of doings) {
      if (one.do === 'kill' && !model.isComplete) {
        const [killed] = pairs.splice(one.run, 1);
        await killed?.process.kill();
        if (killed) model.signs.delete(killed.name);
        pairs.push(await join());
        continue;
      }
      const pair = pairs[one.do === 'intend' || one.do === 'mark' ? one.run : 0];
      if (!pair) throw new Error('There are two runs.');
      const batch = 'batch' in one ? model.batches[one.batch % model.batches.length] : undefined;
      if (one.do === 'intend' && batch) {
        const id = `${name} attempt ${attempts.length}`;
        const late = some(batch.people.length - 1, one.bits);
        const won = await both(pair, (ledger) => ledger.intend(batch.number, attempt(id, pair.name, late)));
        if (won === 'won') attempts.push({ id, batch, late });
      }
      const known = one.do === 'receive' ? attempts[one.attempt % attempts.length] : undefined;
      if (one.do === 'receive' && known && !decided.has(known.id)) {
        if (one.as !== 'unknown') decided.add(known.id);
        await both(pair, (ledger) => ledger.receive(known.id, receiptOf(one.as, one.bits, known.batch, known.late)));
      }
      if (one.do === 'leave out' && batch) {
        const everybody = leftOut(...batch.people.keys());
        await both(pair, (ledger) => ledger.leaveOut(batch.number, everybody));
      }
      if (one.do === 'settle' && batch) {
        const as = one.as === 'accepted' ? 'accepted' : 'not-sent';
        const isUnknown = batch.state === 'unknown';
        if (isUnknown) resolve(model, batch.number, as);
        const said = await database.sends.settle(send.id, batch.number, as, reason);
        expect(said).toBe(isUnknown ? 'settled' : 'not-unknown');
      }
      if (one.do === 'mark') await both(pair, (ledger) => ledger.markOpenIntentsUnknown());
      if (one.do === 'complete') await both(pair, (ledger) => ledger.complete());
      await both(pair, async (ledger) => inOrder(await ledger.sums()));
    }
    const { counts } = await database.sends.batches(send.id, { host: '' });
    for (const [state, count] of Object.entries(counts)) {
      expect([state, count]).toEqual([state, model.batches.filter((one) => one.state === state).length]);
    }
    const complaints = (await database.sends.verify()).filter((words) => words.includes(send.id));
    // Who says that a batch was not sent, and is told later that it was accepted, is to know.
    expect(complaints.filter((words) => !/planned, and was accepted before|accepted \d times/.test(words))).toEqual([]);
  } finally {
    for (const { real } of pairs) await real.leave();
    for (const { kill } of processes) await kill();
  }
}

/** The model has no time: a run that was not killed is alive. */
function modelRun(model: MemoryLedger): SendLedger {
  return seenBy(
    model,
    () => 0,
    async (effect) => effect(),
  );
}

async function both<Answer>({ model, real }: Pair, question: (ledger: SendLedger) => Promise<Answer>): Promise<Answer> {
  const answer = await question(model);
  expect(await question(real)).toEqual(answer);
  return answer;
}

/** Some of so many places, by the bits of a number. */
function some(places: number, bits: number): readonly LeftOut[] {
  return leftOut(...Array.from({ length: places }, (_, place) => place).filter((place) => (bits >> place) & 1));
}

function receiptOf(as: string, bits: number, { people }: LedgerBatch, late: readonly LeftOut[]): Receipt {
  if (as !== 'split') return as === 'accepted' ? accepted : as === 'unknown' ? unknown : throttled;
  const sent = [...people.keys()].filter((place) => !late.some((one) => one.place === place));
  const of = (kind: number) => sent.filter((place) => ((bits >> (2 * place)) & 3) % 3 === kind);
  return split(of(0), ...[of(1), of(2)].filter((part) => part.length > 0));
}

function inOrder(sums: readonly StageSums[]): readonly StageSums[] {
  return [...sums].sort((a, b) => a.stage - b.stage);
}

describe('a ledger in a file', () => {
  contract(async () => placeInFile(), 100);
});

describe.skipIf(!hasPostgres)('a ledger on a server', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server?.stop();
  });
  contract(() => placeOnServer(server?.url ?? ''), 40);
});
