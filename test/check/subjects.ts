import { workingDaysBefore } from '../../src/calendar/copy-deadline.js';
import { bankHoliday, bankHolidaysAsOf, isWorkingDay, knownUntil } from '../../src/calendar/holidays.js';
import { instantOf } from '../../src/calendar/zone.js';
import { markupOf } from '../../src/check/markup.js';
import { sourceText } from '../../src/check/source-text.js';
import type {
  EditionSubject,
  House,
  IssueSubject,
  ItemSubject,
  MessageSubject,
  PublicationSubject,
  WorkspaceSubject,
  Writing,
} from '../../src/check/subjects.js';
import { writingOfChoices, writingOfItem, writingOfTranslation } from '../../src/check/writing.js';
import { parseMarkdown } from '../../src/content/markdown.js';
import { readChoices } from '../../src/content/read-choices.js';
import { readItem } from '../../src/content/read-item.js';
import { readTranslation } from '../../src/content/read-translation.js';
import type { Reading } from '../../src/content/reading.js';
import type { Audience } from '../../src/model/audience.js';
import type { Edition } from '../../src/model/edition.js';
import type { Issue, PlacedItem } from '../../src/model/issue.js';
import type { Publication } from '../../src/model/publication.js';
import { issue, organisation, placed, publication, section } from '../render/sample.js';

/*
 * The subjects of rules, made of files as editors write them. What a fixture does not say is in order.
 */

export const itemPath = 'issues/items/sample.md';

/** A whole item file: settings that every item needs are put first, unless they are given. */
export function itemFile(settings: string, body = 'Members have asked how they can help.'): string {
  const has = (name: string) => new RegExp(`^${name}:`, 'm').test(settings);
  const lines = [
    ...(has('title') ? [] : ['title: Stand with teachers in Yemen']),
    ...(has('kind') ? [] : ['kind: news']),
    ...(has('publications') ? [] : ['publications: [weekly]']),
    ...(settings === '' ? [] : [settings.replace(/\n$/, '')]),
  ];
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** An item as rules over items get it; throws if the file cannot be read, for then no rule would see it. */
export function itemSubject(text: string, more: Partial<ItemSubject> = {}, path = itemPath): ItemSubject {
  const file = { path, text };
  const item = readable(readItem(file));
  const writing = writingOfItem(item, sourceText(file), 'en-GB', parseMarkdown);
  return { item, writing, publications: [publication], ...more };
}

export function writing(text: string): Writing {
  return itemSubject(text).writing;
}

export function translationWriting(text: string, lang = 'cy'): Writing {
  const file = { path: `issues/translations/${lang}/sample.md`, text };
  return writingOfTranslation(readable(readTranslation(lang, 'sample', file)), sourceText(file), parseMarkdown);
}

export function choicesWriting(text: string): Writing {
  const file = { path: 'issues/weekly/2021-03-22/issue.md', text };
  const choices = readable(readChoices('weekly', '2021-03-22', file));
  return writingOfChoices(choices, sourceText(file), 'en-GB', parseMarkdown);
}

/** The audience of the sample publication. */
export const audience: Audience = {
  id: 'members',
  source: { file: 'audiences/members.yaml', at: {} },
  title: 'Members',
  why: 'You receive this because you are a member.',
  translations: {},
  fields: [{ name: 'first_name', fallback: 'friend' }],
  facets: {},
  environment: 'test',
  basis: 'member-service',
  columns: { email: 'email', fields: [], facets: {} },
  change: 20,
};

/** An issue of Monday 22 March 2021 at 7am with these items in one section. */
export function issueSubject(
  items: readonly ItemSubject[],
  more: Partial<IssueSubject> = {},
  parts: Partial<Issue> = {},
  placement: Partial<PlacedItem> = {},
): IssueSubject {
  const sections = [
    section(
      'news',
      items.map(({ item }) => placed(item, 'full', placement)),
    ),
  ];
  return {
    issue: issue(sections, parts),
    publication,
    audience,
    items: new Map(items.map((one) => [one.item.id, one])),
    earlier: [],
    beside: [],
    ...more,
  };
}

/** A whole edition that no rule complains of, but for what a fixture puts into its body. */
export function emailHtml(body: string, { head = '', bodyAttributes = 'style="margin:0"' } = {}): string {
  return [
    '<!doctype html>',
    '<html lang="en" dir="ltr"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>Protect UK aid to Yemen</title>${head}</head>`,
    `<body ${bodyAttributes}><div lang="en" dir="ltr" style="background-color:#ffffff;color:#1a1a1a;font-family:Arial,sans-serif;font-size:16px;line-height:24px">`,
    body,
    '</div></body></html>',
  ].join('\n');
}

export function edition(html: string, parts: Partial<Edition> = {}): Edition {
  return {
    id: 'everyone',
    variant: {},
    lang: 'en',
    subject: 'Protect UK aid to Yemen',
    preheader: 'And stand with teachers in Myanmar',
    html,
    text: 'Protect UK aid to Yemen\n\nAnd stand with teachers in Myanmar\n',
    mergeFields: [],
    items: [],
    digest: '0'.repeat(64),
    ...parts,
  };
}

export function editionSubject(
  html: string,
  parts: Partial<Edition> = {},
  more: Partial<EditionSubject> = {},
): EditionSubject {
  return {
    edition: edition(html, parts),
    markup: markupOf(html),
    issue: issue([]),
    publication,
    audience,
    sentBytes: Buffer.byteLength(html),
    attachments: [],
    ...more,
  };
}

/** A message as sent; header fields are cut out of `raw`. */
export function messageSubject(raw: string, more: Partial<MessageSubject> = {}): MessageSubject {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const headers = head.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
  return { edition: edition(emailHtml('')), issue: issue([]), publication, raw, headers, ...more };
}

export function publicationSubject(
  parts: Partial<Publication>,
  slots: PublicationSubject['slots'] = [],
  more: Partial<PublicationSubject> = {},
): PublicationSubject {
  return { publication: { ...publication, ...parts }, audience, slots, ...more };
}

export function workspaceSubject(more: Partial<WorkspaceSubject>): WorkspaceSubject {
  return { files: [], tables: [], ...more };
}

/** What rules may know, on 17 March 2021; every word but those of `wrong` is spelt rightly. */
export function house(more: Partial<House> = {}): House {
  const { nation, zone } = organisation;
  return {
    organisation,
    publications: [publication],
    audiences: [audience],
    today: '2021-03-17',
    calendar: {
      bankHoliday: (date) => bankHoliday(nation, date),
      isWorkingDay: (date) => isWorkingDay(nation, date),
      workingDaysBefore: (date, days) => workingDaysBefore(date, days, nation),
      bankHolidaysUntil: knownUntil(nation),
      bankHolidaysAsOf,
      termOf: () => undefined,
      isSchoolHoliday: () => false,
      instantOf: (time, there = zone) => Date.parse(instantOf(time, there)),
    },
    spelling: { isRight: () => true, near: () => [], suggest: () => [] },
    linkStates: new Map(),
    ...more,
  };
}

function readable<T>({ value, findings }: Reading<T>): T {
  if (value === undefined) throw new Error(`The fixture cannot be read: ${JSON.stringify(findings)}`);
  return value;
}
