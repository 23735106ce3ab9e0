import { describe, expect, it } from 'vitest';
import { readPublication } from '../../src/content/read-publication.js';
import { told } from './told.js';

const read = (settings: string) =>
  readPublication('weekly', {
    path: 'issues/weekly/publication.yaml',
    text: `title: Weekly
audience: members
template: plain
sender: { name: Us, address: us@example.org }
cadence: { every: week, on: monday, at: 07:00 }
sections: [{ id: act-now, title: Act now }, { id: news, title: News }]
${settings}`,
  });

describe('the size of editions', () => {
  it.each([
    ['', { limit: 80, shorten: [] }],
    ['size: { limit: 60 }', { limit: 60, shorten: [] }],
    ['size: { shorten: [news, act-now] }', { limit: 80, shorten: ['news', 'act-now'] }],
    ['size: { limit: 10 }', { limit: 10, shorten: [] }],
    ['size: { limit: 100 }', { limit: 100, shorten: [] }],
  ])('%j is read', (settings, size) => {
    expect(read(settings)).toMatchObject({ value: { size }, findings: [] });
  });

  it.each([
    ...['9', '101', '80 KB', '80.5', '-1', 'many'].map((limit): [string, string] => [
      `size: { limit: "${limit}" }`,
      '7:16 This is not a whole number from 10 to 100.',
    ]),
    ['size: { shorten: [act-nov] }', '7:19 There is no section called “act-nov”. Did you mean “act-now”?'],
    ['size: { shorten: [qqqqqqqqq] }', '7:19 There is no section called “qqqqqqqqq”. There is: act-now, news.'],
    [
      'size: { shorten: [news, act-now, news] }',
      '7:34 “news” is in this list twice. Keep the place at which it is to be shortened.',
    ],
    ['size: 80', '7:7 “size” should be a group of settings. Write its settings indented below “size:”.'],
  ])('%s is a finding', (settings, finding) => {
    expect(told(read(settings).findings)).toEqual([finding]);
  });
});

describe('a newsletter in another language', () => {
  it('has what it is called there, and keeps what is not said', () => {
    const { value, findings } = read(
      'translations: { cy: { title: Wythnosol, sections: { act-now: { title: Nawr } } }, zh-Hant: {} }',
    );
    expect(told(findings)).toEqual([]);
    expect(value?.translations).toEqual({
      cy: { title: 'Wythnosol', sections: { 'act-now': { title: 'Nawr' } } },
      'zh-Hant': { sections: {} },
    });
    expect(read('').value?.translations).toEqual({});
  });

  it.each([
    ['translations: { welsh: {} }', '7:17 “welsh”: This is not a language code. Write it like en, cy or zh-Hant.'],
    ['translations: { cy: { tittle: W } }', '7:23 There is no setting called “tittle” here. Did you mean “title”?'],
    [
      'translations:\n  cy:\n    sections:\n      act-nov:\n        title: Nawr',
      '10:7 There is no section called “act-nov”. Did you mean “act-now”?',
    ],
    ['translations: { cy: { sections: { news: { title: "" } } } }', '7:50 This is empty.'],
  ])('%j is a finding', (settings, finding) => {
    expect(told(read(settings).findings)).toEqual([finding]);
  });
});
