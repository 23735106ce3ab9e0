import { describe, expect, it } from 'vitest';
import { type AssembleInput, assemble } from '../../src/assemble/assemble.js';
import type { Choices } from '../../src/model/issue.js';
import type { Item } from '../../src/model/item.js';
import type { Publication, Section } from '../../src/model/publication.js';
import { item } from '../harness/nouns.js';

const source = { file: 'test.md', at: {} };

const section = (id: string, parts: Partial<Section> = {}): Section => ({
  id,
  title: id,
  takes: {},
  length: 'full',
  ...parts,
});

const publication = (parts: Partial<Publication> = {}): Publication => ({
  id: 'weekly',
  source,
  title: 'The Weekly',
  channel: 'email',
  audience: 'officers',
  template: 'digest',
  sender: { name: 'Team', address: 'team@example.org' },
  cadence: { every: 'week', on: 'monday', at: '07:00', inHolidays: 'publish', onBankHoliday: 'next-working-day' },
  sections: [section('all')],
  subject: '{title}: {lead}',
  preheader: '{second}',
  approvers: [],
  ...parts,
});

const choices = (date: string, parts: Partial<Choices> = {}): Choices => ({
  source: { file: `issues/weekly/${date}/issue.md`, at: {} },
  publication: 'weekly',
  date,
  pinned: [],
  leaveOut: [],
  order: [],
  sections: {},
  ...parts,
});

function run(items: readonly Item[], parts: Partial<AssembleInput> = {}) {
  return assemble({
    organisation: {
      source,
      name: 'Our Union',
      address: [],
      contact: 'team@example.org',
      lang: 'en',
      zone: 'Europe/London',
      nation: 'england-and-wales',
      terms: [],
      campaigns: [],
      facets: {},
    },
    publication: publication(),
    audience: {
      id: 'officers',
      source,
      title: 'Officers',
      why: 'you asked',
      fields: [],
      facets: { nations: ['england', 'wales'] },
    },
    slot: { date: '2021-03-22', sendsAt: '2021-03-22T07:00', label: '22 March 2021' },
    items,
    choices: [],
    words: { date: (date) => date, moment: (time) => time },
    ...parts,
  });
}

const order = (result: ReturnType<typeof run>) =>
  result.issue.sections.map((one) => `${one.section.id}: ${one.items.map(({ item }) => item.id).join(' ')}`);
const why = (result: ReturnType<typeof run>, id: string) =>
  result.issue.decisions.find((decision) => decision.item === id);
const rules = (result: ReturnType<typeof run>) => result.findings.map(({ rule }) => rule);
const sign = { do: 'sign', label: 'Sign', url: 'https://www.example.org' } as const;

