import { expect, it } from 'vitest';
import type { Edition } from '../../src/model/edition.js';
import { neededFields } from '../../src/render/needed-fields.js';

const edition = (parts: Partial<Edition>): Edition => ({
  id: 'everyone',
  variant: {},
  lang: 'en',
  subject: '',
  preheader: '',
  html: '',
  text: '',
  mergeFields: ['district', 'first_name', 'unsubscribe_url'],
  items: [],
  digest: '',
  ...parts,
});

it.each([
  ['nowhere', {}, []],
  ['with a fallback only', { html: '[[first_name|friend]]', text: '[[first_name|]]' }, []],
  [
    'without a fallback in the text part only',
    { html: '[[first_name|friend]]', text: '[[first_name]]' },
    ['first_name'],
  ],
  [
    'in the subject and the preheader',
    { subject: '[[first_name]]', preheader: '[[district]]' },
    ['district', 'first_name'],
  ],
  ['what mailout fills itself', { html: '[[unsubscribe_url]]' }, []],
  ['what no audience has', { html: '[[shoe_size]]' }, []],
])('a field that is printed %s', (_, parts, expected) => {
  expect(neededFields(edition(parts))).toEqual(expected);
});
