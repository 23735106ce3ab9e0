import type { Slot } from '../calendar/next-issue.js';
import { standardTheme } from '../model/design.js';
import { exitCode, Fault } from '../model/fault.js';
import { type Finding, isError } from '../model/finding.js';
import type { Publication } from '../model/publication.js';
import { suggestion } from '../model/suggest.js';
import type { DateText } from '../model/time.js';
import { roomOf } from '../workspace/layout.js';
import { buildIssue, type IssueDraft, type Mail } from './build-issue.js';
import { concerns } from './load.js';
import type { LoadedAudience } from './load-audience.js';
import type { PeopleWorld } from './people-world.js';
import { nowIn, schedule } from './schedule.js';

/** The next issue of a newsletter, as it would be mailed. */
export type NextMail = {
  readonly publication: Publication;
  readonly slot: Slot;
  readonly draft: IssueDraft;
  readonly mail: Mail;
};

/**
 * The next issue of a newsletter that goes to an audience, made in memory. Without a value, the findings say what stands
 * in its way.
 *
 * @param id of a publication; of the only one that goes to the audience if absent
 * @param date the day from which on the next issue is meant; from now on if absent
 * @throws Fault (exit 2) where there is no such newsletter, or it goes to others.
 */
export async function nextMail(
  { audience, content, loaded, workshop }: LoadedAudience,
  { now }: PeopleWorld,
  id: string | undefined,
  date: DateText | undefined,
): Promise<{ readonly value?: NextMail; readonly findings: readonly Finding[] }> {
  const broken = loaded.findings.filter((finding) => isError(finding) && isOfPublication(finding, id));
  if (broken.length > 0) return { findings: broken };
  const publication = publicationFor(audience.id, content.publications, id);
  if (!publication) return { findings: [] };
  const inTheWay = loaded.findings.filter((finding) => concerns(finding, publication, content));
  if (inTheWay.length > 0) return { findings: inTheWay };
  const { slot, findings } = await schedule(publication, content, date ?? (await nowIn(content.organisation, now)));
  if (!slot) return { findings };
  const built = await buildIssue(
    { publication, slot, content, designs: loaded.designs, theme: loaded.theme ?? standardTheme },
    workshop,
  );
  const { draft } = built;
  if (!draft?.mail) {
    const errors = built.findings.filter(isError);
    // Without an error it is left out, and what there is says so.
    return { findings: [...findings, ...(errors.length > 0 ? errors : built.findings)] };
  }
  return { value: { publication, slot, draft, mail: draft.mail }, findings };
}

/** Whether a finding is about the file of a publication: of the one that is meant, or of any that may be. */
function isOfPublication({ place }: Finding, id: string | undefined): boolean {
  const room = place && roomOf(place.file);
  return room?.is === 'publication' && (id === undefined || room.id === id);
}

function publicationFor(
  audience: string,
  publications: readonly Publication[],
  id: string | undefined,
): Publication | undefined {
  const mailed = publications.filter((one) => one.audience === audience && one.channel === 'email');
  if (id === undefined) return mailed.length === 1 ? mailed[0] : undefined;
  const found = mailed.find((one) => one.id === id);
  if (found) return found;
  const other = publications.find((one) => one.id === id);
  throw new Fault({
    code: 'audience/publication',
    exit: exitCode.usage,
    words: wordsFor(id, audience, other),
    fix: suggestion(
      id,
      mailed.map((one) => one.id),
    ),
  });
}

function wordsFor(id: string, audience: string, other: Publication | undefined): string {
  if (!other) return `There is no publication called “${id}”.`;
  if (other.audience === audience) return `${other.title} is print copy, which is not mailed.`;
  return `${other.title} goes to the audience “${other.audience}”, not to “${audience}”.`;
}
