import type { WantedPerson } from '../../audience/wanted-person.js';
import type { Database } from '../../database/open.js';
import { Fault } from '../../model/fault.js';
import type { Suppression } from '../../model/suppression.js';
import type { PeopleWorld } from '../people-world.js';
import { withDatabase } from '../workspace-database.js';
import type { ErasureStep, Steps } from './erasure.js';

/** Whether something keeps a person from being written to again: all mail, that of some unsubscribe groups, or nothing. */
export type StillSuppressed =
  | { readonly for: 'all-mail' | 'nothing' | 'unknown' }
  | { readonly for: 'groups'; readonly groups: readonly number[] };

const where = 'the database';

/** Removes a person from the database but for her suppressions, or says what would be removed. */
export async function eraseFromDatabase(
  { key }: WantedPerson,
  really: boolean,
  world: PeopleWorld,
): Promise<Steps & { readonly suppressed: StillSuppressed }> {
  // Only addresses that mail can be sent to are ever written down.
  if (key === undefined) return { suppressed: { for: 'nothing' } };
  try {
    return await withDatabase(world, { make: false }, async (database) => {
      if (!database) return { suppressed: { for: 'nothing' } };
      const suppressions = await database.suppressions.of(key);
      const removed = really ? await erase(database, key) : await found(database, key);
      return { removed, suppressed: stillSuppressed(suppressions) };
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { words, fix } = error.details;
    return { unknown: [{ where, words, ...(fix !== undefined && { fix }) }], suppressed: { for: 'unknown' } };
  }
}

async function erase({ rosters, suppressions }: Database, key: string): Promise<ErasureStep[]> {
  const places = await rosters.erase(key);
  const bounces = await suppressions.forgetSoftBounces(key);
  return [...inRosters(places), ...(bounces > 0 ? [bounced(bounces === 1 ? '1 note' : `${bounces} notes`)] : [])];
}

async function found({ rosters }: Database, key: string): Promise<ErasureStep[]> {
  const hers = await rosters.history(key);
  return [...inRosters(new Set(hers.map(({ roster }) => roster.id)).size), bounced('any note')];
}

function inRosters(count: number): ErasureStep[] {
  return count === 0
    ? []
    : [{ where, words: count === 1 ? 'her place in 1 roster' : `her places in ${count} rosters` }];
}

function bounced(notes: string): ErasureStep {
  return { where, words: `${notes} that her mailbox could not take mail for the time being` };
}

function stillSuppressed(suppressions: readonly Suppression[]): StillSuppressed {
  if (suppressions.some(({ group }) => group === undefined)) return { for: 'all-mail' };
  const groups = [...new Set(suppressions.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  return groups.length === 0 ? { for: 'nothing' } : { for: 'groups', groups };
}
