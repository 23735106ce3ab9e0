import dictionary from 'dictionary-en-gb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryWords } from '../../scripts/shipped-words.mjs';
import { createSpelling } from '../../src/check/spelling.js';

const spelling = createSpelling(dictionary, ['Aireford', 'Boğaziçi', 'twinnings', 'Send My Friend']);

describe('what is right', () => {
  it.each([
    ['words of British English', 'organise', 'programme', 'colour', 'cancelled', 'practise'],
    ['words at the beginning of a sentence', 'Teachers', 'Organise'],
    ['names in the dictionary', 'Monday', 'England', 'Havana'],
    ['possessives, with either apostrophe', "teacher's", 'teacher’s', 'teachers’', 'Aireford’s', 'James’s'],
    ['contractions', 'don’t', "won't", 'it’s', 'they’ve', 'we’ll', 'o’clock'],
    [
      'words with hyphens, by their parts',
      'part-time',
      'co-operate',
      'co-ordinator’s',
      'trade-union-wide',
      'non-teaching',
      'e-bulletin',
    ],
    ['numbers, ordinals, initials and acronyms', '21st', '2021', '7pm', 'B', 'NEU', 'MPs', 'NGO’s', 'WhatsApp'],
    ['accents', 'café', 'naïve', 'fiancée'],
    ['other alphabets', 'سلام', 'Київ'],
    ['the words of the workspace', 'Aireford', 'Boğaziçi', 'twinnings', 'Twinnings', 'Friend'],
  ])('%s', (_, ...words) => {
    expect(words.filter((word) => !spelling.isRight(word))).toEqual([]);
  });
});

it('what is wrong', () => {
  const words = ['goverment', 'recieve', 'teh', 'monday', 'teachres', 'well-organisd', 'goverment’s', 'aireford'];
  expect(words.filter((word) => spelling.isRight(word))).toEqual([]);
});

describe('what is better', () => {
  it.each([
    ['goverment', 'government'],
    ['recieve', 'receive'],
    ['monday', 'Monday'],
    ['twinings', 'twinnings'],
    ['dosn’t', 'doesn’t'],
  ])('for “%s”, “%s” is among it', (wrong, right) => {
    expect(spelling.suggest(wrong)).toContain(right);
  });

  it('is three spellings at most', () => {
    expect(spelling.suggest('tehr').length).toBeLessThanOrEqual(3);
  });
});

it('the words that are shipped are those of the dictionary: both answer alike', () => {
  const words = dictionaryWords();
  const listed = createSpelling(dictionary, [], words.join('\n'));
  const asked = createSpelling(dictionary, []);
  const word = fc.nat(words.length - 1).map((at) => words[at] ?? '');
  const changed = fc
    .tuple(word, fc.nat(12), fc.constantFrom('', 'e', 's', '-', "'s", 'x'))
    .map(([one, at, letter]) => one.slice(0, at) + letter + one.slice(at + 1));
  const cased = fc
    .tuple(fc.oneof(word, changed), fc.constantFrom('as it is', 'capital', 'small', 'capitals'))
    .map(([one, how]) =>
      how === 'capital'
        ? one.charAt(0).toUpperCase() + one.slice(1)
        : how === 'small'
          ? one.toLowerCase()
          : how === 'capitals'
            ? one.toUpperCase()
            : one,
    );
  fc.assert(
    fc.property(cased, (one) => {
      expect([one, listed.isRight(one)]).toEqual([one, asked.isRight(one)]);
    }),
    { numRuns: 3000 },
  );
});
