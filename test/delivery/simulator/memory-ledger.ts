import type {
  Attempt,
  Batch,
  Consequence,
  LeftOut,
  Receipt,
  SendLedger,
  StageSums,
} from '../../../src/model/send-ledger.js';

export type BatchState = 'planned' | 'open' | 'accepted' | 'unknown' | 'excluded' | 'split';

/** A batch as the ledger has it. */
export type LedgerBatch = {
  readonly number: number;
  readonly stage: number;
  readonly people: readonly string[];
  readonly isPart: boolean;
  state: BatchState;
  /** The attempt that it waits for, or that decided. */
  attempt?: Attempt;
  died?: boolean;
  late: readonly LeftOut[];
  rejected: readonly LeftOut[];
  holder?: string;
};

/** What is wrong with a ledger on purpose, so that the oracle can be seen to notice. */
export const mutations = [
  'mark-before',
  'mark-after',
  'blind-retry',
  'lease-only',
  'resend-after-crash',
  'forgets-intents',
  'loses-a-part',
] as const;
export type Mutation = (typeof mutations)[number];

export type MemoryLedger = {
  readonly batches: LedgerBatch[];
  isComplete: boolean;
  /** A run is dead if it has asked nothing for so long. */
  readonly lease: number;
  readonly attempts: Map<string, { readonly batch: number; readonly receipts: Receipt[] }>;
  /** When each run last asked something; absent once it left. */
  readonly signs: Map<string, number>;
  readonly mutation: Mutation | undefined;
};

export function memoryLedger(
  batches: readonly { readonly stage: number; readonly people: readonly string[] }[],
  lease: number,
  mutation?: Mutation,
): MemoryLedger {
  return {
    batches: batches.map(({ stage, people }, index) => newBatch(index + 1, stage, people, false)),
    isComplete: false,
    lease,
    attempts: new Map(),
    signs: new Map(),
    mutation,
  };
}

/**
 * The ledger as one run sees it.
 *
 * @param step makes an answer of what the ledger does: one step, which nothing comes between
 */
export function seenBy(
  ledger: MemoryLedger,
  now: () => number,
  step: <T>(effect: () => T, isWrite: boolean) => Promise<T>,
): SendLedger {
  let run = '';
  const asked = <T>(effect: () => T, isWrite: boolean) =>
    step(() => {
      ledger.signs.set(run, now());
      return effect();
    }, isWrite);
  return {
    open: (_, name) => {
      run = name;
      return asked(() => (ledger.isComplete ? 'complete' : 'open'), false);
    },
    markOpenIntentsUnknown: () => asked(() => markOpenIntentsUnknown(ledger, run, now()), true),
    claim: (stage) => asked(() => claim(ledger, stage, run, now()), false),
    intend: (batch, attempt) => asked(() => intend(ledger, batch, attempt), true),
    receive: (attempt, receipt) => asked(() => receive(ledger, attempt, receipt), true),
    leaveOut: (batch, late) => asked(() => leaveOut(ledger, batch, late), true),
    sums: () => asked(() => sums(ledger), false),
    complete: () => asked(() => complete(ledger), true),
    leave: () => step(() => void ledger.signs.delete(run), false),
  };
}

function newBatch(number: number, stage: number, people: readonly string[], isPart: boolean): LedgerBatch {
  return { number, stage, people, isPart, state: 'planned', late: [], rejected: [] };
}

export function markOpenIntentsUnknown(ledger: MemoryLedger, run: string, now: number): number {
  let marked = 0;
  for (const batch of ledger.batches) {
    if (batch.state !== 'open' || !batch.attempt) continue;
    if (batch.attempt.run === run || isAlive(ledger, batch.attempt.run, now)) continue;
    batch.state = ledger.mutation === 'resend-after-crash' ? 'planned' : 'unknown';
    batch.died = true;
    marked += 1;
  }
  return marked;
}

function claim(ledger: MemoryLedger, stage: number, run: string, now: number): Batch | undefined {
  const free = ledger.batches.filter(
    (batch) =>
      batch.stage === stage &&
      batch.state === 'planned' &&
      (batch.holder === undefined || (batch.holder !== run && !isAlive(ledger, batch.holder, now))),
  );
  const batch = free.find(({ isPart }) => isPart) ?? free[0];
  if (!batch) return undefined;
  batch.holder = run;
  const { number, people } = batch;
  return { number, stage, edition: 'everyone', people };
}

