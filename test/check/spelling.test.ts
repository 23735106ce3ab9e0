import dictionary from 'dictionary-en-gb';
import { describe, expect, it } from 'vitest';
import { createSpelling } from '../../src/check/spelling.js';

const spelling = createSpelling(dictionary, ['Aireford', 'Boğaziçi', 'twinnings', 'Send My Friend']);

describe('what is right', () => {
  it.each([
    ['words of British English', 'organise', 'programme', 'colour', 'cancelled', 'practise'],
    ['words at the beginning of a sentence', 'Teachers', 'Organise'],
    ['names in the dictionary', 'Monday', 'England', 'Havana'],
    ['possessives, with either apostrophe', "teacher's", 'teacher’s', 'teachers’', 'Aireford’s', 'James’s'],
    ['contractions', 'don’t', "won't", 'it’s', 'they’ve', 'we’ll', 'o’clock'],
    ['words with hyphens, by their parts', 'part-time', 'co-operate', 'trade-union-wide', 'non-teaching', 'e-bulletin'],
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

it('what was looked up once is known at the next check', () => {
  const memory = new Map<string, boolean>();
  createSpelling(dictionary, [], memory).isRight('goverment');
  expect(memory.get('goverment')).toBe(false);
  memory.set('goverment', true);
  expect(createSpelling(dictionary, [], memory).isRight('goverment')).toBe(true);
});
