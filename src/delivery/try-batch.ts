import type { Outcome } from '../model/outcome.js';
import type { Attempt, Batch } from '../model/send-ledger.js';
import type { Brakes } from './brakes.js';
import { failed, type GuardedLedger } from './guarded-ledger.js';
import type { Mail, Prepared, Transport } from './ports.js';
import { receiptOf } from './receipt.js';

/** An outcome that the ledger did not take: the batch is unknown the next time, and this is what there is to settle it by. */
export type Unrecorded = { readonly batch: number; readonly attempt: string; readonly outcome: Outcome };

export type BatchWorld<Message> = {
  readonly run: string;
  readonly ledger: GuardedLedger;
  readonly mail: Mail<Message>;
  readonly transport: Transport<Message>;
  readonly brake: Brakes;
  readonly newId: () => string;
  /** Aborted when nothing new is to be begun. */
  readonly over: AbortSignal;
  /** Aborted when what is on its way is to be broken off. */
  readonly halt: AbortSignal;
  readonly onPrepareError: (thrown: unknown) => void;
  readonly onUnrecorded: (unrecorded: Unrecorded) => void;
};

/**
 * Tries a batch once: makes it ready, writes the intent, makes the request, writes the receipt. A request is made only
 * if this very attempt won the batch, and only while what comes of it can be written down. Never throws but for a bug.
 */
export async function tryBatch<Message>(batch: Batch, world: BatchWorld<Message>): Promise<void> {
  const { ledger, brake } = world;
  const prepared = await prepare(batch, world);
  if (prepared === failed || world.over.aborted) return;
  const { message, late } = prepared;
  const people = batch.people.length - late.length;
  if (people === 0) {
    await ledger.ask((its) => its.leaveOut(batch.number, late));
    return;
  }
  const attempt: Attempt = { id: world.newId(), run: world.run, late };
  if ((await ledger.ask((its) => its.intend(batch.number, attempt))) !== 'won') return;
  const outcome = await send(message, attempt.id, world);
  const receipt = receiptOf(outcome, batch.people.length, late);
  const recorded = ledger.ask((its) => its.receive(attempt.id, receipt));
  brake.feel(outcome, receipt.consequence, people);
  if ((await recorded) === failed) world.onUnrecorded({ batch: batch.number, attempt: attempt.id, outcome });
}

async function prepare<Message>(
  batch: Batch,
  { mail, onPrepareError }: BatchWorld<Message>,
): Promise<Prepared<Message> | typeof failed> {
  try {
    return await mail.prepare(batch);
  } catch (thrown) {
    onPrepareError(thrown);
    return failed;
  }
}

async function send<Message>(
  message: Message,
  attempt: string,
  { transport, brake, halt }: BatchWorld<Message>,
): Promise<Outcome> {
  // Something may have come up in another lane while this one waited for its intent: the ledger failed, for one.
  if (brake.stopped() !== undefined || halt.aborted) return { outcome: 'not-sent', why: 'stopped' };
  try {
    return await transport.send(message, attempt, halt);
  } catch {
    return { outcome: 'unknown', why: 'bug' };
  }
}
