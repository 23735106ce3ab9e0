import type { Kysely } from 'kysely';
import type { SendState } from './sends.js';
import type { ByteColumn, Tables } from './tables.js';

/**
 * Holds a send until the transaction ends, and gives its state; undefined where there is none. What is asked afterwards
 * sees all that others had done who held it. Comes before any other row is touched: two that took them in different
 * orders would wait for each other. SQLite has one writer at a time anyway.
 *
 * @param how `together` with others who do not change what the send as a whole may do, or `alone`
 */
export async function lockSend(
  db: Kysely<Tables>,
  bytes: ByteColumn,
  id: string,
  how: 'together' | 'alone',
): Promise<SendState | undefined> {
  const row = await db
    .selectFrom('sends')
    .select('state')
    .where('id', '=', id)
    .$if(bytes === 'bytea', (query) => (how === 'alone' ? query.forUpdate() : query.forShare()))
    .executeTakeFirst();
  return row?.state;
}
