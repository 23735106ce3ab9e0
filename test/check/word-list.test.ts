import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isInList } from '../../src/check/word-list.js';

it('a list has the words that are in it, and no others', () => {
  const word = fc.stringMatching(/^[a-zA-Zé'-]{1,6}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word), word, (words, other) => {
      const list = [...words].sort((a, b) => (a < b ? -1 : 1)).join('\n');
      for (const one of words) expect(isInList(list, one)).toBe(true);
      expect(isInList(list, other)).toBe(words.includes(other));
      expect(isInList(list, '')).toBe(false);
    }),
  );
});
