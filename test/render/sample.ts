import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { english } from '../../src/language/english.js';
import { standardTheme, type Theme } from '../../src/model/design.js';
import type { Issue, PlacedItem, PlacedSection } from '../../src/model/issue.js';
import type { Item } from '../../src/model/item.js';
import type { Language } from '../../src/model/language.js';
import type { Organisation } from '../../src/model/organisation.js';
import { usualApproval, usualDelivery } from '../../src/model/organisation.js';
import type { Length, Publication } from '../../src/model/publication.js';
import type { Attachments } from '../../src/render/attachments.js';
import { type IssueViewInput, issueView } from '../../src/render/issue-view.js';
import type { IssueView, ItemView } from '../../src/render/view.js';

export { item } from '../harness/nouns.js';

export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

const source = { file: 'issues/items/sample.md', at: {} };
const place = { file: 'issues/items/sample.md', line: 1, column: 1 };

export function markdown(text: string): Item['body'] {
  return { text, place, indent: 0 };
}

export function placed(of: Item, length: Length = 'full', parts: Partial<PlacedItem> = {}): PlacedItem {
  return {
    item: of,
    title: of.title,
    ...(of.summary !== undefined && { summary: of.summary }),
    body: of.body,
    actions: of.actions,
    ...(of.deadline !== undefined && { deadline: of.deadline }),
    ...(of.ask !== undefined && { ask: of.ask }),
    ...(of.wording !== undefined && { wording: of.wording }),
    lang: of.lang ?? 'en',
    source: of.source,
    isOlderTranslation: false,
    isShortened: false,
    length,
    pinned: false,
    ...parts,
  };
}

export function section(id: string, items: readonly PlacedItem[]): PlacedSection {
  return { section: { id, title: `Section ${id}`, takes: {}, length: 'full' }, items };
}

export const organisation: Organisation = {
  source,
  name: 'National Gardeners Union',
  address: ['Orchard House', 'Apple Court', 'London AB1 2CD'],
  contact: 'international@union.example',
  web: 'https://union.example',
  privacy: 'https://union.example/privacy',
  lang: 'en',
  zone: 'Europe/London',
  nation: 'england-and-wales',
  region: 'global',
  delivery: usualDelivery,
  approval: usualApproval,
  rules: {},
  keepRosters: 90,
  terms: [],
  campaigns: [
    { id: 'rights', title: 'Human and Trade Union Rights', colour: '#0b5cad' },
    { id: 'cuba', title: 'Cuba' },
  ],
  facets: { regions: ['leeds', 'london'], nations: ['england', 'wales'], roles: ['iso', 'rep'] },
};

export const publication: Publication = {
  id: 'weekly',
  source,
  title: 'Monday Morning Mail-Out',
  strapline: 'International solidarity, every week',
  channel: 'email',
  audience: 'members',
  template: 'weekly-digest',
  marketing: true,
  sender: { name: 'EWU', address: 'news@union.example' },
  cadence: { every: 'week', on: 'monday', at: '07:00', inHolidays: 'skip', onBankHoliday: 'next-working-day' },
  sections: [],
  subject: '{lead}',
  preheader: '{second}',
  size: { limit: 80, shorten: [] },
  translations: {},
  approvers: [],
  rules: {},
};

export function issue(sections: readonly PlacedSection[], parts: Partial<Issue> = {}): Issue {
  return {
    publication,
    date: '2021-03-22',
    sendsAt: '2021-03-22T07:00',
    zone: 'Europe/London',
    lang: 'en',
    label: 'Issue 12',
    subject: 'Protect UK aid to Yemen',
    preheader: 'And stand with teachers in Myanmar',
    subjectPlace: { file: 'issues/weekly/publication.yaml', line: 9, column: 1 },
    sections,
    decisions: [],
    ...parts,
  };
}

const colours = {
  brand: '#0b2545',
  onBrand: '#ffffff',
  accent: '#f4f0e8',
  urgent: '#b3261e',
  text: '#1a1a1a',
  muted: '#595959',
  link: '#0b5cad',
  paper: '#fefefe',
  page: '#f0f0f0',
  rule: '#cccccc',
};

export const theme: Theme = { ...standardTheme, colours, dark: colours };

/** English, with dates that can be told from each other in a test. */
export const language: Language = {
  ...english,
  dates: {
    weekdayDate: (date) => `weekday ${date}`,
    date: (date) => `date ${date}`,
    shortDate: (date) => `short ${date}`,
    month: (date) => `month ${date}`,
    months: (date) => `months ${date}`,
    moment: (wall, relativeTo) => `moment ${wall} seen from ${relativeTo}`,
    range: (starts, ends, relativeTo) => `${starts} to ${ends ?? 'open'} seen from ${relativeTo}`,
  },
};

export const noAttachments: Attachments = { pictures: new Map(), calendars: new Map() };

/** What templates are given of these sections, to all of whose items the reader is admitted unless told otherwise. */
export function viewOf(sections: readonly PlacedSection[], changes: Partial<IssueViewInput> = {}): IssueView {
  const bodies = new Map<string, Root>(
    sections.flatMap(({ items }) => items.map(({ item: { id }, body }) => [id, parse(body.text)] as const)),
  );
  const input = { issue: issue(sections), organisation, theme, attachments: noAttachments, bodies };
  const words = changes.language ?? language;
  const said = { language: words, languageOf: () => words, why: 'You are a member.' };
  return issueView({ ...input, ...said, visible: () => true, ...changes });
}

/** What templates are given of an item that is alone in its issue. */
export function shownItem(of: PlacedItem, changes: Partial<IssueViewInput> = {}): ItemView {
  const shown = viewOf([section('news', [of])], changes).sections[0]?.items[0];
  if (!shown) throw new Error('The item is not shown.');
  return shown;
}
