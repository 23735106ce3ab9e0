import { randomBytes } from 'node:crypto';
import type { Database } from '../../src/database/open.js';
import type { NewRoster, Roster, RosterBatch, RosterResult } from '../../src/database/rosters.js';
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
  frozenAt: now,
};

export function person({ personOf }: Database, address: string): string {
  return personOf(address.toLowerCase());
}

/** The sums that go with batches, where nobody was left out. */
export function sumsOf(batches: readonly RosterBatch[]): RosterResult {
  const editions: Record<string, number> = {};
  for (const { edition, people } of batches) editions[edition] = (editions[edition] ?? 0) + people.length;
  const recipients = batches.reduce((sum, { people }) => sum + people.length, 0);
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
