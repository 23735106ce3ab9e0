import type { NewItem } from '../model/new-item.js';
import { frontMatterFile, type Setting } from './settings.js';

type Name = Exclude<keyof NewItem, 'body' | 'signatories'> | 'statement';

/** What is said above settings, and at the top of the file. */
export type Remarks = Partial<Readonly<Record<Name | 'top', string>>>;

/**
 * An item as an editor would write it.
 *
 * @param path where it will be, "issues/items/cuba/visit.md"
 */
export function itemFile(path: string, item: NewItem, remarks: Remarks = {}): string {
  const { signatories, body, title: _, ...rest } = item;
  const settings: readonly Setting[] = [
    { name: 'top', comment: remarks.top },
    { name: 'title', value: oneLine(item.title), comment: remarks.title },
    ...order.map((name): Setting => {
      const value =
        name === 'statement'
          ? signatories && { signatories: signatories.map((one) => ({ ...one })) }
          : name === 'summary'
            ? item.summary && oneLine(item.summary)
            : plain(rest[name]);
      return { name, value, comment: remarks[name] };
    }),
  ];
  const folders = path.split('/').length - 1;
  return frontMatterFile(`${'../'.repeat(folders)}.mailout/schemas/item.json`, settings, body);
}

/** In the order of docs/files.md. */
const order = [
  'kind',
  'campaign',
  'country',
  'lang',
  'publications',
  'runs',
  'draft',
  'deadline',
  'priority',
  'summary',
  'actions',
  'statement',
  'event',
  'partner',
  'updates',
  'consent',
] as const satisfies readonly Name[];

function plain(value: NewItem[keyof NewItem]): Setting['value'] {
  return value as Setting['value'];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What an item of a kind can still have, as lines to take the mark away from. */
export function hintsFor(item: NewItem): Remarks {
  const ask = item.kind === 'action' || item.kind === 'opportunity';
  return {
    ...(item.campaign === undefined && { campaign: 'campaign: one of those in mailout.yaml' }),
    ...(item.country === undefined && { country: 'country: CU   (two letters, if it is about one)' }),
    ...(item.runs === undefined && { runs: 'runs: { from: 2027-03-08, until: 2027-03-29 }' }),
    ...(item.deadline === undefined && ask && { deadline: 'deadline: 2027-03-26T17:00' }),
    ...(item.priority === undefined && { priority: 'priority: urgent' }),
    ...(item.summary === undefined && {
      summary: 'summary: One or two sentences, for where there is no room for more.',
    }),
    ...(item.actions === undefined && {
      actions: 'actions: [{ do: read, label: Read the report, url: https://www.example.org/report }]',
    }),
    ...(item.partner === undefined && {
      partner: 'partner: { name: Who it comes from, url: https://www.example.org }',
    }),
  };
}
