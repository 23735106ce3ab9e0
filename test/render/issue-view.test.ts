import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { PlacedItem, PlacedSection } from '../../src/model/issue.js';
import type { Item } from '../../src/model/item.js';
import type { Length } from '../../src/model/publication.js';
import { type IssueViewInput, issueView } from '../../src/render/issue-view.js';
import { issue, item, organisation, parse, placed, section, theme, words } from './sample.js';

function view(sections: readonly PlacedSection[], changes: Partial<IssueViewInput> = {}) {
  const bodies = new Map<string, Root>(
    sections.flatMap(({ items }) => items.map(({ item: { id }, body }) => [id, parse(body.text)] as const)),
  );
  const input = { issue: issue(sections), organisation, audience: { why: 'You are a member.' }, theme, words, bodies };
  return issueView({ ...input, visible: () => true, ...changes });
}

function itemView(parts: Partial<Item>, length: Length = 'full', placing: Partial<PlacedItem> = {}) {
  const shown = view([section('news', [placed(item('one', parts), length, placing)])]).sections[0]?.items[0];
  if (!shown) throw new Error('The item is not shown.');
  return shown;
}

function body(text: string) {
  return { text, place: { file: 'x.md', line: 1, column: 1 }, indent: 0 };
}

describe('the view of an issue', () => {
  it('says who it is from, for whom and when', () => {
    const shown = view([], { intro: parse('# Hello\n\nall') });
    expect(shown).toMatchObject({
      lang: 'en',
      dir: 'ltr',
      start: 'left',
      subject: 'Protect UK aid to Yemen',
      preheader: 'And stand with teachers in Myanmar',
      organisation: {
        name: 'National Gardeners Union',
        web: 'https://union.example',
        privacy: 'https://union.example/privacy',
      },
      publication: {
        id: 'weekly',
        title: 'Monday Morning Mail-Out',
        strapline: 'International solidarity, every week',
      },
      issue: { date: 'weekday 2021-03-22', label: 'Issue 12', count: 0 },
      why: 'You are a member.',
      unsubscribe: '[[unsubscribe_url]]',
      webVersion: '[[web_url]]',
    });
    expect(shown.issue.intro).toMatch(/^<h2[^>]*>Hello<\/h2>/);
  });

  it('has no web version without web pages, and no intro without words', () => {
    const { web: _, ...withoutWeb } = organisation;
    const shown = view([], { organisation: withoutWeb, intro: parse('') });
    expect(shown.webVersion).toBeNull();
    expect(shown.issue.intro).toBeNull();
  });

  it('leaves out what the variant does not show, and sections without items', () => {
    const sections = [
      section('wales', [placed(item('a'))]),
      section('news', [placed(item('b')), placed(item('c')), placed(item('d'))]),
    ];
    const shown = view(sections, { visible: ({ item: { id } }) => id !== 'a' && id !== 'd' });
    expect(shown.issue.count).toBe(2);
    expect(shown.sections).toMatchObject([
      {
        id: 'news',
        title: 'Section news',
        first: true,
        items: [
          { id: 'b', isFirst: true, isLast: false },
          { id: 'c', isFirst: false, isLast: true },
        ],
      },
    ]);
  });

  it('is never built without the text of an item', () => {
    expect(() => view([section('news', [placed(item('a'))])], { bodies: new Map() })).toThrow('a');
  });

  it('reads from the right in languages that do', () => {
    const shown = view([section('news', [placed(item('a', { lang: 'en' }))])], {
      issue: issue([section('news', [placed(item('a', { lang: 'en' }))])], { lang: 'ar' }),
    });
    expect(shown).toMatchObject({ dir: 'rtl', start: 'right' });
    expect(shown.sections[0]?.items[0]).toMatchObject({ lang: 'en', dir: 'ltr', start: 'left' });
    expect(itemView({ lang: 'ar', body: body('> x') })).toMatchObject({ lang: 'ar', dir: 'rtl', start: 'right' });
    expect(itemView({ lang: 'ar', body: body('> x') }).body).toContain('border-right');
    expect(itemView({ lang: 'en' }).lang).toBeNull();
  });
});

describe('the words of an item', () => {
  const texts = { body: body('First *paragraph*.\n\nSecond.'), summary: 'In short.' };

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
      itemView({ body: body('# Heading\n\n> First *paragraph*\n> [here](https://x.example)\n\nSecond.') }, 'summary')
        .summary,
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
        outcome: { status: 'won', on: '2021-03-01', text: 'Won.' },
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
      by: 'moment 2021-03-26 seen from 2021-03-22',
    });
    expect(shown.moreActions).toEqual([
      { label: 'Write', url: 'https://b.example', by: 'moment 2021-03-24 seen from 2021-03-22' },
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
    ['won', '2021-03-12', 'Won, date 2021-03-12: The aid is back.'],
    ['lost', '2021-03-22', 'Lost, date 2021-03-22: The aid is back.'],
    ['ongoing', '2021-03-12', 'Where it stands, date 2021-03-12: The aid is back.'],
    ['won', '2021-04-12', null],
  ] as const)('has its outcome (%s, %s), if that was before the issue', (status, on, sentence) => {
    expect(itemView({ outcome: { status, on, text: 'The aid is\nback.' } }).outcome).toBe(sentence);
  });
});
