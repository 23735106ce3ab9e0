import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { english } from '../../../src/language/english.js';
import type { Issue, PlacedItem } from '../../../src/model/issue.js';
import type { Item, Markdown } from '../../../src/model/item.js';
import type { Organisation } from '../../../src/model/organisation.js';
import { usualApproval, usualDelivery } from '../../../src/model/organisation.js';
import type { Publication, Section } from '../../../src/model/publication.js';
import type { CopyInput } from '../../../src/render/copy/copy-document.js';
import { item as anItem } from '../../harness/nouns.js';

export function parse(text: string): Root {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

export const organisation: Organisation = {
  source: { file: 'mailout.yaml', at: {} },
  name: 'National Gardeners Union',
  address: ['Orchard House', 'Apple Court', 'London AB1 2CD'],
  contact: 'international@union.example',
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
    { id: 'rights', title: 'Human and Trade Union Rights' },
    { id: 'cuba', title: 'Cuba' },
    { id: 'quality', title: 'Quality Education for All' },
  ],
  facets: {},
};

export const publication: Publication = {
  id: 'educate',
  source: { file: 'issues/educate/publication.yaml', at: {} },
  title: 'Educate',
  channel: 'copy',
  audience: 'members',
  template: 'educate',
  marketing: true,
  sender: { name: 'EWU', address: 'international@union.example' },
  cadence: { every: '2 months', on: 'monday', at: '09:00', inHolidays: 'publish', onBankHoliday: 'same-day' },
  sections: [],
  subject: '',
  preheader: '',
  size: { limit: 80, shorten: [] },
  translations: {},
  approvers: [],
  rules: {},
};

export const urgent: Section = { id: 'urgent', title: 'Take action', takes: {}, length: 'full' };
export const world: Section = {
  id: 'world',
  title: 'Around the world',
  intro: 'What sister unions are doing, and how you can help.',
  takes: {},
  length: 'full',
};
export const brief: Section = { id: 'brief', title: 'In brief', takes: {}, length: 'brief' };

export function markdown(text: string, file = 'issues/items/x.md', line = 10): Markdown {
  return { text, place: { file, line, column: 1 }, indent: 0 };
}

/** An item of the pool with nothing in it but what is given. */
export function item(id: string, given: Partial<Omit<Item, 'id' | 'body'>> & { readonly body?: string } = {}): Item {
  const { body = '', ...rest } = given;
  const file = `issues/items/${id}.md`;
  return anItem(id, {
    source: { file, at: { title: [2, 8], summary: [3, 10], 'actions.0.label': [7, 12] } },
    title: id,
    publications: ['educate'],
    body: markdown(body, file),
    ...rest,
  });
}

export function placed(of: Item, given: Partial<PlacedItem> = {}): PlacedItem {
  return {
    item: of,
    title: of.title,
    ...(of.summary ? { summary: of.summary } : {}),
    body: of.body,
    actions: of.actions,
    ...(of.deadline ? { deadline: of.deadline } : {}),
    lang: of.lang ?? 'en',
    source: of.source,
    isOlderTranslation: false,
    isShortened: false,
    length: 'full',
    pinned: false,
    ...given,
  };
}

export function issue(sections: Issue['sections'], given: Partial<Issue> = {}): Issue {
  return {
    publication,
    date: '2021-03-01',
    sendsAt: '2021-03-01T09:00',
    zone: 'Europe/London',
    lang: 'en',
    label: 'Mar/Apr 2021',
    subject: '',
    preheader: '',
    subjectPlace: { file: publication.source.file, line: 1, column: 1 },
    sections,
    decisions: [],
    ...given,
  };
}

/** What copyDocument takes for an issue, with bodies parsed as the content room parses them. */
export function inputOf(of: Issue, given: Partial<CopyInput> = {}): CopyInput {
  const items = of.sections.flatMap((section) => section.items);
  return {
    issue: of,
    organisation,
    language: english,
    bodies: new Map(items.map(({ item: { id }, body }) => [id, shifted(parse(body.text), body.place.line - 1)])),
    ...(of.intro ? { intro: parse(of.intro.text) } : {}),
    ...given,
  };
}

