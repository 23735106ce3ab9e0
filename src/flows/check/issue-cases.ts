import { listedItems } from '../../assemble/ran-before.js';
import { nextIssue } from '../../calendar/next-issue.js';
import { htmlFaultOf } from '../../check/edition/html-fault.js';
import type { Case } from '../../check/judge.js';
import { markupOf } from '../../check/markup.js';
import type { EarlierIssue, EditionSubject, IssueSubject, ItemSubject } from '../../check/subjects.js';
import type { Content } from '../../content/references.js';
import type { Audience } from '../../model/audience.js';
import { addDays } from '../../model/days.js';
import type { Choices, Issue } from '../../model/issue.js';
import type { Item } from '../../model/item.js';
import { type Place, placeOf } from '../../model/place.js';
import type { Publication } from '../../model/publication.js';
import { sentBytes } from '../../render/weight.js';
import type { IssueDraft } from '../build-issue.js';
import { designOf } from '../load.js';
import type { Writings } from './writings.js';

/** An issue in memory, with the publication whose next one it is. */
export type DraftedIssue = {
  readonly publication: Publication;
  readonly audience: Audience;
  readonly draft: IssueDraft;
};

/** The choices of an issue, if an editor wrote any. */
export function choicesOf({ publication, date }: Issue, choices: readonly Choices[]): Choices | undefined {
  return choices.find((one) => one.publication === publication.id && one.date === date);
}

/** An issue as rules see it. */
export function issueCase(
  { publication, audience, draft: { issue } }: DraftedIssue,
  beside: readonly DraftedIssue[],
  content: Content,
  subjectOf: (item: Item) => ItemSubject,
  writings: Writings,
): Case<'issue'> {
  const choices = choicesOf(issue, content.choices);
  const next = nextIssue(publication.cadence, content.organisation, addDays(issue.date, 1));
  const placed = issue.sections.flatMap(({ items }) => items.map(({ item }) => item.id));
  const subject: IssueSubject = {
    issue,
    publication,
    audience,
    items: new Map(content.items.filter(({ id }) => placed.includes(id)).map((item) => [item.id, subjectOf(item)])),
    ...(choices && { choices: writings.ofChoices(choices) }),
    earlier: earlierIssues(issue, content),
    pool: content.items.filter((item) => item.publications.includes(publication.id)),
    ...(next && { nextSendsAt: next.sendsAt }),
    beside: beside
      .filter((one) => one.publication !== publication)
      .map((one) => ({ publication: one.publication, sendsAt: one.draft.issue.sendsAt })),
  };
  return { subject, place: placeOf(choices?.source ?? publication.source), publications: [publication] };
}

/** The editions of an issue as rules see them. */
export async function editionCases({
  publication,
  audience,
  draft,
}: DraftedIssue): Promise<readonly Case<'edition'>[]> {
  const { issue, mail, files } = draft;
  const place = designPlace(publication, audience);
  const cases = (mail?.editions ?? []).map(async (edition): Promise<Case<'edition'>> => {
    const htmlFault = await htmlFaultOf(edition.html);
    const subject: EditionSubject = {
      edition,
      markup: markupOf(edition.html),
      issue,
      publication,
      audience,
      sentBytes: sentBytes(edition.html),
      ...(htmlFault && { htmlFault }),
      attachments: files
        .filter(({ name }) => mail?.files.includes(name) && edition.html.includes(name))
        .map(({ name, content: bytes }) => ({ name, bytes: Buffer.byteLength(bytes) })),
    };
    return { subject, place, publications: [publication] };
  });
  return Promise.all(cases);
}

/** Where somebody begins to look for what is wrong with all editions: the design. */
export function designPlace(publication: Publication, audience: Audience): Place {
  return { file: `templates/${designOf(publication, [audience]) ?? ''}/body.mjml`, line: 1, column: 1 };
}

function earlierIssues({ date }: Issue, { choices, publications, items }: Content): EarlierIssue[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return choices
    .filter((one) => one.date < date)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .flatMap((one): EarlierIssue[] => {
      const publication = publications.find(({ id }) => id === one.publication);
      if (!publication) return [];
      const ran = listedItems(one).flatMap((id) => byId.get(id) ?? []);
      return [{ publication, date: one.date, ...(one.subject && { subject: one.subject }), items: ran }];
    });
}
