import type { Rhythm, Weekday } from '../model/cadence.js';
import type { DateText } from '../model/time.js';
import { type Setting, type SettingValue, settingsFile } from './settings.js';

/** The designs that mailout ships, with what a newsletter of each is like. */
export const shippedDesigns = {
  'weekly-digest': 'a digest: contents on top, many items, for people who act on them',
  'officer-bulletin': 'a bulletin: short, for officers who print it or pass it on',
  'termly-magazine': 'a magazine: few items and large pictures, for all members',
} as const;
export type ShippedDesign = keyof typeof shippedDesigns;

/** What a newsletter needs to begin with. */
export type NewPublication = {
  readonly id: string;
  readonly title: string;
  readonly strapline?: string | undefined;
  /** The id of an audience. */
  readonly audience: string;
  /** A folder of templates/; absent for print copy. */
  readonly design?: string | undefined;
  readonly sender: { readonly name: string; readonly address: string };
  readonly every: Rhythm;
  readonly on: Weekday;
  /** "07:00" */
  readonly at: string;
  /** The day from which every two weeks or two months are counted. */
  readonly starting: DateText;
};

/** issues/<id>/publication.yaml for a new newsletter, in the words of an editor. */
export function publicationFile(publication: NewPublication): string {
  const { title, strapline, audience, design, sender, every } = publication;
  const isCopy = design === undefined;
  const settings: readonly Setting[] = [
    { name: 'title', value: title },
    {
      name: 'strapline',
      value: strapline,
      ...(strapline === undefined && { comment: 'strapline: What it is about, in a few words' }),
    },
    { name: 'channel', value: isCopy ? 'copy' : 'email' },
    { name: 'audience', value: audience },
    { name: 'template', value: design ?? 'copy' },
    {
      name: 'sender',
      value: { name: sender.name, address: sender.address, 'reply-to': sender.address },
      ...(!isCopy && {
        comment: 'Mail can be sent from this address only once its domain is set up with whoever delivers.',
      }),
    },
    {
      name: 'cadence',
      comment: 'When it comes out, and what becomes of it in school holidays and on bank holidays: docs/calendar.md.',
      value: cadence(publication),
    },
    {
      name: 'copy-deadline',
      comment: 'Working days before the issue: the last day for copy.',
      value: every === 'week' || every === '2 weeks' ? 2 : 10,
    },
    { name: 'subject', comment: 'What stands in braces is filled in from the issue.', value: '{title}: {lead}' },
    { name: 'preheader', value: '{second}, and more' },
    { name: 'limit', comment: 'The most items that an issue has.', value: every === 'term' ? 9 : 12 },
    {
      name: 'sections',
      comment: 'An item goes to the first section that takes it.',
      value: design === 'termly-magazine' || isCopy ? magazineSections : digestSections,
    },
    { name: 'approvers', comment: 'approvers: [names of those who may say yes to an issue; anybody if absent]' },
  ];
  return settingsFile('../../.mailout/schemas/publication.json', settings);
}

function cadence({ every, on, at, starting }: NewPublication): SettingValue {
  const counted = every === '2 weeks' || every === '2 months';
  return {
    every,
    ...(counted && { starting }),
    ...(every === 'term' && { 'term-week': 6 }),
    on,
    at,
    'in-holidays': 'publish',
    'on-bank-holiday': 'next-working-day',
  };
}

const digestSections: SettingValue = [
  { id: 'act-now', title: 'Act now', takes: { priorities: ['urgent'] }, limit: 3, length: 'full' },
  { id: 'actions', title: 'What you can do', takes: { kinds: ['action'] }, limit: 5, length: 'summary' },
  { id: 'what-happened-next', title: 'What happened next', takes: { outcome: true }, limit: 3, length: 'brief' },
  { id: 'statements', title: 'Statements', takes: { kinds: ['statement'] }, limit: 2, length: 'summary' },
  { id: 'news', title: 'News', takes: { kinds: ['news'] }, limit: 4, length: 'summary' },
  { id: 'diary', title: 'Dates for your diary', takes: { kinds: ['event'] }, limit: 4, length: 'summary' },
  {
    id: 'more',
    title: 'Resources and opportunities',
    takes: { kinds: ['resource', 'opportunity'] },
    limit: 4,
    length: 'summary',
  },
];

const magazineSections: SettingValue = [
  { id: 'features', title: 'In depth', takes: { kinds: ['news'] }, limit: 3, length: 'full' },
  { id: 'act', title: 'What you can do', takes: { kinds: ['action'] }, limit: 3, length: 'summary' },
  { id: 'what-happened-next', title: 'What happened next', takes: { outcome: true }, limit: 3, length: 'brief' },
  { id: 'statements', title: 'What the union said', takes: { kinds: ['statement'] }, limit: 1, length: 'summary' },
  {
    id: 'take-part',
    title: 'Take part',
    takes: { kinds: ['event', 'resource', 'opportunity'] },
    limit: 4,
    length: 'summary',
  },
];
