import { describe, expect, it } from 'vitest';
import { type Content, checkReferences, type KnownIds } from '../../src/content/references.js';
import type { Audience } from '../../src/model/audience.js';
import type { Choices } from '../../src/model/issue.js';
import type { Item, Translation } from '../../src/model/item.js';
import { usualApproval, usualDelivery } from '../../src/model/organisation.js';
import type { Publication } from '../../src/model/publication.js';
import { translatedMark } from '../../src/model/translation.js';
import { item, translation } from '../harness/nouns.js';
import { told } from './told.js';

const organisation: Content['organisation'] = {
  source: { file: 'mailout.yaml', at: {} },
  name: 'Our Union',
  address: [],
  contact: 'international@example.org',
  lang: 'en-GB',
  zone: 'Europe/London',
  nation: 'england-and-wales',
  region: 'global',
  delivery: usualDelivery,
  approval: usualApproval,
  rules: {},
  keepRosters: 90,
  terms: [],
  campaigns: [],
  facets: { languages: ['en', 'cy'] },
};
const publication: Publication = {
  id: 'weekly',
  source: { file: 'issues/weekly/publication.yaml', at: { 'translations.cy': [9, 3], 'translations.en': [12, 3] } },
  title: 'Weekly',
  channel: 'email',
  audience: 'members',
  template: 'plain',
  marketing: true,
  sender: { name: 'Us', address: 'us@example.org' },
  cadence: { every: 'week', on: 'monday', at: '07:00', inHolidays: 'publish', onBankHoliday: 'same-day' },
  sections: [],
  subject: '{lead}',
  preheader: '{second}',
  size: { limit: 80, shorten: [] },
  translations: {},
  approvers: [],
  rules: {},
};
const audience: Audience = {
  id: 'members',
  source: { file: 'audiences/members.yaml', at: { template: [3, 11] } },
  title: 'Members',
  environment: 'test',
  columns: { email: 'email', fields: [], facets: {} },
  change: 20,
  why: 'You are one.',
  translations: {},
  fields: [],
  facets: {},
};

const known: KnownIds = {
  publications: ['weekly'],
  items: ['yemen', 'broken'],
  audiences: ['members'],
  designs: ['plain', 'letter'],
};

function findings(parts: Partial<Content>) {
  return checkReferences(
    {
      organisation,
      publications: [publication],
      items: [],
      translations: [],
      choices: [],
      audiences: [audience],
      personas: [],
      testers: [],
      ...parts,
    },
    known,
  );
}
const complaints = (parts: Partial<Content>) => told(findings(parts));

describe('a translation', () => {
  const original = item('yemen', {
    title: 'Aid to Yemen',
    actions: [{ do: 'sign', label: 'Sign', url: 'https://x.example.org' }],
  });
  const of = translatedMark(original);
  const complaintsOf = (parts: Partial<Translation>, about: Item = original) =>
    complaints({ items: [about], translations: [translation('yemen', 'cy', { of, ...parts })] });

  it('of the item as it is gives no complaint, in any language', () => {
    expect(complaintsOf({})).toEqual([]);
    expect(complaintsOf({ lang: 'ar' })).toEqual([]);
  });

  it('of nothing is told, with the item that was meant', () => {
    expect(complaints({ items: [original], translations: [translation('yemem', 'cy')] })).toEqual([
      '1:1 This translates an item called “yemem”, which does not exist. Did you mean “yemen”?',
    ]);
  });

  it('of an item that cannot be read is not a second complaint', () => {
    expect(complaints({ translations: [translation('broken', 'cy')] })).toEqual([]);
  });

  const source = {
    file: 'issues/translations/cy/yemen.md',
    at: { of: [2, 5], 'actions.1': [7, 5], outcome: [9, 10] },
  } as const;

  it('of an earlier item is told, with the mark to write', () => {
    const older = findings({
      items: [original],
      translations: [translation('yemen', 'cy', { of: '00000000', source })],
    });
    expect(older).toMatchObject([{ rule: 'content/older-translation', severity: 'warning' }]);
    expect(told(older)).toEqual([
      `2:5 “Aid to Yemen” was changed after this translation was made. Check it against issues/items/yemen.md, then write “of: ${of}”.`,
    ]);
  });

  it('of nobody knows which words is told at the top', () => {
    expect(complaints({ items: [original], translations: [translation('yemen', 'cy')] })).toEqual([
      `1:1 Nobody has said which words this translates. Check it against issues/items/yemen.md, then write “of: ${of}”.`,
    ]);
  });

  it.each<[string, Partial<Translation>, string]>([
    [
      'action',
      { actions: [{ label: 'A' }, { label: 'B' }, { label: 'C' }] },
      '7:5 The item itself has no further action',
    ],
    ['update', { updates: ['A'] }, '1:1 The item itself has no further update'],
    ['statement', { excerpt: 'A' }, '1:1 The item itself has no statement'],
    ['event', { place: 'A' }, '1:1 The item itself has no event'],
    ['image', { alt: 'A' }, '1:1 The item itself has no image'],
    ['outcome', { outcome: 'A' }, '9:10 The item itself has no outcome'],
  ])('of an %s that the item has not is told', (_, parts, words) => {
    expect(complaintsOf({ source, ...parts })).toEqual([
      `${words}, so there is nothing that this translates. Remove it here, or add it to issues/items/yemen.md.`,
    ]);
  });

  it('may leave out the last actions', () => {
    expect(complaintsOf({ actions: [] })).toEqual([]);
  });
});