function intend(ledger: MemoryLedger, number: number, attempt: Attempt): 'won' | 'lost' {
  const batch = batchOf(ledger, number);
  if (batch.state !== 'planned' && ledger.mutation !== 'lease-only') return 'lost';
  ledger.attempts.set(attempt.id, { batch: number, receipts: [] });
  if (ledger.mutation === 'mark-after') return 'won';
  batch.state = ledger.mutation === 'mark-before' ? 'accepted' : 'open';
  batch.attempt = attempt;
  batch.late = attempt.late;
  batch.died = false;
  return 'won';
}

function receive(ledger: MemoryLedger, id: string, receipt: Receipt): 'recorded' | 'overtaken' {
  const attempt = ledger.attempts.get(id);
  if (!attempt) throw new Error('There is no such attempt.');
  attempt.receipts.push(receipt);
  const batch = batchOf(ledger, attempt.batch);
  const waits = batch.attempt?.id === id && (batch.state === 'open' || batch.state === 'unknown');
  if (!waits && ledger.mutation !== 'mark-after' && ledger.mutation !== 'lease-only') return 'overtaken';
  batch.died = false;
  delete batch.holder;
  become(ledger, batch, receipt.consequence);
  return 'recorded';
}

function become(ledger: MemoryLedger, batch: LedgerBatch, consequence: Consequence): void {
  batch.state = consequence.batch;
  if (consequence.batch === 'unknown' && ledger.mutation === 'blind-retry') batch.state = 'planned';
  if (batch.state === 'planned') batch.late = [];
  if (consequence.batch !== 'split') return;
  batch.rejected = consequence.rejected;
  const parts = ledger.mutation === 'loses-a-part' ? consequence.parts.slice(0, 1) : consequence.parts;
  for (const part of parts) {
    const people = part.map((place) => personAt(batch, place));
    ledger.batches.push(newBatch(ledger.batches.length + 1, batch.stage, people, true));
  }
}

function leaveOut(ledger: MemoryLedger, number: number, late: readonly LeftOut[]): 'recorded' | 'overtaken' {
  const batch = batchOf(ledger, number);
  if (batch.state !== 'planned') return 'overtaken';
  batch.state = 'excluded';
  batch.late = late;
  return 'recorded';
}

export function sums(ledger: MemoryLedger): StageSums[] {
  const stages = new Map<number, Record<keyof StageSums, number>>();
  for (const batch of ledger.batches) {
    const { stage, people, state, late, rejected, died, isPart } = batch;
    const sum = stages.get(stage) ?? {
      stage,
      planned: 0,
      accepted: 0,
      excluded: 0,
      rejected: 0,
      unknown: 0,
      died: 0,
      inFlight: 0,
      left: 0,
    };
    stages.set(stage, sum);
    if (!isPart) sum.planned += people.length;
    sum.excluded += late.length;
    sum.rejected += rejected.length;
    const others = people.length - late.length;
    if (state === 'accepted') sum.accepted += others;
    if (state === 'open') sum.inFlight += others;
    if (state === 'planned') sum.left += others;
    if (state === 'unknown') sum.unknown += others;
    if (state === 'unknown' && died) sum.died += others;
  }
  return [...stages.values()];
}

function complete(ledger: MemoryLedger): 'complete' | 'not-yet' {
  const open: readonly BatchState[] = ['planned', 'open', 'unknown'];
  if (ledger.batches.some(({ state }) => open.includes(state))) return 'not-yet';
  ledger.isComplete = true;
  return 'complete';
}

/** What is lost when a process dies, of a ledger whose intents were not durable. */
export function crash(ledger: MemoryLedger): void {
  if (ledger.mutation !== 'forgets-intents') return;
  for (const batch of ledger.batches) if (batch.state === 'open') batch.state = 'planned';
}

/** A person settles what is unknown. */
export function resolve(ledger: MemoryLedger, number: number, as: 'accepted' | 'not-sent'): void {
  const batch = batchOf(ledger, number);
  batch.state = as === 'accepted' ? 'accepted' : 'planned';
  if (as === 'not-sent') batch.late = [];
  delete batch.holder;
}

export function personAt({ people }: LedgerBatch, place: number): string {
  const person = people[place];
  if (person === undefined) throw new Error('There is no such place.');
  return person;
}

function isAlive(ledger: MemoryLedger, run: string, now: number): boolean {
  const sign = ledger.signs.get(run);
  return sign !== undefined && now - sign < ledger.lease;
}

function batchOf(ledger: MemoryLedger, number: number): LedgerBatch {
  const batch = ledger.batches[number - 1];
  if (!batch) throw new Error('There is no such batch.');
  return batch;
}
