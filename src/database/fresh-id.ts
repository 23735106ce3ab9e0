import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/**
 * A short id that people can read out: a time in base 36, of eight digits until the year 2059, and four digits by chance.
 *
 * @param at an ISO instant
 * @param isTaken whether something has this id already
 * @param chance a whole number from 0 to below the one that it is given
 */
export async function freshId(
  at: string,
  isTaken: (id: string) => Promise<boolean>,
  chance: (below: number) => number = randomInt,
): Promise<string> {
  const time = Date.parse(at).toString(36).padStart(8, '0');
  for (;;) {
    const id = `${time}-${chance(36 ** 4)
      .toString(36)
      .padStart(4, '0')}`;
    if (!(await isTaken(id))) return id;
  }
}

/** Like `freshId`, for a row of a table: none of the others has it. */
export function freshRowId(db: Kysely<Tables>, table: 'sends' | 'rosters', at: string): Promise<string> {
  return freshId(at, async (id) => {
    const there = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
    return there !== undefined;
  });
}
