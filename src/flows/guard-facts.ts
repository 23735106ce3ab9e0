import { sourceFile } from '../audience/describe-source.js';
import type { FactsBefore } from '../audience/guards.js';
import type { Database } from '../database/open.js';
import type { Audience } from '../model/audience.js';
import type { Publication } from '../model/publication.js';
import { suppressionListsFor } from '../model/suppression.js';
import { isTracked } from '../workspace/private-files.js';
import type { PeopleWorld } from './people-world.js';

/** What the guards ask before anybody is read. */
export async function factsBefore(
  audience: Audience,
  publication: Publication,
  database: Database | undefined,
  { root, now }: PeopleWorld,
): Promise<FactsBefore> {
  const file = sourceFile(audience.people);
  const syncs = (await database?.suppressions.lastSyncs()) ?? [];
  return {
    audience,
    publication,
    isTracked: file !== undefined && isTracked(root, file),
    lists: suppressionListsFor(audience.unsubscribeGroup).map((list) => {
      const readAt = syncs.find((one) => one.list === list)?.at;
      return { list, ...(readAt !== undefined && { readAt }) };
    }),
    now,
  };
}
