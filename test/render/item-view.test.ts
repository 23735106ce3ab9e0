import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, leastContrast } from '../../src/model/contrast.js';
import type { PlacedItem } from '../../src/model/issue.js';
import type { Item } from '../../src/model/item.js';
import type { Length } from '../../src/model/publication.js';
import type { IssueViewInput } from '../../src/render/issue-view.js';
import { issue, item, markdown, organisation, placed, section, shownItem, theme, viewOf } from './sample.js';

function itemView(
  parts: Partial<Item>,
  length: Length = 'full',
  placing: Partial<PlacedItem> = {},
  changes: Partial<IssueViewInput> = {},
) {
  return shownItem(placed(item('one', parts), length, placing), changes);
}

describe('the words of an item', () => {
  const texts = { body: markdown('First *paragraph*.\n\nSecond.'), summary: 'In short.' };

  it('at full length are the whole text', () => {
    expect(itemView(texts)).toMatchObject({ isFull: true, isSummary: false, isBrief: false, summary: null });
    expect(itemView(texts).body).toContain('Second.');
  });

  it.each([
    ['Only here.', 'Only here.'],
    ['First paragraph.', null],
    ['First…', null],
    ['First paragraph. Sec...', null],
  ])(
    'at full length have this publication’s own summary %j above them, but not their beginning twice',
    (summary, shown) => {
      expect(itemView({ ...texts, versions: { weekly: { summary } } }, 'full', { summary }).summary).toBe(shown);
      expect(itemView({ ...texts, versions: { other: { summary } } }).summary).toBeNull();
    },
  );

  it('at full length without a text are the summary', () => {
    expect(itemView({ summary: 'In\nshort.' })).toMatchObject({ body: null, summary: 'In short.' });
  });

  it('in short are the summary, or the first paragraph', () => {
    expect(itemView(texts, 'summary')).toMatchObject({ isSummary: true, body: null, summary: 'In short.' });
    expect(
      itemView(
        { body: markdown('# Heading\n\n> First *paragraph*\n> [here](https://x.example)\n\nSecond.') },
        'summary',
      ).summary,
    ).toBe('First paragraph here');
    expect(itemView({}, 'summary').summary).toBeNull();
  });

  it('in brief are title, time and action', () => {
    const shown = itemView(
      {
        ...texts,
        deadline: '2021-03-26T17:00',
        actions: [
          { do: 'sign', label: 'Sign', url: 'https://a.example' },
          { do: 'share', label: 'Share', url: 'https://b.example' },
        ],
        statement: { excerpt: 'We stand.', signatories: [] },
        image: { src: 'a.png', alt: 'a' },
        partner: { name: 'Peace Now' },
        updates: [{ on: '2021-03-01', text: 'New.' }],
        outcome: { status: 'ongoing', on: '2021-03-01', text: 'They are talking.' },
        event: { starts: '2021-04-24T10:00', place: 'Leeds' },
      },
      'brief',
    );
    expect(shown).toMatchObject({
      isBrief: true,
      body: null,
      summary: null,
      statement: null,
      image: null,
      partner: null,
      updates: [],
      outcome: null,
      moreActions: [],
      deadline: 'Closes moment 2021-03-26T17:00 seen from 2021-03-22',
      action: { label: 'Sign' },
      event: { where: 'Leeds' },
    });
  });
});

