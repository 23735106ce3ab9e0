import { expect, it } from 'vitest';
import { directionOf } from '../../src/render/direction.js';

it.each([
  ['en', 'ltr'],
  ['cy', 'ltr'],
  ['ar', 'rtl'],
  ['ar-PS', 'rtl'],
  ['AR', 'rtl'],
  ['ku', 'ltr'],
  ['ku-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['zh-Hant-TW', 'ltr'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['ckb', 'rtl'],
  ['he', 'rtl'],
])('%s is written %s', (lang, dir) => {
  expect(directionOf(lang)).toEqual({ dir, start: dir === 'ltr' ? 'left' : 'right' });
});
