import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { comingIssues } from '../../calendar/next-issue.js';
import { itemId } from '../../content/read-item.js';
import { addDays } from '../../model/days.js';
import { isDate } from '../../model/time.js';
import { timetable } from '../calendar/timetable.js';

/** What can be named in a workspace, by what it is. */
export type NamedThing = 'publication' | 'item' | 'audience' | 'design' | 'date';

/** How far ahead dates are offered: as far as anybody plans. */
const daysAhead = 60;

/**
 * The names of one kind of thing in a workspace, as its folders tell: no file of an item is read, and nobody’s name is
 * among them. What cannot be read has no names.
 *
 * @param publication whose dates are wanted; of all if absent
 */
export async function knownNames(
  thing: NamedThing,
  root: string,
  now: string,
  publication?: string,
): Promise<readonly string[]> {
  switch (thing) {
    case 'publication':
      return namesIn(join(root, 'issues')).filter((name) =>
        namesIn(join(root, 'issues', name)).includes('publication.yaml'),
      );
    case 'item':
      return namesIn(join(root, 'issues/items'), true).flatMap((path) => (path.endsWith('.md') ? [itemId(path)] : []));
    case 'audience':
      return namesIn(join(root, 'audiences')).flatMap((name) => {
        const id = /^(.*)\.yaml$/.exec(name)?.[1];
        return id === undefined || id === 'personas' || id === 'testers' ? [] : [id];
      });
    case 'design':
      return namesIn(join(root, 'templates')).filter((name) =>
        namesIn(join(root, 'templates', name)).includes('body.mjml'),
      );
    case 'date':
      return dates(root, now, publication);
  }
}

/** Days of issues that there are, and of those that are planned. */
async function dates(root: string, now: string, publication: string | undefined): Promise<readonly string[]> {
  const ids = publication === undefined ? await knownNames('publication', root, now) : [publication];
  const there = ids.flatMap((id) =>
    ['issues', 'out'].flatMap((folder) => namesIn(join(root, folder, id)).filter(isDate)),
  );
  return [...new Set([...there, ...(await planned(root, ids, now))])].sort();
}

async function planned(root: string, ids: readonly string[], now: string): Promise<readonly string[]> {
  try {
    const { value } = await timetable(root, ids, now);
    const last = addDays(now.slice(0, 10), daysAhead);
    return (value?.publications ?? []).flatMap(({ cadence }) =>
      [...comingIssues(cadence, (value as NonNullable<typeof value>).organisation, value?.now ?? now, last)].map(
        ({ date }) => date,
      ),
    );
  } catch {
    return [];
  }
}

function namesIn(folder: string, recursive = false): readonly string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
}