function shifted(tree: Root, lines: number): Root {
  return JSON.parse(JSON.stringify(tree), (key, value) => (key === 'line' ? value + lines : value));
}

/** A whole magazine issue with everything in it that copy can hold. */
export const magazine: Issue = issue(
  [
    {
      section: urgent,
      items: [
        placed(
          item('myanmar-teachers', {
            title: 'Stand with teachers in Myanmar',
            kind: 'action',
            country: 'MM',
            campaign: 'rights',
            summary:
              'Education workers are among thousands on strike against the coup. Their unions ask for our voices.',
            deadline: '2021-03-26T17:00',
            actions: [
              { do: 'sign', label: 'Sign the petition', url: 'https://www.ei-ie.org/en/petition?c=mm&l=en#sign' },
              {
                do: 'donate',
                label: 'Give to the strike fund',
                url: 'https://example.org/fund',
                deadline: '2021-04-30',
              },
            ],
            image: {
              src: 'images/myanmar-march.jpg',
              alt: 'Teachers in green longyis march through Mandalay.',
              credit: 'MTF',
            },
            partner: { name: 'Education International', url: 'https://www.ei-ie.org', licence: 'CC BY-NC 4.0' },
            updates: [{ on: '2021-02-23', text: 'The general strike has begun.' }],
            outcome: {
              status: 'ongoing',
              on: '2021-02-26',
              text: 'The unions are banned; their leaders are in hiding.',
            },
            statement: {
              excerpt: 'We will not teach under the boots of soldiers.',
              signatories: [
                { name: 'Arkar', role: 'President', organisation: 'Myanmar Teachers’ Federation' },
                { name: 'Ravi Sen', role: 'Joint General Secretary' },
              ],
            },
            body: `Dear [[first_name|friend]], on 1 February the army took power. **Within days**, teachers *led* the [civil disobedience movement](https://en.wikipedia.org/wiki/Civil_Disobedience_Movement_(Myanmar)).

## What they ask

1. Write to your MP
2. Speak in your group:
   - on Monday
   - at the branch meeting, with

     a second paragraph
3. Share the video

> We are not afraid.
>
> — a teacher in Yangon

| Region | On strike | Schools |
| :-- | --: | :-: |
| Mandalay | 12,000 | 410 |
| Yangon & delta | 31,500 | 900 |

Read more at https://www.ei-ie.org/en/news (in English).[^1]

[^1]: Figures of the MTF, *February 2021*.

![A banner](images/banner.jpg "A. Photographer")
`,
          }),
        ),
      ],
    },
    {
      section: world,
      items: [
        placed(
          item('cuba-webinar', {
            title: 'Cuba: sixty years after the literacy campaign',
            kind: 'event',
            campaign: 'quality',
            country: 'CU',
            event: {
              starts: '2021-04-24T10:00',
              ends: '2021-04-24T16:00',
              zone: 'America/Havana',
              place: 'Casa de las Américas, Havana',
              online: 'https://example.org/webinar',
            },
            actions: [{ do: 'attend', label: 'Book your place', url: 'https://example.org/book' }],
            summary: 'A day of talks with those who taught and those who learnt.',
            body: 'The campaign of 1961 sent a quarter of a million volunteers into the hills.\n\n3. Nélida\n4. Jorge\n\n---\n\nCode `A-12`, ~~old~~ new.\n\n```\nline one\nline two\n```\n',
          }),
        ),
        placed(
          item('cymru', {
            title: 'Cefnogwch athrawon',
            lang: 'cy',
            body: 'Mae athrawon ledled y byd yn ymgyrchu.',
            summary: 'Crynodeb.',
          }),
          { length: 'summary' },
        ),
      ],
    },
    {
      section: brief,
      items: [
        placed(
          item('resource', {
            title: 'New pack on migration',
            actions: [{ do: 'download', label: 'Download the pack', url: 'https://example.org/pack.pdf' }],
          }),
          { length: 'brief' },
        ),
        placed(item('grant', { title: 'Grants for twinning', deadline: '2021-05-07' }), { length: 'brief' }),
      ],
    },
  ],
  { intro: markdown('Welcome to the **international** pages.', 'issues/educate/2021-03-01/issue.md') },
);