describe('what an item is about', () => {
  it.each<[Partial<Item>, string]>([
    [{ kind: 'statement' }, 'Statement'],
    [{ kind: 'event', actions: [{ do: 'sign', label: 'x', url: 'https://x.example' }] }, 'Event'],
    [{ kind: 'action', actions: [{ do: 'sign', label: 'x', url: 'https://x.example' }] }, 'Petition'],
    [{ kind: 'action', actions: [{ do: 'email-mp', label: 'x', url: 'https://x.example' }] }, 'Email your MP'],
    [{ kind: 'action' }, 'Action'],
  ])('has a label: %j', (parts, label) => {
    expect(itemView(parts).kindLabel).toBe(label);
  });

  it.each<[Partial<Item>, string | null]>([
    [{ country: 'MM', campaign: 'rights' }, 'Myanmar · Human and Trade Union Rights'],
    [{ country: 'CU', campaign: 'cuba' }, 'Cuba'],
    [{ country: 'PS' }, 'Palestine'],
    [{ campaign: 'rights' }, 'Human and Trade Union Rights'],
    [{ campaign: 'unknown' }, null],
    [{ country: 'ZZ' }, null],
    [{}, null],
  ])('stands above the title: %j', (parts, kicker) => {
    expect(itemView(parts).kicker).toBe(kicker);
  });

  it('has the colour of its campaign, and urgency', () => {
    expect(itemView({ campaign: 'rights', priority: 'urgent' })).toMatchObject({
      campaignColour: '#0b5cad',
      isUrgent: true,
    });
    expect(itemView({ campaign: 'cuba' })).toMatchObject({ campaignColour: null, isUrgent: false });
  });

  it('has actions, each with its own time or the item’s', () => {
    const actions = [
      { do: 'sign', label: 'Sign', url: 'https://a.example' },
      { do: 'write', label: 'Write', url: 'https://b.example', deadline: '2021-03-24' },
    ] as const;
    const shown = itemView({ actions, deadline: '2021-03-26' });
    expect(shown.action).toEqual({
      label: 'Sign',
      url: 'https://a.example',
      by: 'by moment 2021-03-26 seen from 2021-03-22',
    });
    expect(shown.moreActions).toEqual([
      { label: 'Write', url: 'https://b.example', by: 'by moment 2021-03-24 seen from 2021-03-22' },
    ]);
    expect(itemView({ actions: [actions[0]] }).action?.by).toBeNull();
  });

  it('has those who signed a statement, with role and organisation', () => {
    const signatories = [
      { name: 'Ada Marsh', role: 'Joint General Secretary', organisation: 'EWU' },
      { name: 'A Teacher', organisation: 'EWU' },
      { name: 'A Friend' },
    ];
    expect(itemView({ statement: { signatories } }).statement).toEqual({
      excerpt: null,
      others: null,
      link: null,
      signatories: [
        { name: 'Ada Marsh', role: 'Joint General Secretary, EWU' },
        { name: 'A Teacher', role: 'EWU' },
        { name: 'A Friend', role: null },
      ],
    });
  });

  it.each([
    [undefined, ''],
    ['Europe/London', ''],
    ['America/New_York', ' (New York time)'],
    ['UTC', ' (UTC)'],
  ])('has the time and place of an event, in zone %s', (zone, clock) => {
    const event = { starts: '2021-04-24T10:00', place: 'Leeds', ...(zone && { zone }) };
    expect(itemView({ event }).event).toEqual({
      when: `2021-04-24T10:00 to open seen from 2021-03-22${clock}`,
      where: 'Leeds',
      online: null,
      calendar: null,
    });
  });

  it('has news of it, the newest first, and none from after the issue', () => {
    const updates = [
      { on: '2020-12-01', text: 'First.' },
      { on: '2021-02-23', text: 'Second.' },
      { on: '2021-03-23', text: 'Tomorrow.' },
    ];
    expect(itemView({ updates }).updates).toEqual([
      { heading: 'Update, short 2021-02-23', text: 'Second.' },
      { heading: 'Update, date 2020-12-01', text: 'First.' },
    ]);
    expect(itemView({ updates }, 'summary').updates).toHaveLength(1);
  });

  it.each([
    ['won', '2021-03-12', { heading: 'Won, date 2021-03-12', text: 'The aid is back.' }],
    ['lost', '2021-03-22', { heading: 'Lost, date 2021-03-22', text: 'The aid is back.' }],
    ['ongoing', '2021-03-12', { heading: 'Where it stands, date 2021-03-12', text: 'The aid is back.' }],
    ['won', '2021-04-12', null],
  ] as const)('has its outcome (%s, %s), if that was before the issue', (status, on, outcome) => {
    expect(itemView({ outcome: { status, on, text: 'The aid is\nback.' } }).outcome).toEqual(outcome);
  });
});

