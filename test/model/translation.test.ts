import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/model/item.js';
import { translatedMark } from '../../src/model/translation.js';
import { item } from '../harness/nouns.js';

const original = item('yemen', {
  summary: 'A summary.',
  ask: 'Ask.',
  wording: 'Words.',
  actions: [
    { do: 'sign', label: 'Sign', url: 'https://x.example.org' },
    { do: 'read', label: 'Read', url: 'https://y.example.org' },
  ],
  statement: { excerpt: 'Excerpt.', signatories: [{ name: 'Jo' }] },
  event: { starts: '2027-03-26T18:00', place: 'Leeds' },
  image: { src: 'a.jpg', alt: 'A well' },
  updates: [
    { on: '2027-02-01', text: 'One.' },
    { on: '2027-02-02', text: 'Two.' },
  ],
  outcome: { status: 'won', on: '2027-03-20', text: 'Won.' },
  body: { text: 'A text.\n', place: { file: 'issues/items/yemen.md', line: 9, column: 1 }, indent: 0 },
});

/** Each of the words that are translated, in other words. */
const reworded: Readonly<Record<string, (item: Item, words: string) => Item>> = {
  title: (item, title) => ({ ...item, title }),
  summary: (item, summary) => ({ ...item, summary }),
  ask: (item, ask) => ({ ...item, ask }),
  wording: (item, wording) => ({ ...item, wording }),
  'label of the first action': (item, label) => ({
    ...item,
    actions: item.actions.map((action, at) => (at === 0 ? { ...action, label } : action)),
  }),
  'label of the last action': (item, label) => ({
    ...item,
    actions: item.actions.map((action, at) => (at === 1 ? { ...action, label } : action)),
  }),
  excerpt: (item, excerpt) => ({ ...item, statement: { signatories: [], ...item.statement, excerpt } }),
  place: (item, place) => ({ ...item, event: { starts: '2027-03-26', ...item.event, place } }),
  'alternative text': (item, alt) => ({ ...item, image: { src: 'a.jpg', ...item.image, alt } }),
  update: (item, text) => ({
    ...item,
    updates: item.updates.map((update, at) => (at === 1 ? { ...update, text } : update)),
  }),
  outcome: (item, text) => ({ ...item, outcome: { status: 'won', on: '2027-03-20', ...item.outcome, text } }),
  text: (item, text) => ({ ...item, body: { ...item.body, text } }),
};

const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');

describe('the mark of the words that are translated', () => {
  it('is eight hexadecimal digits', () => {
    expect(translatedMark(original)).toMatch(/^[0-9a-f]{8}$/);
  });

  it.each(Object.entries(reworded))('changes with the %s', (_, reword) => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        fc.pre(one.trim() !== other.trim());
        expect(translatedMark(reword(original, one))).not.toBe(translatedMark(reword(original, other)));
      }),
      { numRuns: 50 },
    );
  });

  it.each(Object.keys(reworded).slice(1, 4))('changes when there is no %s any more', (name) => {
    const { [name as 'summary']: _, ...rest } = original;
    expect(translatedMark(rest)).not.toBe(translatedMark(original));
  });

  it.each<[string, Partial<Item>]>([
    ['an update', { updates: original.updates.slice(0, 1) }],
    ['an action', { actions: original.actions.slice(0, 1) }],
    ['the order of the actions', { actions: original.actions.toReversed() }],
  ])('changes with %s', (_, parts) => {
    expect(translatedMark({ ...original, ...parts })).not.toBe(translatedMark(original));
  });

  it('is not the same when words move from one place to another', () => {
    const { ask: _, ...rest } = original;
    expect(translatedMark({ ...rest, wording: 'Ask.' })).not.toBe(translatedMark({ ...rest, summary: 'Ask.' }));
  });

  it('does not change with anything else', () => {
    const date = fc.constantFrom('2027-01-01', '2027-12-31');
    const others = fc.record({
      id: words,
      source: fc.constant({ file: 'issues/items/elsewhere/yemen.md', at: { title: [9, 9] as const } }),
      kind: fc.constantFrom<Item['kind']>('action', 'event', 'resource'),
      campaign: words,
      country: fc.constant('YE'),
      lang: fc.constant('en-GB'),
      publications: fc.array(words),
      runs: fc.record({ from: date, until: date }),
      repeat: fc.boolean(),
      draft: fc.boolean(),
      deadline: date,
      priority: fc.constantFrom<Item['priority']>('urgent', 'low'),
      readers: fc.record({ regions: fc.array(words) }),
      partner: fc.record({ name: words }),
      versions: fc.dictionary(words, fc.record({ title: words })),
    });
    fc.assert(
      fc.property(others, words, date, (parts, text, on) => {
        const changed: Item = {
          ...original,
          ...parts,
          actions: original.actions.map(({ label }) => ({
            do: 'apply',
            label,
            url: `https://z.example.org/${encodeURIComponent(text)}`,
            deadline: on,
            file: { type: 'pdf', size: 1 },
          })),
          statement: { excerpt: 'Excerpt.', signatories: [{ name: text }], url: 'https://z.example.org' },
          event: { starts: on, place: 'Leeds', zone: text },
          image: { src: text, alt: 'A well', credit: text },
          updates: original.updates.map((update) => ({ ...update, on })),
          outcome: { status: 'lost', on, text: 'Won.' },
          body: { text: '\nA text.\n\n', place: { file: text, line: 1, column: 1 }, indent: 2 },
        };
        expect(translatedMark(changed)).toBe(translatedMark(original));
      }),
    );
  });
});