describe('a language of a newsletter', () => {
  const inLanguages = (languages: readonly string[], parts: Partial<Publication> = {}) => ({
    publications: [
      { ...publication, translations: Object.fromEntries(languages.map((lang) => [lang, { sections: {} }])), ...parts },
    ],
  });

  it('is one that readers have', () => {
    expect(complaints(inLanguages(['cy']))).toEqual([]);
  });

  it('is not its own', () => {
    expect(complaints(inLanguages(['en']))).toEqual([
      '12:3 “Weekly” is in this language already: its own is en-GB. Remove the translation, or name another language.',
    ]);
    expect(complaints(inLanguages(['en'], { lang: 'cy' }))).toEqual([]);
    expect(complaints(inLanguages(['cy'], { lang: 'cy' }))).toEqual([
      '9:3 “Weekly” is in this language already: its own is cy. Remove the translation, or name another language.',
    ]);
  });

  it('may be that of another country', () => {
    const parts = { ...inLanguages(['pt-BR'], { lang: 'pt-PT' }) };
    expect(complaints({ ...parts, audiences: [{ ...audience, facets: { languages: ['pt-BR'] } }] })).toEqual([
      '1:1 There is no language called “pt-BR”. There is: en, cy.',
    ]);
  });

  it('that no reader has is a warning', () => {
    expect(findings(inLanguages(['ar']))).toMatchObject([
      { rule: 'content/language-without-readers', severity: 'warning' },
    ]);
    expect(complaints(inLanguages(['ar']))).toEqual([
      '1:1 Nobody gets this: no reader of “Members” has the language “ar”. Add it to “languages” under “facets” in mailout.yaml.',
    ]);
    expect(complaints({ ...inLanguages(['cy']), audiences: [{ ...audience, facets: { languages: ['en'] } }] })).toEqual(
      [
        '9:3 Nobody gets this: no reader of “Members” has the language “cy”. Add it to “languages” under “facets” in audiences/members.yaml.',
      ],
    );
    expect(complaints({ ...inLanguages(['cy']), audiences: [] })).toEqual([]);
  });

  const choices: Choices = {
    source: { file: 'issues/weekly/2027-03-22/issue.md', at: { 'translations.cz': [3, 3] } },
    publication: 'weekly',
    date: '2027-03-22',
    translations: { cz: {} },
    pinned: [],
    leaveOut: [],
    allow: [],
    order: [],
    sections: {},
  };

  it('is the only one in which an issue is read', () => {
    expect(complaints({ ...inLanguages(['cy']), choices: [choices] })).toEqual([
      '3:3 “Weekly” has no editions in “cz”, so nobody reads this. Did you mean “cy”?',
    ]);
    expect(complaints({ ...inLanguages(['cy']), choices: [{ ...choices, translations: { cy: {} } }] })).toEqual([]);
    expect(complaints({ publications: [], choices: [choices] })).toEqual([]);
  });
});

it('the design of an audience has to be there', () => {
  expect(complaints({ audiences: [{ ...audience, template: 'letter' }] })).toEqual([]);
  expect(complaints({ audiences: [{ ...audience, template: 'leter' }] })).toEqual([
    '3:11 There is no template called “leter”: templates/leter/body.mjml does not exist. Did you mean “letter”?',
  ]);
});
