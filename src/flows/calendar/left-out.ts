import { isError } from '../../model/finding.js';
import type { DateText } from '../../model/time.js';
import type { Loaded } from '../load.js';
import { draftIssue } from '../preview/drafted.js';
import type { Workshop } from '../workshop.js';

/** Which issues have no items, of newsletters that leave those out: by "<publication>/<date>". */
export async function leftOut(
  issues: readonly { readonly publication: string; readonly date: DateText }[],
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
