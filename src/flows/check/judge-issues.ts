import type { Slot } from '../../calendar/next-issue.js';
import { type AllowedFinding, type AllowingFile, levelFindings, withAllowances } from '../../check/allowances.js';
import { builtIns } from '../../check/built-in.js';
import { type Case, type Group, judge, type RuleCost } from '../../check/judge.js';
import { rules } from '../../check/rules.js';
import type { ItemSubject, PictureFacts } from '../../check/subjects.js';
import type { Content } from '../../content/references.js';
import { addNew, type Finding } from '../../model/finding.js';
import type { Item, Translation } from '../../model/item.js';
import type { LinkState } from '../../model/link-state.js';
import { placeOf } from '../../model/place.js';
import type { DateText } from '../../model/time.js';
import type { Tree } from '../../workspace/read.js';
import type { Workshop } from '../workshop.js';
import { houseOf } from './house.js';
import { choicesOf, type DraftedIssue, editionCases, issueCase } from './issue-cases.js';
import { type AskSpam, messageCases } from './message-cases.js';
import { picturesOf } from './pictures-of.js';
import { type Writings, writingsOf } from './writings.js';

/** What is looked at. */
export type Scope = {
  readonly issues: readonly (DraftedIssue & { readonly slot: Slot })[];
  /** Items besides those of the issues. */
  readonly items: readonly Item[];
  /** What of the calendar and the folder is looked at as well. */
  readonly more?: readonly Group[];
};

/** Where and when it is looked at. */
export type Desk = {
  readonly content: Content;
  readonly tree: Tree;
  readonly workshop: Workshop;
  /** The day that counts for what is allowed until a day. */
  readonly today: DateText;
  readonly milliseconds: () => number;
  /** Waited for after each rule, by whoever has others to answer meanwhile. It may throw, to have no more asked. */
  readonly rest?: () => Promise<void>;
  /** Absent where links are taken as they are. */
  readonly lookUp?: LookUp;
  /** Absent where no spam filter is asked: it takes seconds. */
  readonly askSpam?: AskSpam;
};

/** Tells what became of links, and what kept it from finding out. */
export type LookUp = (
  urls: readonly string[],
) => Promise<{ readonly states: ReadonlyMap<string, LinkState>; readonly findings: readonly Finding[] }>;

export type Judged = {
  readonly findings: readonly Finding[];
  readonly allowed: readonly AllowedFinding[];
  readonly costs: readonly RuleCost[];
};

export const knownRules = { own: new Set(rules.map(({ id }) => id)), builtIn: new Set(builtIns.map(({ id }) => id)) };

/**
 * Asks every rule about issues, their items and whatever else is in the scope.
 *
 * @param found what was found while they were made: allowances hold for that, too
 */
export async function judgeIssues(scope: Scope, desk: Desk, found: readonly Finding[]): Promise<Judged> {
  const { content, tree, workshop, today } = desk;
  const items = itemsOf(scope, content);
  const writings = writingsOf(tree, content.organisation, workshop, filesOf(scope));
  const looked = desk.lookUp && (await desk.lookUp(linksOf(items, writings)));
  const house = await houseOf(content, tree, today, looked?.states);
  const made = {
    writings,
    pictures: await picturesOf(items, workshop.root),
    sent: await sentOf(scope, content, desk.askSpam),
  };
  const { findings, costs } = await judge(
    rules,
    groupsOf(scope, items, content, made),
    house,
    desk.milliseconds,
    desk.rest,
  );
  const all: Finding[] = [];
  addNew(all, [...found, ...(looked?.findings ?? []), ...findings, ...settingFindings(content)]);
  return { ...withAllowances(all, allowingFiles(scope, items, content), knownRules, today), costs };
}

/** The items of a scope, those of its issues included, in the order of the pool. */
function itemsOf({ issues, items }: Scope, content: Content): readonly Item[] {
  const wanted = new Set([
    ...items.map(({ id }) => id),
    ...issues.flatMap(({ draft }) => draft.issue.sections.flatMap((one) => one.items.map(({ item }) => item.id))),
  ]);
  return content.items.filter(({ id }) => wanted.has(id));
}

