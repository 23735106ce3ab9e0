import { describe, expect, it } from 'vitest';
import { readTranslation } from '../../src/content/read-translation.js';
import { told } from './told.js';

const path = 'issues/translations/cy/yemen.md';
const read = (settings: string, lang = 'cy') =>
  readTranslation(lang, 'yemen', { path, text: `---\n${settings}\n---\nTestun.\n` });

describe('a translation', () => {
  it('is read with everything in it, and with the places', () => {
    const { value, findings } = read(`of: 1a2b3c4d
title: Yemen
summary: Crynodeb.
ask: Gofynnwch.
wording: >-
  Annwyl gyfeillion,

  Os gwelwch yn dda.
actions:
  - label: Llofnodwch
    url: https://www.example.org/cy
  - label: Darllenwch
statement: { excerpt: Dyfyniad. }
event: { place: Caerdydd }
image: { alt: Ffynnon }
outcome: Enillwyd.
updates: [Un., Dau.]`);
    expect(told(findings)).toEqual([]);
    expect(value).toMatchObject({
      source: { file: path, at: { of: [2, 5], 'actions.1': [13, 5], 'updates.0': [18, 11] } },
    });
    expect({ ...value, source: undefined }).toEqual({
      source: undefined,
      item: 'yemen',
      lang: 'cy',
      of: '1a2b3c4d',
      title: 'Yemen',
      summary: 'Crynodeb.',
      ask: 'Gofynnwch.',
      wording: 'Annwyl gyfeillion,\n\nOs gwelwch yn dda.',
      actions: [{ label: 'Llofnodwch', url: 'https://www.example.org/cy' }, { label: 'Darllenwch' }],
      excerpt: 'Dyfyniad.',
      place: 'Caerdydd',
      alt: 'Ffynnon',
      outcome: 'Enillwyd.',
      updates: ['Un.', 'Dau.'],
      body: { text: 'Testun.\n', place: { file: path, line: 20, column: 1 }, indent: 0 },
    });
  });

  it('needs only a title', () => {
    const { value } = read('title: Yemen');
    expect(Object.keys(value ?? {}).sort()).toEqual(['actions', 'body', 'item', 'lang', 'source', 'title', 'updates']);
  });

  it('keeps a mark of nothing but digits as it was typed', () => {
    expect(read('title: Yemen\nof: 00123456').value?.of).toBe('00123456');
    expect(read('title: Yemen\nof: 1e234567').value?.of).toBe('1e234567');
  });

  it.each([
    ['summary: Crynodeb.', '1:1 “title” is missing. Write a line “title: …”.'],
    ['title: Yemen\nsumary: C.', '3:1 There is no setting called “sumary” here. Did you mean “summary”?'],
    [
      'title: Yemen\nlang: cy',
      '3:1 There is no setting called “lang” here. The folder says the language: issues/translations/<language>/.',
    ],
    [
      'title: Yemen\nversions: { a: {} }',
      '3:1 There is no setting called “versions” here. A translation stands for all versions of its item.',
    ],
    [
      'title: Yemen\nof: 1A2B3C4D',
      '3:5 This is not a mark of what was translated. Leave it out, and mailout says which one to write.',
    ],
    [
      'title: Yemen\nactions: [{ url: https://x.example.org }]',
      '3:11 “label” is missing here. Write a line “label: …”.',
    ],
    [
      'title: Yemen\nactions: [{ label: A, url: /cy }]',
      '3:28 This is not a link that readers can open. Write it in full, beginning with https:// or mailto:.',
    ],
    [
      'title: Yemen\nactions: [{ label: A, do: sign }]',
      '3:23 There is no setting called “do” here. There is: label, url.',
    ],
    [
      'title: Yemen\nstatement: Dyfyniad.',
      '3:12 “statement” should be a group of settings. Write its settings indented below “statement:”.',
    ],
    ['title: Yemen\noutcome: { text: A }', '3:18 “outcome” should be a single value. Write “outcome: …” on one line.'],
    ['title: Yemen\nupdates: [Un., ""]', '3:16 This is empty.'],
    [
      'title: Yem\u0000en',
      '2:11 There is an invisible control character here, probably from a paste. Delete it: retype the words around it.',
    ],
    ['title: Yemen\ntitle: Yemen', '3:1 This setting is here twice. Keep one of the two.'],
  ])('%j is a finding at its place', (settings, finding) => {
    expect(told(read(settings).findings)).toEqual([finding]);
  });

  it.each(['welsh', 'CY', 'cy_GB', 'zh-hant', ''])('cannot lie in a folder “%s”', (lang) => {
    expect(told(read('title: Yemen', lang).findings)).toEqual([
      `1:1 This translation lies in the folder “${lang}”, which is not a language code. Name the folder like cy, en or zh-Hant.`,
    ]);
  });
});
