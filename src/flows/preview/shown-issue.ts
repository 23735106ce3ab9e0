import { ranBefore } from '../../assemble/ran-before.js';
import { wallTimeAt } from '../../calendar/zone.js';
import type { Content } from '../../content/references.js';
import type { Approval } from '../../model/approval.js';
import type { Edition } from '../../model/edition.js';
import type { Finding } from '../../model/finding.js';
import type { PlacedItem } from '../../model/issue.js';
import type {
  ShownApproval,
  ShownDecision,
  ShownEdition,
  ShownFinding,
  ShownIssue,
  ShownItem,
} from '../../model/workbench.js';
import { sentBytes } from '../../render/weight.js';
import type { Drafted } from './drafted.js';
import { readerWords } from './reader-words.js';

/** What the page names an issue by. */
export function issueKey(publication: string, date: string): string {
  return `${publication}/${date}`;
}

/**
 * An issue as the workbench shows it, before anything is found in it.
 *
 * @param now an ISO instant
 */
export function shownIssue(
  drafted: Drafted,
  content: Content,
  approvals: readonly Approval[],
  now: string,
): ShownIssue {
  const { publication, draft, slot } = drafted;
  const { issue, mail } = draft;
  const choices = content.choices.find((one) => one.publication === publication.id && one.date === slot.date);
  const placed = issue.sections.flatMap(({ section, items }) => items.map((item) => ({ section: section.id, item })));
  const allWords = placed.reduce((sum, { item }) => sum + lengthOf(item), 0);
  return {
    key: issueKey(publication.id, slot.date),
    publication: publication.id,
    title: publication.title,
    date: slot.date,
    sendsAt: slot.sendsAt,
    zone: issue.zone,
    channel: publication.channel,
    sender: { name: publication.sender.name, address: publication.sender.address },
    label: issue.label,
    chosen: {
      ...(choices?.subject !== undefined && { subject: choices.subject }),
      ...(choices?.preheader !== undefined && { preheader: choices.preheader }),
    },
    sections: issue.sections.map(({ section: { id, title } }) => ({ id, title })),
    editions: (mail?.editions ?? []).map(
      (edition): ShownEdition => ({
        id: edition.id,
        readers: readerWords(edition),
        lang: edition.lang,
        subject: edition.subject,
        preheader: edition.preheader,
        digest: edition.digest,
        bytes: sentBytes(edition.html),
        mostBytes: publication.size.limit * 1024,
      }),
    ),
    items: placed.map(({ section, item }) => shownItem(item, section, drafted, content, allWords)),
    decisions: issue.decisions
      .filter(({ reason }) => reason !== 'other-publication')
      .map(
        ({ item, title, in: isIn, words, reason }): ShownDecision => ({
          item,
          title,
          isIn,
          words,
          isLeftOut: reason === 'left-out',
        }),
      ),
    findings: [],
    approvals: approvals.map((approval) => shownApproval(approval, mail?.editions ?? [], issue.zone, now)),
    isStale: false,
  };
}

/** @param now an ISO instant */
function shownApproval(
  { by, at, expires, covers }: Approval,
  editions: readonly Edition[],
  zone: string,
  now: string,
): ShownApproval {
  const present = new Map(editions.map(({ id, digest }) => [`edition ${id}`, digest]));
  const covered = Object.keys(covers).filter((name) => name.startsWith('edition '));
  const changed = [...new Set([...present.keys(), ...covered])].filter((name) => present.get(name) !== covers[name]);
  return {
    by,
    at: wallTimeAt(at, zone),
    expires: wallTimeAt(expires, zone),
    hasExpired: !(Date.parse(expires) > Date.parse(now)),
    changed: changed.map((name) => name.slice('edition '.length)),
  };
}

function shownItem(
  placed: PlacedItem,
  section: string,
  { slot }: Drafted,
  { choices, publications }: Content,
  allWords: number,
): ShownItem {
  const { item, title, pinned, deadline } = placed;
  const ran = publications.flatMap(({ id, title: publication }) => {
    const date = ranBefore(choices, id, slot.date).get(item.id);
    return date === undefined ? [] : [{ publication, date }];
  });
  return {
    id: item.id,
    title,
    section,
    file: placed.source.file,
    isPinned: pinned,
    ...(deadline !== undefined && { deadline }),
    ranBefore: ran.sort((a, b) => (a.date < b.date ? 1 : -1)),
    links: placed.actions.map(({ url, label }) => ({ url, text: label })),
    share: allWords === 0 ? 0 : lengthOf(placed) / allWords,
  };
}

/** How much of an issue an item takes, in letters of what is printed of it. */
function lengthOf({ length, title, summary = '', body, actions }: PlacedItem): number {
  const text = length === 'full' ? body.text : length === 'summary' ? summary || body.text : '';
  return title.length + text.length + actions.reduce((sum, { label, url }) => sum + label.length + url.length, 0);
}

/** What a finding is to the page; `lineOf` reads the line that it is about. */
export function shownFinding(
  finding: Finding,
  itemOf: (file: string) => string | undefined,
  lineOf: (file: string, line: number) => string | undefined,
  why: string | undefined,
): ShownFinding {
  const { rule, severity, words, fix, place, edits } = finding;
  const line = place && lineOf(place.file, place.line);
  const item = place && itemOf(place.file);
  return {
    key: JSON.stringify([rule, place?.file, place?.line, place?.column, words]),
    rule,
    severity,
    words,
    ...(fix !== undefined && { fix }),
    ...(place && { place }),
    ...(line !== undefined && { line }),
    ...(item !== undefined && { item }),
    isMendable: edits !== undefined && edits.length > 0,
    ...(why !== undefined && { why }),
  };
}