/** What is made before rules are asked. */
type Made = {
  readonly writings: Writings;
  readonly pictures: ReadonlyMap<string, PictureFacts>;
  readonly sent: ReadonlyMap<DraftedIssue, Sent>;
};

/** What is sent of an issue. */
type Sent = { readonly editions: readonly Case<'edition'>[]; readonly messages: readonly Case<'message'>[] };

/** What each rule is asked about. Items that no issue has are read when their turn comes, and let go. */
function* groupsOf(
  { issues, more = [] }: Scope,
  items: readonly Item[],
  content: Content,
  { writings, pictures, sent }: Made,
): Generator<Group> {
  const publicationsOf = (item: Item) => content.publications.filter(({ id }) => item.publications.includes(id));
  const subjectOf = (item: Item): ItemSubject => {
    const picture = item.image && pictures.get(item.image.src);
    const publications = publicationsOf(item);
    return { item, writing: writings.ofItem(item), ...(picture && { picture }), publications };
  };
  const translations = new Map<string, Translation[]>();
  for (const one of content.translations) translations.set(one.item, [...(translations.get(one.item) ?? []), one]);
  for (const item of items) {
    const subject = subjectOf(item);
    const { publications } = subject;
    yield { over: 'writing', cases: [{ subject: subject.writing, place: placeOf(item.source), publications }] };
    yield { over: 'item', cases: [{ subject, place: placeOf(item.source), publications }] };
    for (const translation of translations.get(item.id) ?? []) {
      const writing = writings.ofTranslation(translation);
      yield { over: 'writing', cases: [{ subject: writing, place: placeOf(translation.source), publications }] };
    }
  }
  for (const issue of issues) {
    const { draft, publication } = issue;
    const choices = choicesOf(draft.issue, content.choices);
    if (choices) {
      const subject = writings.ofChoices(choices);
      yield { over: 'writing', cases: [{ subject, place: placeOf(choices.source), publications: [publication] }] };
    }
    yield { over: 'issue', cases: [issueCase(issue, issues, content, subjectOf, writings)] };
    const { editions = [], messages = [] } = sent.get(issue) ?? {};
    yield { over: 'edition', cases: editions };
    yield { over: 'message', cases: messages };
  }
  yield* more;
}

/** The editions and messages of every issue. */
async function sentOf({ issues }: Scope, content: Content, askSpam: AskSpam | undefined): Promise<Made['sent']> {
  const sent = new Map<DraftedIssue, Sent>();
  for (const issue of issues) {
    const editions = await editionCases(issue);
    sent.set(issue, { editions, messages: await messageCases(issue, issue.slot, content, askSpam) });
  }
  return sent;
}

/** The files of what is in issues: rules about those come back to them. */
function filesOf({ issues }: Scope): ReadonlySet<string> {
  return new Set(
    issues.flatMap(({ draft }) => draft.issue.sections.flatMap((one) => one.items.map(({ item }) => item.source.file))),
  );
}

function linksOf(items: readonly Item[], writings: Writings): string[] {
  return [...new Set(items.flatMap((item) => writings.ofItem(item).links.map(({ url }) => url)))];
}

/** What is wrong with the levels that files set. */
function settingFindings({ organisation, publications }: Content): Finding[] {
  return [organisation, ...publications].flatMap(({ rules: levels, source }) => [
    ...levelFindings(levels, source, knownRules),
  ]);
}

/** An item speaks for itself; the choices of an issue for the issue and all that is made of it. */
function allowingFiles({ issues }: Scope, items: readonly Item[], { choices }: Content): AllowingFile[] {
  const ofItems = items.map(({ source, allow }) => ({
    source,
    allow,
    covers: ({ place }: Finding) => place?.file === source.file,
  }));
  const ofIssues = issues.flatMap(({ draft, publication }) => {
    const own = choicesOf(draft.issue, choices);
    if (!own) return [];
    const folders = [`issues/${publication.id}/`, 'templates/'];
    const covers = ({ place }: Finding) =>
      place === undefined || folders.some((folder) => place.file.startsWith(folder));
    return [{ source: own.source, allow: own.allow, covers }];
  });
  return [...ofItems, ...ofIssues];
}
