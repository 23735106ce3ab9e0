import type { Audience } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import type { Choices, Decision, Issue, Period, PlacedItem, PlacedSection } from '../model/issue.js';
import { type Action, type Item, isOutcome } from '../model/item.js';
import type { Dates, Language } from '../model/language.js';
import type { Organisation } from '../model/organisation.js';
import { placeOf } from '../model/place.js';
import type { Publication, Section } from '../model/publication.js';
import type { DateText, WallTime } from '../model/time.js';
import { choiceFindings } from './choices.js';
import { closedSince, deadlineOf, type Occasion, obstacle, openActions } from './eligible.js';
import { type HeadlineOf, headlines, labelOf } from './headline.js';
import { listedItems, ranBefore } from './ran-before.js';
import { byRank, type Ranked } from './ranking.js';
import { sectionFor } from './sections.js';
import { patternFindings } from './subject.js';

export type AssembleInput = {
  readonly organisation: Organisation;
  readonly publication: Publication;
  readonly audience: Audience;
  /** When the issue goes out, from the calendar. */
  readonly slot: { readonly date: DateText; readonly sendsAt: WallTime; readonly period: Period };
  /** The number of the issue, where its newsletter has them. */
  readonly number?: number;
  /** The whole pool. */
  readonly items: readonly Item[];
  /** Every issue on disk: this one's is the editor's choices, the earlier ones tell what ran. */
  readonly choices: readonly Choices[];
  /** The words of the issue's own language, see `issueLang`. */
  readonly language: Language;
  /** Dates as editors read them in decisions. */
  readonly dates: Pick<Dates, 'date' | 'moment'>;
};

export type Assembled = {
  readonly issue: Issue;
  /** The subject and preheader for readers who get only some of the items. */
  readonly headlineOf: HeadlineOf;
  /** What readers of another language call the issue. */
  readonly labelIn: (language: Language) => string;
  readonly findings: readonly Finding[];
};

/** The language of an issue, BCP 47: what its editor says, or the publication, or the organisation. */
export function issueLang(
  { organisation, publication, choices }: Pick<AssembleInput, 'organisation' | 'publication' | 'choices'>,
  date: DateText,
): string {
  const own = choices.find((one) => one.publication === publication.id && one.date === date);
  return own?.lang ?? publication.lang ?? organisation.lang;
}

/** Chooses, places, orders and words the items of one issue, and says for every item of the pool why. */
export function assemble(input: AssembleInput): Assembled {
  const { publication, organisation, slot, number, items, language, dates } = input;
  const choices = input.choices.find((one) => one.publication === publication.id && one.date === slot.date);
  const occasion: Occasion = {
    publication: publication.id,
    date: slot.date,
    sendsAt: slot.sendsAt,
    audience: input.audience,
    ranBefore: ranBefore(input.choices, publication.id, slot.date),
    tellsOutcomes: publication.sections.some(({ takes }) => takes.outcome === true),
    dateInWords: dates.date,
    momentInWords: (time) => dates.moment(time, slot.date),
  };
  const lang = issueLang(input, slot.date);

  const sections = publication.sections.map((section) => withChoices(section, choices));
  const { candidates, decisions } = sift(items, occasion, sections, choices);
  const { placed, overflow } = place(candidates, sections, publication);
  const issueSections = sections.flatMap((section): PlacedSection[] => {
    const inIt = placed.filter((candidate) => candidate.section === section);
    if (inIt.length === 0) return [];
    return [{ section, items: inIt.map((candidate) => placedItem(candidate, publication.id, lang)) }];
  });
  const inOrder = issueSections.flatMap((section) => section.items);
  const label = labelOf(slot.period, language.dates);
  const subjectPlace =
    choices?.subject === undefined ? placeOf(publication.source, 'subject') : placeOf(choices.source, 'subject');
  const headlineOf = headlines(publication, choices, {
    date: slot.date,
    label,
    ...(number !== undefined && { number }),
    dates: language.dates,
    subjectPlace,
  });

  const issue: Issue = {
    publication,
    date: slot.date,
    sendsAt: slot.sendsAt,
    zone: organisation.zone,
    lang,
    label,
    ...(number !== undefined && { number }),
    ...headlineOf(inOrder),
    ...(choices?.intro && { intro: choices.intro }),
    sections: issueSections,
    decisions: inPoolOrder(items, [...decisions, ...placed.map(chosen), ...overflow]),
  };
  const findings = [
    ...patternFindings(publication),
    ...(choices ? choiceFindings(choices, items, occasion, publication.sections) : []),
    ...(choices ? homelessFindings(choices, issue) : []),
    ...(inOrder.length === 0 ? [emptyFinding(publication, items.length)] : []),
  ];
  return { issue, headlineOf, labelIn: (other) => labelOf(slot.period, other.dates), findings };
}

type Candidate = Ranked & {
  readonly section: Section;
  readonly actions: readonly Action[];
  readonly closed: WallTime | undefined;
};

