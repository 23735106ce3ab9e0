import type { Database } from '../../database/open.js';
import type { Roster } from '../../database/rosters.js';
import type { IntendedIssue } from './intended-issue.js';

/**
 * The roster that an issue goes by: that of its send, or one that somebody has frozen for it. One that another send was
 * begun with, a rehearsal for one, is not taken again: people join and leave.
 */
export async function rosterFor(
  { loaded, next, begun }: IntendedIssue,
  database: Database | undefined,
): Promise<Roster | undefined> {
  if (!database) return undefined;
  const issue = { publication: next.publication.id, date: next.slot.date };
  const rosters = await database.rosters.list({ ...issue, audience: loaded.audience.id });
  if (begun) return rosters.find(({ id }) => id === begun.roster);
  const used = new Set((await database.sends.list(issue)).map(({ roster }) => roster));
  return rosters.find(({ id }) => !used.has(id));
}