describe('which items run', () => {
  it.each<[string, Partial<Item>, string]>([
    ['a draft', { draft: true }, 'draft'],
    ['one for another publication', { publications: ['magazine'] }, 'other-publication'],
    ['one whose time has not come', { runs: { from: '2021-03-23' } }, 'not-yet'],
    ['one whose time is over', { runs: { until: '2021-03-21' } }, 'no-longer'],
    ['one whose deadline is before the send time', { deadline: '2021-03-22T06:59' }, 'closed'],
    ['one whose deadline was yesterday', { deadline: '2021-03-21' }, 'closed'],
    [
      'an action of which every way to act has closed',
      { kind: 'action', actions: [{ ...sign, deadline: '2021-03-19' }] },
      'closed',
    ],
    [
      'an event that is over',
      { kind: 'event', event: { starts: '2021-03-20T10:00', ends: '2021-03-21T16:00' } },
      'over',
    ],
    ['one for readers that the audience does not have', { readers: { nations: ['scotland'] } }, 'other-readers'],
  ])('%s does not, and the reason is told', (_name, parts, reason) => {
    const result = run([item('a'), item('b', parts)]);
    expect(order(result)).toEqual(['all: a']);
    expect(why(result, 'b')).toMatchObject({ in: false, reason });
  });

  it.each<[string, Partial<Item>]>([
    ['on the first day of its time', { runs: { from: '2021-03-22' } }],
    ['on the last day of its time', { runs: { until: '2021-03-22' } }],
    ['at the very minute of its deadline', { deadline: '2021-03-22T07:00' }],
    ['on the day of its deadline', { deadline: '2021-03-22' }],
    ['while an event goes on', { event: { starts: '2021-03-20', ends: '2021-03-22' } }],
    ['for some of the audience', { readers: { nations: ['wales', 'scotland'] } }],
  ])('an item still runs %s', (_name, parts) => {
    expect(order(run([item('a', parts)]))).toEqual(['all: a']);
  });

  it('an item that an earlier issue lists has run, unless it may repeat', () => {
    const past = choices('2021-03-15', { items: ['a', 'b'] });
    const result = run([item('a'), item('b', { repeat: true }), item('c')], { choices: [past] });
    expect(order(result)).toEqual(['all: b c']);
    expect(why(result, 'a')?.words).toBe('it ran in the issue of 2021-03-15');
  });

  it('issues of other publications and later dates do not count as having run', () => {
    const others = [
      choices('2021-03-15', { publication: 'magazine', items: ['a'] }),
      choices('2021-03-29', { items: ['a'] }),
    ];
    expect(order(run([item('a')], { choices: others }))).toEqual(['all: a']);
  });

  it('every item of the pool is decided exactly once', () => {
    const pool = [item('a'), item('b', { draft: true }), item('c', { publications: [] }), item('d')];
    const result = run(pool, { publication: publication({ limit: 1 }) });
    expect(result.issue.decisions.map((decision) => decision.item)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('where items go', () => {
  it('an item goes to the first section that takes it', () => {
    const sections = [
      section('closing', { takes: { closingWithin: 7 } }),
      section('actions', { takes: { kinds: ['action'] } }),
      section('cuba', { takes: { campaigns: ['cuba'], kinds: ['news', 'event'] } }),
      section('rest', { takes: { kinds: ['news'] } }),
    ];
    const pool = [
      item('soon', { deadline: '2021-03-29' }),
      item('later', { kind: 'action', deadline: '2021-03-30', actions: [sign] }),
      item('havana', { campaign: 'cuba' }),
      item('other'),
      item('nowhere', { kind: 'resource' }),
    ];
    const result = run(pool, { publication: publication({ sections }) });
    expect(order(result)).toEqual(['closing: soon', 'actions: later', 'cuba: havana', 'rest: other']);
    expect(why(result, 'nowhere')).toMatchObject({ in: false, reason: 'no-section' });
  });

  it('the order is urgent, nearest deadline, newest', () => {
    const pool = [
      item('old'),
      item('new', { runs: { from: '2021-03-20' } }),
      item('newer', { runs: { from: '2021-03-21' } }),
      item('april', { deadline: '2021-04-01' }),
      item('march', { deadline: '2021-03-25T17:00' }),
      item('event', { event: { starts: '2021-03-27T10:00' } }),
      item('urgent', { priority: 'urgent' }),
      item('low', { priority: 'low', deadline: '2021-03-22' }),
    ];
    expect(order(run(pool))).toEqual(['all: urgent march event april newer new old low']);
  });

  it('a full section or issue keeps the first in order and says what had no room', () => {
    const sections = [section('news', { takes: { kinds: ['news'] }, limit: 1 }), section('rest')];
    const pool = [
      item('a'),
      item('b', { priority: 'urgent' }),
      item('c', { kind: 'resource' }),
      item('d', { kind: 'resource' }),
    ];
    const result = run(pool, { publication: publication({ sections, limit: 2 }) });
    expect(order(result)).toEqual(['news: b', 'rest: c']);
    expect([why(result, 'a')?.words, why(result, 'd')?.words]).toEqual(['“news” is full (1)', 'the issue is full (2)']);
  });

  it('the order does not depend on the order of the files', () => {
    const pool = [item('a'), item('b', { deadline: '2021-03-30' }), item('c', { priority: 'urgent' }), item('d')];
    expect(order(run([...pool].reverse()))).toEqual(order(run(pool)));
  });
});

describe('how a publication words an item', () => {
  const worded = item('a', {
    title: 'Sign',
    summary: 'Own summary.',
    actions: [sign, { ...sign, label: 'Late', deadline: '2021-03-01' }],
    versions: { weekly: { title: 'Ask members to sign' }, magazine: { title: 'Other' } },
  });

  it('takes what its version has and the rest from the item, without what has closed', () => {
    const placed = run([worded]).issue.sections[0]?.items[0];
    expect(placed).toMatchObject({ title: 'Ask members to sign', summary: 'Own summary.', length: 'full' });
    expect(placed?.actions.map(({ label }) => label)).toEqual(['Sign']);
  });

  it('fills the patterns of subject and preheader', () => {
    const pattern = publication({ subject: '{title}, {date}: {lead} ({count})', preheader: '{lead}, {second}' });
    expect(run([item('a'), item('b')], { publication: pattern }).issue).toMatchObject({
      subject: 'The Weekly, 2021-03-22: Title of a (2)',
      preheader: 'Title of a, Title of b',
    });
    expect(run([item('a')], { publication: pattern }).issue.preheader).toBe('Title of a');
  });

  it('refuses a placeholder that there is not', () => {
    const result = run([item('a')], { publication: publication({ subject: '{tilte}' }) });
    expect(result.findings).toMatchObject([{ rule: 'assemble/placeholder', fix: 'Did you mean “title”?' }]);
  });
});

describe('the editor’s choices', () => {
  const today = (parts: Partial<Choices>) => ({ choices: [choices('2021-03-22', parts)] });

  it('pinned items come first, in the order in which they are pinned', () => {
    const pool = [item('a', { priority: 'urgent' }), item('b'), item('c')];
    expect(order(run(pool, today({ pinned: ['c', 'b'] })))).toEqual(['all: c b a']);
  });

  it('order moves, leave-out removes, a section can be renamed and shortened', () => {
    const result = run(
      [item('a'), item('b'), item('c')],
      today({ order: ['c'], leaveOut: ['a'], sections: { all: { title: 'News', length: 'brief' } } }),
    );
    expect(order(result)).toEqual(['all: c b']);
    expect(result.issue.sections[0]).toMatchObject({ section: { title: 'News' }, items: [{ length: 'brief' }, {}] });
    expect(why(result, 'a')).toMatchObject({ in: false, reason: 'left-out' });
  });

  it('a list of items is the whole issue, and a section can name its own', () => {
    const sections = [section('news', { takes: { kinds: ['news'] } }), section('rest')];
    const result = run([item('a'), item('b'), item('c')], {
      publication: publication({ sections }),
      ...today({ items: ['c', 'a'], sections: { rest: { items: ['a'] } } }),
    });
    expect(order(result)).toEqual(['news: c', 'rest: a']);
    expect(why(result, 'b')).toMatchObject({ in: false, reason: 'not-listed' });
  });

  it('wins over the run window, over having run before and over limits', () => {
    const pool = [item('early', { runs: { from: '2021-04-01' } }), item('again'), item('c')];
    const result = run(pool, {
      publication: publication({ limit: 1 }),
      choices: [choices('2021-03-15', { items: ['again'] }), choices('2021-03-22', { pinned: ['early', 'again'] })],
    });
    expect(order(result)).toEqual(['all: early again']);
    expect(result.findings).toEqual([]);
  });

  it.each<[string, Partial<Item>, string]>([
    ['closed', { deadline: '2021-03-19' }, 'assemble/closed'],
    ['a draft', { draft: true }, 'assemble/draft'],
    ['for another publication', { publications: ['magazine'] }, 'assemble/other-publication'],
    ['over', { event: { starts: '2021-03-01T10:00' } }, 'assemble/over'],
  ])('is a finding where it cannot hold: a pinned item that is %s', (_name, parts, rule) => {
    expect(rules(run([item('a'), item('b', parts)], today({ pinned: ['b'] })))).toEqual([rule]);
  });

  it('is a finding where it names nothing or contradicts itself', () => {
    const result = run([item('yemen'), item('b')], today({ pinned: ['yeman', 'b'], leaveOut: ['b'] }));
    expect(result.findings).toMatchObject([
      { rule: 'assemble/unknown-item', fix: 'Did you mean “yemen”?' },
      { rule: 'assemble/contradiction' },
    ]);
  });
});

it('what an editor names and no section takes is a finding', () => {
  const sections = [section('news', { takes: { kinds: ['news'] } })];
  const result = run([item('a'), item('b', { kind: 'resource' })], {
    publication: publication({ sections }),
    choices: [choices('2021-03-22', { pinned: ['b'], sections: { nwes: { limit: 1 } } })],
  });
  expect(result.findings).toMatchObject([
    { rule: 'assemble/unknown-section', fix: 'Did you mean “news”?' },
    { rule: 'assemble/no-section', words: 'No section of The Weekly takes “Title of b”.' },
  ]);
});

it('choices of an earlier issue do not stand in the way of today’s', () => {
  const past = choices('2021-03-15', { sections: { gone: { limit: 1 } }, pinned: ['unheard-of'] });
  expect(run([item('a')], { choices: [past] }).findings).toEqual([]);
});

it('an issue without items is a finding that says what to do', () => {
  expect(run([]).findings).toMatchObject([
    { rule: 'assemble/empty', words: 'There are no items yet, so there is nothing to build.' },
  ]);
  expect(run([item('a', { draft: true })]).findings).toMatchObject([
    { fix: 'Run “mailout build weekly --explain” to see why each item is out.' },
  ]);
});
