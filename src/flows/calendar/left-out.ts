import { isError } from '../../model/finding.js';
import type { Publication } from '../../model/publication.js';
import type { DateText } from '../../model/time.js';
import { readTree } from '../../workspace/read.js';
import { type Loaded, load } from '../load.js';
import type { PeopleWorld } from '../people-world.js';
import { draftIssue } from '../preview/drafted.js';
import { createWorkshop, type Workshop } from '../workshop.js';

type DatedIssue = { readonly publication: string; readonly date: DateText };

/** Like `leftOut`, for whoever has read the timetable only. The whole workspace is read only where it may matter. */
export async function leftOutNow(
  issues: readonly DatedIssue[],
  publications: readonly Publication[],
  { root, progress }: PeopleWorld,
): Promise<ReadonlySet<string>> {
  const skips = new Set(publications.filter(({ cadence }) => cadence.ifEmpty === 'skip').map(({ id }) => id));
  const candidates = issues.filter(({ publication }) => skips.has(publication));
  if (candidates.length === 0) return new Set();
  const workshop = createWorkshop(root, { isKept: false });
  return leftOut(candidates, load(readTree(root), workshop, progress), workshop);
}

/** Which issues have no items, of newsletters that leave those out: by "<publication>/<date>". */
export async function leftOut(
  issues: readonly DatedIssue[],
  loaded: Loaded,
  workshop: Workshop,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { publication, date } of issues) {
    const cadence = loaded.content?.publications.find(({ id }) => id === publication)?.cadence;
    if (cadence?.ifEmpty !== 'skip') continue;
    const { drafted, findings } = await draftIssue(publication, loaded, date, workshop);
    if (!drafted && !findings.some(isError)) found.add(`${publication}/${date}`);
  }
  return found;
}
