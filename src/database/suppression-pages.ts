import { type Kysely, sql } from 'kysely';
import type { SuppressedAddress, Suppression } from '../model/suppression.js';
import { pages, parts } from './pages.js';
import type { Seal } from './seal.js';
import { addressOf, type KeyedRow, suppressionOf } from './suppression-rows.js';
import type { Tables } from './tables.js';

const rowsOfAPage = 5_000;
const addressesOfABatch = 1_000;

function rowsByPerson(db: Kysely<Tables>, after: KeyedRow | undefined, size: number): Promise<KeyedRow[]> {
  return db
    .selectFrom('suppressions')
    .select(['person', 'reason', 'unsubscribe_group', 'origin', 'since'])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(person, reason, unsubscribe_group, origin) > (${after?.person}, ${after?.reason}, ${after?.unsubscribe_group}, ${after?.origin})`,
      ),
    )
    .orderBy('person')
    .orderBy('reason')
    .orderBy('unsubscribe_group')
    .orderBy('origin')
    .limit(size)
    .execute();
}

type StoredAddress = KeyedRow & { readonly address: Buffer };

function rowsBySince(db: Kysely<Tables>, after: KeyedRow | undefined, size: number): Promise<StoredAddress[]> {
  return db
    .selectFrom('suppressions as s')
    .innerJoin('people as p', 'p.person', 's.person')
    .select(['s.person', 's.reason', 's.unsubscribe_group', 's.origin', 's.since', 'p.address'])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(s.since, s.person, s.reason, s.unsubscribe_group, s.origin) > (${after?.since}, ${after?.person}, ${after?.reason}, ${after?.unsubscribe_group}, ${after?.origin})`,
      ),
    )
    .orderBy('s.since')
    .orderBy('s.person')
    .orderBy('s.reason')
    .orderBy('s.unsubscribe_group')
    .orderBy('s.origin')
    .limit(size)
    .execute();
}

/** All suppressions, by pseudonym. */
export async function suppressionIndex(db: Kysely<Tables>): Promise<ReadonlyMap<string, readonly Suppression[]>> {
  const found = new Map<string, Suppression[]>();
  for await (const page of pages(rowsOfAPage, (after: KeyedRow | undefined, size) => rowsByPerson(db, after, size))) {
    for (const row of page) {
      const others = found.get(row.person);
      if (others) others.push(suppressionOf(row));
      else found.set(row.person, [suppressionOf(row)]);
    }
  }
  return found;
}

/**
 * All suppressions with their addresses, in order of `since`, then of address, a thousand or so at a time. The database
 * knows no order of addresses: those with the same `since` are put into order here.
 */
export async function* suppressedAddresses(
  db: Kysely<Tables>,
  seal: Seal,
): AsyncGenerator<readonly SuppressedAddress[]> {
  let waiting: SuppressedAddress[] = [];
  const inOrder = () => parts(waiting.sort(byAddress), addressesOfABatch);
  for await (const page of pages(rowsOfAPage, (after: StoredAddress | undefined, size) =>
    rowsBySince(db, after, size),
  )) {
    const opened = page.map((row) => ({
      ...suppressionOf(row),
      address: seal.open(row.address, addressOf(row.person)).toString(),
    }));
    for (const one of opened) {
      if (waiting[0] && waiting[0].since !== one.since && waiting.length >= addressesOfABatch) {
        yield* inOrder();
        waiting = [];
      }
      waiting.push(one);
    }
  }
  yield* inOrder();
}

function byAddress(a: SuppressedAddress, b: SuppressedAddress): number {
  const keys = (one: SuppressedAddress) => [one.since, one.address, one.reason, one.group ?? 0, one.origin] as const;
  const others = keys(b);
  for (const [index, key] of keys(a).entries()) {
    const other = others[index] ?? '';
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}