/** Parts the pool into what may run, with its section, and what may not, with the reason. */
function sift(items: readonly Item[], occasion: Occasion, sections: readonly Section[], choices: Choices | undefined) {
  const candidates: Candidate[] = [];
  const decisions: Decision[] = [];
  const named = new Map((choices ? listedItems(choices) : []).map((id, index) => [id, index]));
  const ordered = new Map((choices?.order ?? []).map((id, index) => [id, index]));
  const onlyListed = choices?.items !== undefined;

  for (const one of items) {
    const closed = closedSince(one, occasion);
    // What has closed runs for its outcome, and that does not hurry anybody.
    const item: Item = closed ? { ...one, priority: 'normal' } : one;
    const out = (reason: string, words: string) =>
      decisions.push({ item: item.id, title: item.title, in: false, reason, words });
    const isNamed = named.has(item.id);
    const standing = obstacle(item, occasion);
    if (standing && !(isNamed && standing.yields)) {
      out(standing.reason, standing.words);
      continue;
    }
    if (choices?.leaveOut.includes(item.id)) {
      out('left-out', 'the editor left it out');
      continue;
    }
    if (onlyListed && !isNamed) {
      out('not-listed', 'the editor’s list of items does not have it');
      continue;
    }
    const actions = openActions(item, occasion.publication, occasion.sendsAt);
    const deadline = closed ? undefined : deadlineOf(item, actions);
    const section =
      sections.find(({ id }) => choices?.sections[id]?.items?.includes(item.id)) ??
      sectionFor(
        { item, actions, deadline, isOutcome: isOutcome(one, occasion.date, closed) },
        sections,
        occasion.date,
      );
    if (!section) {
      out('no-section', 'no section takes it');
      continue;
    }
    const place = { named: named.get(item.id), ordered: ordered.get(item.id) };
    candidates.push({ item, deadline, closed, actions, section, ...place });
  }
  return { candidates, decisions };
}

/** Fills the sections in order of rank. What the editor named is in even when a section or the issue is full. */
function place(candidates: readonly Candidate[], sections: readonly Section[], publication: Publication) {
  const placed: Candidate[] = [];
  const overflow: Decision[] = [];
  const filled = new Map(sections.map((section) => [section, 0]));
  for (const candidate of [...candidates].sort(byRank)) {
    const { section, item, named } = candidate;
    const count = filled.get(section) ?? 0;
    const full =
      named !== undefined
        ? undefined
        : count >= (section.limit ?? Number.POSITIVE_INFINITY)
          ? `“${section.title}” is full (${section.limit})`
          : placed.length >= (publication.limit ?? Number.POSITIVE_INFINITY)
            ? `the issue is full (${publication.limit})`
            : undefined;
    if (full) {
      overflow.push({ item: item.id, title: item.title, in: false, reason: 'no-room', words: full });
      continue;
    }
    filled.set(section, count + 1);
    placed.push(candidate);
  }
  return { placed, overflow };
}

function withChoices(section: Section, choices: Choices | undefined): Section {
  const { items: _, ...changes } = choices?.sections[section.id] ?? {};
  return { ...section, ...changes };
}

function placedItem(candidate: Candidate, publication: string, issueLanguage: string): PlacedItem {
  const { item, section, actions, deadline, closed, named } = candidate;
  const version = item.versions[publication];
  const summary = version?.summary ?? item.summary;
  const ask = version?.ask ?? item.ask;
  const wording = version?.wording ?? item.wording;
  return {
    item,
    title: version?.title ?? item.title,
    ...(summary !== undefined && { summary }),
    body: version?.body ?? item.body,
    actions,
    ...(ask !== undefined && { ask }),
    ...(wording !== undefined && { wording }),
    ...(deadline !== undefined && { deadline }),
    ...(closed !== undefined && { closed }),
    lang: item.lang ?? issueLanguage,
    source: item.source,
    isOlderTranslation: false,
    isShortened: false,
    length: section.length,
    pinned: named !== undefined,
  };
}

function chosen({ item, section, named }: Candidate): Decision {
  const reason = named === undefined ? 'chosen' : 'named';
  const words = `in “${section.title}”${named === undefined ? '' : ', by the editor'}`;
  return { item: item.id, title: item.title, in: true, section: section.id, reason, words };
}

function inPoolOrder(items: readonly Item[], decisions: readonly Decision[]): Decision[] {
  const byId = new Map(decisions.map((decision) => [decision.item, decision]));
  return items.flatMap(({ id }) => byId.get(id) ?? []);
}

/** What an editor named and no section takes would otherwise be missing without a word. */
function homelessFindings(choices: Choices, { decisions, publication }: Issue): Finding[] {
  const named = new Set(listedItems(choices));
  return decisions
    .filter(({ item, reason }) => reason === 'no-section' && named.has(item))
    .map(({ item, title }) => ({
      rule: 'assemble/no-section',
      severity: 'error',
      place: placeOf(choices.source, placeOfName(choices, item)),
      words: `No section of ${publication.title} takes “${title}”.`,
      fix: `Name it under the section that it should stand in: “sections: { …: { items: [${item}] } }”.`,
    }));
}

function placeOfName({ items = [], pinned }: Choices, id: string): string {
  return items.includes(id) ? `items.${items.indexOf(id)}` : `pinned.${pinned.indexOf(id)}`;
}

function emptyFinding(publication: Publication, pool: number): Finding {
  if (publication.cadence.ifEmpty === 'skip') {
    return {
      rule: 'assemble/left-out',
      severity: 'info',
      place: placeOf(publication.source, 'cadence.if-empty'),
      words: `No item can run in the next issue of ${publication.title}, so it is left out.`,
    };
  }
  return {
    rule: 'assemble/empty',
    severity: 'error',
    place: placeOf(publication.source),
    words: pool === 0 ? 'There are no items yet, so there is nothing to build.' : 'No item can run in this issue.',
    fix:
      pool === 0
        ? 'Write the first one: issues/items/<name>.md (docs/files.md shows how).'
        : `Run “mailout build ${publication.id} --explain” to see why each item is out.`,
  };
}
