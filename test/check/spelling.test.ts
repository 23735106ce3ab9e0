import dictionary from 'dictionary-en-gb';
import fc from 'fast-check';
import nspell from 'nspell';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/check/dictionary-words.js';
import { createSpelling } from '../../src/check/spelling.js';

const words = wordsOf(dictionary);
const spelling = createSpelling(words, ['Aireford', 'Boğaziçi', 'twinnings', 'Send My Friend']);

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

it('the words are those of the dictionary: both answer alike', () => {
  const all = words.split('\n');
  const { aff, dic } = dictionary;
  const speller = nspell({ aff: Buffer.from(aff).toString(), dic: Buffer.from(dic).toString() });
  const word = fc.nat(all.length - 1).map((at) => all[at] ?? '');
  const changed = fc
    .tuple(word, fc.nat(12), fc.constantFrom('', 'e', 's', 'x'))
    .map(([one, at, letter]) => one.slice(0, at) + letter + one.slice(at + 1));
  const plain = fc.oneof(word, changed).filter((one) => /^[a-z]{2,}$/.test(one));
  fc.assert(
    fc.property(plain, (one) => {
      // What mailout knows besides the dictionary is no contradiction.
      if (speller.correct(one)) expect([one, spelling.isRight(one)]).toEqual([one, true]);
      else if (!spelling.isRight(one)) expect(all).not.toContain(one);
    }),
    { numRuns: 2000 },
  );
});
