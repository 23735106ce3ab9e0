import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withEdits } from '../../src/check/edits.js';

const file = 'a.md';

it('edits are made where they are meant, whatever their order', () => {
  const edits = [
    { file, start: 4, end: 7, text: 'TWO' },
    { file, start: 0, end: 3, text: '1' },
  ];
  expect(withEdits('one two three', edits)).toEqual({ text: '1 TWO three', made: 2 });
});

it('of two that overlap the first is made', () => {
  const edits = [
    { file, start: 0, end: 5, text: 'x' },
    { file, start: 3, end: 7, text: 'y' },
  ];
  expect(withEdits('0123456789', edits)).toEqual({ text: 'x56789', made: 1 });
});

it('the same edit twice is one', () => {
  const insert = { file, start: 2, end: 2, text: '-' };
  expect(withEdits('abcd', [insert, insert])).toEqual({ text: 'ab-cd', made: 1 });
});

it('nothing outside of them changes', () => {
  const edit = fc.tuple(fc.nat(30), fc.nat(5), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(fc.string({ minLength: 36, maxLength: 60 }), fc.array(edit, { maxLength: 6 }), (text, given) => {
      const edits = given.map(([start, length, other]) => ({ file, start, end: start + length, text: other }));
      const { text: after } = withEdits(text, edits);
      const first = Math.min(text.length, ...edits.map(({ start }) => start));
      const last = Math.max(0, ...edits.map(({ end }) => end));
      expect(after.startsWith(text.slice(0, first))).toBe(true);
      expect(after.endsWith(text.slice(last))).toBe(true);
    }),
  );
});
