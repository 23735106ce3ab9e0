import type { Database } from '../../src/database/open.js';
import type { NewSend, NewSendBatch, Reason } from '../../src/database/sends.js';
import type { Attempt, LeftOut, Receipt } from '../../src/model/send-ledger.js';
import { freeze, head, now, person } from './sample.js';

export const reason: Reason = { by: 'Ada', because: 'It stands in the activity.', at: now };

/** A batch that a sample send is to have: its people are reader-0, reader-1 and so on, through all batches. */
export type Slice = { readonly stage: number; readonly people: readonly string[]; readonly lane?: string };

export function readers(database: Database, from: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => person(database, `reader-${from + index}@example.org`));
}

export function newSend(roster: string, recipients: number, more: Partial<NewSend> = {}): NewSend {
  return {
    publication: head.publication,
    date: head.date,
    audience: head.audience,
    roster,
    transport: 'sendgrid',
    isRehearsal: false,
    plan: 'the digest of a plan',
    details: { subject: 'Spring', editions: ['everyone'] },
    recipients,
    begunAt: now,
    lanes: [],
    ...more,
  };
}

/** Freezes a roster with one batch for each slice. */
export async function frozen(database: Database, slices: readonly Slice[]): Promise<string> {
  const batches = slices.map(({ people }) => ({ edition: 'everyone', people }));
  return (await freeze(database, batches)).id;
}

/** Begins a send with a batch for each slice. */
export async function begun(database: Database, slices: readonly Slice[], more: Partial<NewSend> = {}) {
  const roster = await frozen(database, slices);
  const recipients = slices.reduce((sum, { people }) => sum + people.length, 0);
  const { send } = await database.sends.begin(newSend(roster, recipients, more), wholeBatches(slices));
  return send;
}

/** Each batch of the roster as a batch of the send. */
export function wholeBatches(slices: readonly Slice[]): readonly NewSendBatch[] {
  return slices.map(({ stage, people, lane }, index) => ({
    rosterBatch: index + 1,
    from: 0,
    size: people.length,
    stage,
    ...(lane !== undefined && { lane }),
  }));
}

export function attempt(id: string, run: string, late: readonly LeftOut[] = []): Attempt {
  return { id, run, late };
}

export const accepted: Receipt = { outcome: { outcome: 'accepted', id: 'x' }, consequence: { batch: 'accepted' } };
export const unknown: Receipt = {
  outcome: { outcome: 'unknown', why: 'no-answer' },
  consequence: { batch: 'unknown' },
};
export const throttled: Receipt = { outcome: { outcome: 'throttled' }, consequence: { batch: 'planned' } };

/** Somebody in it cannot be written to, and the others go in parts. */
export function split(rejected: readonly number[], ...parts: readonly (readonly number[])[]): Receipt {
  return {
    outcome: { outcome: 'rejected', kind: 'address', reason: 'address', places: rejected },
    consequence: { batch: 'split', rejected: rejected.map((place) => ({ place, reason: 'address' })), parts },
  };
}