describe('an item that has closed', () => {
  const won = { status: 'won', on: '2021-03-20', text: 'The aid is back.' } as const;
  const placing = { closed: '2021-03-19T17:00', actions: [] } as const;

  it.each(['full', 'summary', 'brief'] as const)('says since when and what came of it, also %s', (length) => {
    expect(itemView({ kind: 'action', outcome: won }, length, placing)).toMatchObject({
      closed: 'Closed moment 2021-03-19T17:00 seen from 2021-03-22',
      outcome: { heading: 'Won, date 2021-03-20', text: 'The aid is back.' },
      deadline: null,
      by: null,
      action: null,
      kindLabel: 'Action',
    });
  });

  it('tells in brief what was won before it closed', () => {
    expect(itemView({ deadline: '2021-03-26', outcome: won }, 'brief').outcome).not.toBeNull();
  });

  it('is told from one that is open, which has its deadline instead', () => {
    expect(itemView({ deadline: '2021-03-26' }, 'brief')).toMatchObject({
      closed: null,
      deadline: 'Closes moment 2021-03-26 seen from 2021-03-22',
      by: 'by moment 2021-03-26 seen from 2021-03-22',
    });
    expect(itemView({ deadline: '2021-03-26', outcome: { ...won, status: 'ongoing' } }, 'brief').outcome).toBeNull();
  });
});

describe('the names below a statement', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `Signatory ${at + 1}` }));
  const url = 'https://union.example/statement';

  it.each<[string, number, Length, string | undefined, number, string | null]>([
    ['all of twelve', 12, 'full', url, 12, null],
    ['twelve and how many others, where the full text is elsewhere', 46, 'full', url, 12, 'and 34 others'],
    ['twelve and one other', 13, 'full', url, 12, 'and 1 other'],
    ['all, where they stand nowhere else', 46, 'full', undefined, 46, null],
    ['twelve and how many others, in a summary', 46, 'summary', undefined, 12, 'and 34 others'],
  ])('are %s', (_, count, length, link, shown, others) => {
    const statement = { signatories: names(count), ...(link !== undefined && { url: link }) };
    const view = itemView({ title: 'Solidarity', statement }, length).statement;
    expect(view?.signatories).toEqual(names(shown).map(({ name }) => ({ name, role: null })));
    expect(view?.others).toBe(others);
    expect(view?.link).toEqual(link ? { label: 'Read “Solidarity” in full', url, by: null } : null);
  });
});

describe('what an item asks of a meeting', () => {
  it('is one line, at every length', () => {
    for (const length of ['full', 'summary', 'brief'] as const) {
      expect(itemView({ ask: 'Ask your branch\n to affiliate.\n' }, length).ask).toBe('Ask your branch to affiliate.');
    }
    expect(itemView({}).ask).toBeNull();
  });

  it.each([
    ['This branch notes:\n\nthat pay\nhas fallen.\n', ['This branch notes:', 'that pay has fallen.']],
    ['One.\r\n \t\r\nTwo.', ['One.', 'Two.']],
    ['\n\nOne.\n\n\n\n', ['One.']],
    [' \n', []],
  ])('has words to copy, a paragraph each: %j', (wording, paragraphs) => {
    expect(itemView({ wording }).wording).toEqual(paragraphs);
    expect(itemView({ wording }, 'summary').wording).toEqual(paragraphs);
    expect(itemView({ wording }, 'brief').wording).toEqual([]);
  });
});

describe('what stands beside the edition', () => {
  const attachments = {
    pictures: new Map([['issues/images/rally.jpg', { file: 'images/rally-1a2b.jpg', width: 552, height: 310 }]]),
    calendars: new Map([['one', 'events/one.ics']]),
  };
  const image = { src: 'issues/images/rally.jpg', alt: 'A rally\nin Leeds', credit: 'A. Friend' };
  const event = { starts: '2021-04-24T10:00', online: 'https://meet.example/one' };

  it('is a picture, in the size in which it was prepared, with its credit', () => {
    const picture = { src: 'images/rally-1a2b.jpg', alt: 'A rally in Leeds', width: 552, height: 310 };
    const { credit: _, ...uncredited } = image;
    expect(itemView({ image }, 'full', {}, { attachments }).image).toEqual({
      ...picture,
      credit: 'Picture: A. Friend',
    });
    expect(itemView({ image: uncredited }, 'summary', {}, { attachments }).image).toEqual({ ...picture, credit: null });
    expect(itemView({ image }, 'brief', {}, { attachments }).image).toBeNull();
  });

  it('is no picture where there was none to prepare', () => {
    expect(
      itemView({ image: { ...image, src: 'issues/images/lost.jpg' } }, 'full', {}, { attachments }).image,
    ).toBeNull();
  });

  it('is a file for the calendar, and where to join is a link that says what for', () => {
    expect(itemView({ title: 'Pruning day', event }, 'brief', {}, { attachments }).event).toMatchObject({
      online: { label: 'Join online: Pruning day', url: 'https://meet.example/one', by: null },
      calendar: { label: 'Add to your calendar: Pruning day', url: 'events/one.ics', by: null },
    });
    expect(itemView({ event }).event?.calendar).toBeNull();
  });
});

