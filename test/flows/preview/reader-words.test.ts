import { expect, it } from 'vitest';
import { readerWords } from '../../../src/flows/preview/reader-words.js';

it.each([
  ['everyone', {}, 'Everyone'],
  ['everyone-else', {}, 'Everyone else'],
  ['wales', { nations: ['wales'] }, 'Wales'],
  [
    'wales-london-or-north-west',
    { nations: ['wales'], regions: ['london', 'north-west'] },
    'Wales, London or North West',
  ],
  ['leeds-or-3-more', { regions: ['leeds', 'london', 'kent', 'devon'] }, 'Leeds or 3 more'],
  ['iso-cy', { roles: ['iso'], languages: ['cy'] }, 'ISO, in Welsh'],
] as const)('the edition %s is for whom one would say', (id, variant, words) => {
  expect(readerWords({ id, variant })).toBe(words);
});
