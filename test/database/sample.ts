import { randomBytes } from 'node:crypto';
import type { Database } from '../../src/database/open.js';
import type { NewRoster, Roster, RosterBatch, RosterMember, RosterResult } from '../../src/database/rosters.js';
import type { SuppressedAddress } from '../../src/model/suppression.js';

export const now = '2021-03-22T09:30:00.000Z';

export function freshKey(): Uint8Array {
  return randomBytes(32);
}

export function suppressed(address: string, more: Partial<SuppressedAddress> = {}): SuppressedAddress {
  return { address, reason: 'unsubscribed', origin: 'sendgrid', since: '2021-01-05T10:00:00.000Z', ...more };
}

export const head: NewRoster = {
  publication: 'monday-mail',
  date: '2021-03-22',
  audience: 'members',
  environment: 'live',
  fields: ['first_name', 'branch'],
  frozenAt: now,
};

export function member({ personOf }: Database, address: string, ...fields: string[]): RosterMember {
  return { address, person: personOf(address.toLowerCase()), fields: fields.length > 0 ? fields : ['Ada', 'Leeds'] };
}

/** The sums that go with batches, where nobody was left out. */
export function sumsOf(batches: readonly RosterBatch[]): RosterResult {
  const editions: Record<string, number> = {};
  for (const { edition, members } of batches) editions[edition] = (editions[edition] ?? 0) + members.length;
  const recipients = batches.reduce((sum, { members }) => sum + members.length, 0);
  return { rowsRead: recipients, recipients, excluded: {}, editions, leftOut: [] };
}

export function freeze(
  { rosters }: Database,
  batches: readonly RosterBatch[],
  more: { readonly head?: Partial<NewRoster>; readonly result?: Partial<RosterResult> } = {},
): Promise<Roster> {
  return rosters.freeze({ ...head, ...more.head }, async (write) => {
    for (const batch of batches) await write(batch);
    return { ...sumsOf(batches), ...more.result };
  });
}

export async function all<Item>(batches: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of batches) items.push(item);
  return items;
}
