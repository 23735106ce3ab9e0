import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assembled, issueLang } from '../../src/assemble/assemble.js';
import { welsh } from '../../src/language/welsh.js';
import type { Choices } from '../../src/model/issue.js';
import { type Item, itemKinds } from '../../src/model/item.js';
import { endOf } from '../../src/model/time.js';
import { item } from '../harness/nouns.js';
import { choices, order, organisation, publication, run, section } from './sample.js';

const why = (result: Assembled, id: string) => result.issue.decisions.find((decision) => decision.item === id);
const rules = (result: Assembled) => result.findings.map(({ rule }) => rule);
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

describe('what has closed', () => {
  const won = { status: 'won', on: '2021-03-20', text: 'We won.' } as const;
  const petition = item('petition', {
    kind: 'action',
    priority: 'urgent',
    deadline: '2021-03-19',
    actions: [sign, { do: 'share', label: 'Share', url: 'https://www.example.org' }],
  });
  const placedIn = (result: Assembled, id = 'petition') =>
    result.issue.sections.flatMap(({ items }) => items).find((placed) => placed.item.id === id);

  it('runs for its outcome, with nothing left to do but read and pass on, and in no hurry', () => {
    const placed = placedIn(run([{ ...petition, outcome: won }]));
    expect(placed).toMatchObject({ closed: '2021-03-19', item: { priority: 'normal', outcome: won } });
    expect(placed?.actions.map(({ label }) => label)).toEqual(['Share']);
    expect(placed).not.toHaveProperty('deadline');
  });

  it.each([
    ['on the day of the issue', '2021-03-22', true],
    ['the day after', '2021-03-23', false],
  ])('runs once its outcome is known: %s', (_, on, runs) => {
    const result = run([{ ...petition, outcome: { ...won, on } }]);
    expect(placedIn(result) !== undefined).toBe(runs);
    if (!runs) expect(why(result, 'petition')).toMatchObject({ in: false, reason: 'closed' });
  });

  it('is no longer urgent, so that what asks to act now does not take it', () => {
    const sections = [
      section('now', { takes: { priorities: ['urgent'] } }),
      section('soon', { takes: { closingWithin: 7 } }),
      section('sign', { takes: { deeds: ['sign'] } }),
      section('rest'),
    ];
    const result = run(
      [
        { ...petition, outcome: won },
        { ...petition, id: 'open', deadline: '2021-03-26' },
      ],
      {
        publication: publication({ sections }),
      },
    );
    expect(order(result)).toEqual(['now: open', 'rest: petition']);
  });

  it('comes after what is still open', () => {
    const pool = [
      { ...petition, outcome: won },
      item('later', { deadline: '2021-04-30' }),
      item('z', { priority: 'low' }),
    ];
    expect(order(run(pool))).toEqual(['all: later petition z']);
  });

  it.each<[string, Partial<Item>, string]>([
    ['news with a deadline', { kind: 'news', deadline: '2021-03-19' }, '2021-03-19'],
    [
      'an action of which every way to act has closed, the last of them',
      {
        actions: [
          { ...sign, deadline: '2021-03-10T12:00' },
          { ...sign, deadline: '2021-03-10' },
          { ...sign, deadline: '2021-02-01' },
        ],
      },
      '2021-03-10',
    ],
    [
      'an action that has closed as this publication words it',
      { actions: [sign], versions: { weekly: { actions: [{ ...sign, deadline: '2021-03-12' }] } } },
      '2021-03-12',
    ],
    [
      'an action that is open only for others',
      {
        actions: [{ ...sign, deadline: '2021-04-30' }],
        versions: { weekly: { actions: [{ ...sign, deadline: '2021-03-12' }] } },
      },
      '2021-03-12',
    ],
  ])('says since when: %s', (_, parts, closed) => {
    const action = item('a', { kind: 'action', ...parts });
    expect(placedIn(run([{ ...action, outcome: won }]), 'a')?.closed).toBe(closed);
    expect(why(run([action]), 'a')?.words).toBe(`it closed ${closed}, before the issue goes out`);
  });

  describe('in a newsletter with a section for what happened next', () => {
    const weekly = publication({
      sections: [
        section('all', { takes: { kinds: ['action', 'news'] } }),
        section('next', { takes: { outcome: true } }),
      ],
    });
    const asked = [choices('2021-03-15', { items: ['petition'] })];

    it('goes there, also if another section would take it first', () => {
      expect(order(run([{ ...petition, outcome: won }, item('a')], { publication: weekly }))).toEqual([
        'all: a',
        'next: petition',
      ]);
    });

    it('runs again for readers who were asked, once what came of it is known, and although its time is over', () => {
      const known = { ...petition, runs: { until: '2021-03-19' }, outcome: { ...won, on: '2021-03-18' } };
      expect(order(run([known], { publication: weekly, choices: asked }))).toEqual(['next: petition']);
      expect(why(run([known], { choices: asked }), 'petition')).toMatchObject({ in: false, reason: 'no-longer' });
    });

    it('is told once', () => {
      const told = [...asked, choices('2021-03-18', { pinned: ['petition'] })];
      const known = { ...petition, outcome: { ...won, on: '2021-03-18' } };
      expect(why(run([known], { publication: weekly, choices: told }), 'petition')?.reason).toBe('ran-before');
    });

    it('is not told to readers who were never asked, after its time', () => {
      const known = { ...petition, runs: { until: '2021-03-19' }, outcome: won };
      expect(why(run([known], { publication: weekly }), 'petition')?.reason).toBe('no-longer');
    });

    it.each<[string, Partial<Item>, string]>([
      ['won before its deadline', { deadline: '2021-04-30', outcome: won }, 'next: petition'],
      [
        'still open, with a step on the way',
        { deadline: '2021-04-30', outcome: { ...won, status: 'ongoing' } },
        'all: petition',
      ],
      ['closed, with a step on the way', { outcome: { ...won, status: 'ongoing' } }, 'next: petition'],
    ])('stands where readers look for it: %s', (_, parts, where) => {
      expect(order(run([{ ...petition, ...parts }], { publication: weekly }))).toEqual([where]);
    });

    it('stays out of a section for everything else', () => {
      const sections = [section('open', { takes: { outcome: false } })];
      const result = run([{ ...petition, outcome: won }, item('a')], { publication: publication({ sections }) });
      expect(order(result)).toEqual(['open: a']);
    });
  });

  it('can be pinned for its outcome, and not without', () => {
    const pinned = { choices: [choices('2021-03-22', { pinned: ['petition'] })] };
    expect(rules(run([{ ...petition, outcome: won }], pinned))).toEqual([]);
    expect(rules(run([item('a'), petition], pinned))).toEqual(['assemble/closed']);
  });

  it('does not bring back what is over, has run or is for others', () => {
    const outcome = won;
    expect(order(run([{ ...petition, outcome, publications: ['magazine'] }, item('a')]))).toEqual(['all: a']);
    expect(order(run([{ ...petition, outcome, runs: { until: '2021-03-19' } }, item('a')]))).toEqual(['all: a']);
    const past = choices('2021-03-15', { items: ['petition'] });
    expect(order(run([{ ...petition, outcome }, item('a')], { choices: [past] }))).toEqual(['all: a']);
  });

  it('is in exactly when there is news of it, whatever the dates', () => {
    const day = fc.integer({ min: 18, max: 26 }).map((number) => `2021-03-${number}`);
    const time = fc.oneof(
      day,
      fc.tuple(day, fc.constantFrom('06:59', '07:00', '23:00')).map((parts) => parts.join('T')),
    );
    fc.assert(
      fc.property(time, fc.option(day), fc.constantFrom(...itemKinds), (deadline, on, kind) => {
        const outcome = on === null ? {} : { outcome: { ...won, on } };
        const placed = placedIn(run([{ ...petition, kind, deadline, ...outcome }]));
        const isOpen = endOf(deadline) >= '2021-03-22T07:00';
        expect(placed !== undefined).toBe(isOpen || (on !== null && on <= '2021-03-22'));
        if (!placed) return;
        expect([placed.closed, placed.deadline]).toEqual(isOpen ? [undefined, deadline] : [deadline, undefined]);
        expect(placed.actions.map((action) => action.do)).toEqual(isOpen ? ['sign', 'share'] : ['share']);
        expect(placed.item.priority).toBe(isOpen ? 'urgent' : 'normal');
      }),
    );
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

  it('takes what to ask and the words to copy from its version, or else from the item', () => {
    const asking = item('a', {
      ask: 'Own ask.',
      wording: 'Own wording.',
      versions: { weekly: { ask: 'Ask here.' }, magazine: { wording: 'Wording there.' } },
    });
    expect(run([asking]).issue.sections[0]?.items[0]).toMatchObject({ ask: 'Ask here.', wording: 'Own wording.' });
    const silent = run([item('a')]).issue.sections[0]?.items[0];
    expect(silent).not.toHaveProperty('ask');
    expect(silent).not.toHaveProperty('wording');
  });

  it('says in which language and where an item was written', () => {
    const [own, foreign] = run([item('a'), item('b', { lang: 'cy' })], {
      publication: publication({ lang: 'en-GB' }),
    }).issue.sections.flatMap(({ items }) => items);
    expect(own).toMatchObject({ lang: 'en-GB', source: { file: 'issues/items/a.md' }, isOlderTranslation: false });
    expect(foreign).toMatchObject({ lang: 'cy', isShortened: false });
  });

  it('fills the patterns of subject and preheader', () => {
    const pattern = publication({ subject: '{title}, {date}: {lead} ({count})', preheader: '{lead}, {second}' });
    expect(run([item('a'), item('b')], { publication: pattern }).issue).toMatchObject({
      subject: 'The Weekly, 22 March 2021: Title of a (2)',
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

describe('the language of an issue', () => {
  const ownWords = choices('2021-03-22', { lang: 'cy' });

  it.each([
    ['its editor’s', [ownWords], 'fr', 'cy'],
    ['its publication’s', [choices('2021-03-22')], 'fr', 'fr'],
    ['not that of an earlier issue', [choices('2021-03-15', { lang: 'cy' })], 'fr', 'fr'],
    ['not that of another publication', [{ ...ownWords, publication: 'magazine' }], 'fr', 'fr'],
    ['its organisation’s', [], undefined, 'en'],
  ])('is %s', (_, allChoices, lang, expected) => {
    const of = { organisation, publication: publication(lang === undefined ? {} : { lang }), choices: allChoices };
    expect(issueLang(of, '2021-03-22')).toBe(expected);
    expect(run([item('a')], of).issue.lang).toBe(expected);
  });

  it('is that of its dates, while decisions stay in the editors’', () => {
    const { issue } = run([item('a', { runs: { until: '2021-03-01' } }), item('b')], {
      publication: publication({ lang: 'cy', subject: '{title}, {label}' }),
      language: welsh,
    });
    expect(issue).toMatchObject({ label: '22 Mawrth 2021', subject: 'The Weekly, 22 Mawrth 2021' });
    expect(issue.decisions[0]?.words).toBe('it ran until 2021-03-01');
  });
});

it('the subject is said to be where its words are: in issue.md, or else in the publication’s pattern', () => {
  const at = { subject: [9, 10], preheader: [10, 12] } as const;
  const weekly = publication({ source: { file: 'issues/weekly/publication.yaml', at } });
  const own = choices('2021-03-22', {
    source: { file: 'issues/weekly/2021-03-22/issue.md', at: { subject: [2, 10] } },
    subject: 'Own',
  });
  const placeIn = (all: readonly Choices[]) =>
    run([item('a')], { publication: weekly, choices: all }).issue.subjectPlace;
  expect(placeIn([])).toEqual({ file: 'issues/weekly/publication.yaml', line: 9, column: 10 });
  expect(placeIn([own])).toEqual({ file: 'issues/weekly/2021-03-22/issue.md', line: 2, column: 10 });
});