describe('a link that opens a file', () => {
  const pack = { do: 'download', label: 'Download the pack', url: 'https://x.example/pack' } as const;

  it.each([
    [{ type: 'pdf', size: 1_200_000 }, 'Download the pack (PDF, 1.2 MB)'],
    [{ type: 'docx' }, 'Download the pack (DOCX)'],
    [undefined, 'Download the pack'],
  ] as const)('says so: %j', (file, label) => {
    expect(itemView({ actions: [{ ...pack, ...(file && { file }) }] }).action?.label).toBe(label);
  });

  it('does not close with the item, for reading has no end', () => {
    expect(itemView({ actions: [pack], deadline: '2021-03-26' }).action?.by).toBeNull();
  });
});

describe('an item that had to be shortened', () => {
  it('says where the rest of it is', () => {
    expect(itemView({ title: 'Yemen' }, 'summary', { isShortened: true }).more).toEqual({
      label: 'Read “Yemen” in full on the web',
      url: '[[web_url]]',
      by: null,
    });
    expect(itemView({}, 'summary').more).toBeNull();
  });

  it('says nothing where there are no web pages', () => {
    const { web: _, ...withoutWeb } = organisation;
    expect(itemView({}, 'summary', { isShortened: true }, { organisation: withoutWeb }).more).toBeNull();
  });
});

it('a translation that is older than its original says so', () => {
  const older = 'The original has been changed since it was translated.';
  expect(itemView({}, 'brief', { isOlderTranslation: true }).older).toBe(older);
  expect(itemView({}).older).toBeNull();
});

describe('the colour of a campaign', () => {
  const shown = (colour: string, paper: string, accent = paper) =>
    itemView(
      { campaign: 'rights' },
      'full',
      {},
      {
        organisation: { ...organisation, campaigns: [{ id: 'rights', title: 'Rights', colour }] },
        theme: { ...theme, colours: { ...theme.colours, paper, accent } },
      },
    ).campaignColour;

  it.each([
    ['#0b5cad', '#fefefe', '#0b5cad'],
    ['#f4a300', '#fefefe', null],
    ['#f4a300', '#101010', '#f4a300'],
    // As near to the least contrast as colours come: 4.54 and 4.48 on white.
    ['#767676', '#ffffff', '#767676'],
    ['#777777', '#ffffff', null],
  ])('%s on %s', (colour, paper, expected) => {
    expect(shown(colour, paper)).toBe(expected);
    // Boxes stand on the accent colour.
    expect(shown(colour, paper, colour)).toBe(null);
  });

  it('is only ever one that can be read', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, hex, (colour, paper) => {
        expect(shown(colour, paper)).toBe(contrast(colour, paper) >= leastContrast ? colour : null);
      }),
    );
  });
});

describe('an item in an edition of another language', () => {
  it.each([
    ['en', 'en', null],
    ['en', 'en-GB', null],
    ['en-GB', 'en', null],
    ['zh-Hant', 'zh-Hans', 'zh-Hant'],
    ['cy', 'en', 'cy'],
    ['en', 'ar', 'en'],
  ])('%s in %s says which', (lang, edition, expected) => {
    const sections = [section('news', [placed(item('one'), 'full', { lang })])];
    expect(viewOf(sections, { issue: issue(sections, { lang: edition }) }).sections[0]?.items[0]?.lang).toBe(expected);
  });
});
