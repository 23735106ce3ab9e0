import { expect, it } from 'vitest';
import { readAudience } from '../../src/content/read-audience.js';
import { told } from './told.js';

const read = (settings: string) =>
  readAudience('members', { path: 'audiences/members.yaml', text: `title: Members\nwhy: You are one.\n${settings}` });

it('an audience may have a design and a reason of its own in each language', () => {
  const { value } = read(
    'template: plain\ntranslations: { cy: { why: Rydych yn un. } }\nfacets: { languages: [en, zh-Hant] }',
  );
  expect(value).toMatchObject({ template: 'plain', translations: { cy: { why: 'Rydych yn un.' } } });
  expect(value?.facets).toEqual({ languages: ['en', 'zh-Hant'] });
  expect(read('').value).not.toHaveProperty('template');
  expect(read('').value?.translations).toEqual({});
});

it.each([
  ['template: Plain Design', '3:11 This is not an id. Ids are small letters, digits and hyphens, like e-bulletin.'],
  ['translations: { cy: {} }', '3:17 “why” is missing here. Write a line “why: …”.'],
  [
    'translations: { cy: Rydych yn un. }',
    '3:21 “cy” should be a group of settings. Write its settings indented below “cy:”.',
  ],
  ['facets: { languages: [welsh] }', '3:23 This is not a language code. Write it like en, cy or zh-Hant.'],
])('%s is a finding', (settings, finding) => {
  expect(told(read(settings).findings)).toEqual([finding]);
});
