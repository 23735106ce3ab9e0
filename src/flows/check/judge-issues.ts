import type { Slot } from '../../calendar/next-issue.js';
import { type AllowedFinding, type AllowingFile, levelFindings, withAllowances } from '../../check/allowances.js';
import { builtInIds } from '../../check/built-in.js';
import { type Cases, judge, noCases, type RuleCost } from '../../check/judge.js';
import { rules } from '../../check/rules.js';
import type { ItemSubject, LinkState, PictureFacts } from '../../check/subjects.js';
import type { Content } from '../../content/references.js';
import { addNew, type Finding } from '../../model/finding.js';
import type { Item } from '../../model/item.js';
import { placeOf } from '../../model/place.js';
import type { Publication } from '../../model/publication.js';
import type { DateText } from '../../model/time.js';
import type { Tree } from '../../workspace/read.js';
import type { Workshop } from '../workshop.js';
import { houseOf } from './house.js';
import { choicesOf, type DraftedIssue, editionCases, issueCase } from './issue-cases.js';
import { messageCases } from './message-cases.js';
import { picturesOf } from './pictures-of.js';
import { type Writings, writingsOf } from './writings.js';

/** What is looked at. */
export type Scope = {
  readonly issues: readonly (DraftedIssue & { readonly slot: Slot })[];
  /** Items besides those of the issues. */
  readonly items: readonly Item[];
  /** What of the calendar and the folder is looked at as well. */
  readonly more?: Pick<Cases, 'publication' | 'workspace'>;
};

/** Where and when it is looked at. */
export type Desk = {
  readonly content: Content;
  readonly tree: Tree;
  readonly workshop: Workshop;
  /** The day that counts for what is allowed until a day. */
  readonly today: DateText;
  readonly milliseconds: () => number;
  /** Absent where links are taken as they are. */
  readonly lookUp?: LookUp;
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

export const knownRules = { own: new Set(rules.map(({ id }) => id)), builtIn: new Set(builtInIds) };

/**
 * Asks every rule about issues, their items and whatever else is in the scope.
 *
 * @param found what was found while they were made: allowances hold for that, too
 */
export async function judgeIssues(scope: Scope, desk: Desk, found: readonly Finding[]): Promise<Judged> {
  const { content, tree, workshop, today } = desk;
  const writings = writingsOf(tree, content.organisation, workshop);
  const items = itemsOf(scope, content);
  const pictures = await picturesOf(items, workshop.root);
  const cases = await casesOf(scope, items, desk, writings, pictures);
  const looked = await desk.lookUp?.(linksOf(cases));
  const house = await houseOf(content, tree, today, looked?.states);
  const { findings, costs } = judge(rules, cases, house, desk.milliseconds);
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

async function casesOf(
  { issues, more }: Scope,
  items: readonly Item[],
  { content }: Desk,
  writings: Writings,
  pictures: ReadonlyMap<string, PictureFacts>,
): Promise<Cases> {
  const publicationsOf = (item: Item) => content.publications.filter(({ id }) => item.publications.includes(id));
  const subjects = new Map<string, ItemSubject>();
  const subjectOf = (item: Item): ItemSubject => {
    const known = subjects.get(item.id);
    if (known) return known;
    const picture = item.image && pictures.get(item.image.src);
    const subject: ItemSubject = {
      item,
      writing: writings.ofItem(item),
      ...(picture && { picture }),
      publications: publicationsOf(item),
    };
    subjects.set(item.id, subject);
    return subject;
  };
  const isLookedAt = new Set(items.map(({ id }) => id));
  const translations = content.translations.filter(({ item }) => isLookedAt.has(item));
  const byId = new Map(items.map((item) => [item.id, item]));
  const messages = [];
  for (const issue of issues) messages.push(await messageCases(issue, issue.slot, content));
  return {
    ...noCases,
    writing: [
      ...items.map((item) => caseOf(writings.ofItem(item), publicationsOf(item))),
      ...translations.map((translation) => {
        const item = byId.get(translation.item);
        return caseOf(writings.ofTranslation(translation), item ? publicationsOf(item) : []);
      }),
      ...issues.flatMap(({ draft, publication }) => {
        const choices = choicesOf(draft.issue, content.choices);
        return choices ? [caseOf(writings.ofChoices(choices), [publication])] : [];
      }),
    ],
    item: items.map((item) => ({
      subject: subjectOf(item),
      place: placeOf(item.source),
      publications: publicationsOf(item),
    })),
    issue: issues.map((issue) => issueCase(issue, issues, content, subjectOf, writings)),
    edition: issues.map((issue) => editionCases(issue)),
    message: messages,
    ...more,
  };
}

function linksOf({ writing }: Cases): string[] {
  return [...new Set(writing.flatMap(({ subject }) => subject.links.map(({ url }) => url)))];
}

function caseOf(subject: ReturnType<Writings['ofItem']>, publications: readonly Publication[]) {
  return { subject, place: { file: subject.file.path, line: 1, column: 1 }, publications };
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
