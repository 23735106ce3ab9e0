import type { Database } from '../database/open.js';
import type { Organisation } from '../model/organisation.js';

/**
 * Forgets who was to get issues that were frozen longer ago than mailout.yaml says (retention). Gives of how many rosters
 * and people that was.
 *
 * @param now an ISO instant
 */
export function forgetRosters(
  { rosters }: Pick<Database, 'rosters'>,
  { keepRosters }: Pick<Organisation, 'keepRosters'>,
  now: string,
): Promise<{ readonly rosters: number; readonly people: number }> {
  const before = new Date(Date.parse(now) - keepRosters * dayLength);
  return rosters.forget(before.toISOString());
}

const dayLength = 24 * 60 * 60 * 1_000;
