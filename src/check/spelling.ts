import { distance } from 'fastest-levenshtein';
import { didYouMean } from '../model/suggest.js';
import { everydayWords } from './prose/everyday-words.js';
import type { Spelling } from './subjects.js';
import { isInList, wordsFrom } from './word-list.js';

/** What is put before words with a hyphen and is no word itself. */
const prefixes = new Set(
  (
    'anti auto bi co counter cyber de eco ex extra hyper infra inter intra macro mega meta micro mid mini mis mono ' +
    'multi neo non omni over pan poly post pre pro proto pseudo quasi re semi socio sub super trans tri ultra un under ' +
    'uni vice pay'
  ).split(' '),
);

/** Other alphabets have their own spelling. */
const latin = /^[\p{Script=Latin}\p{M}'-]+$/u;

/** Capitals, perhaps with an “s”: MP, NGOs, iOS, WhatsApp. */
const acronym = /^\p{Lu}{2,}s?$|\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}/u;

/**
 * British spelling.
 *
 * @param words all words of the dictionary, in order of code units, one a line
 * @param ownWords words and names of the workspace, one or more an entry
 */
export function createSpelling(words: string, ownWords: readonly string[]): Spelling {
  const own = new Set(ownWords.flatMap((entry) => normal(entry).split(/\s+/)));
  const inDictionary = (word: string) => formsOf(word).some((form) => isInList(words, form));
  const judged = new Map<string, boolean>();
  const isRight = (word: string): boolean => {
    const before = judged.get(word);
    if (before !== undefined) return before;
    const is = isSpeltRightly(normal(word), own, inDictionary);
    judged.set(word, is);
    return is;
  };
  const neighbours = new Map<string, readonly string[]>();
  const near = (word: string): readonly string[] => {
    const before = neighbours.get(word);
    if (before) return before;
    const lower = word.toLowerCase();
    const recase = (one: string) => (lower === word ? one : one.charAt(0).toUpperCase() + one.slice(1));
    const found = oneSlipFrom(lower)
      .filter((one) => isSpeltRightly(one, own, inDictionary))
      .map(recase);
    neighbours.set(word, found);
    return found;
  };
  const suggested = new Map<string, readonly string[]>();
  const suggest = (word: string): readonly string[] => {
    if (word.length > longestMeant) return [];
    const better = [...nearOwn(word, own), ...near(word)];
    return better.length > 0 ? better : alike(word, words);
  };
  return {
    isRight,
    near: (word) => near(normal(word)),
    suggest: (word) => {
      const before = suggested.get(word);
      if (before) return before;
      const better = [...new Set(suggest(normal(word)))].slice(0, 3);
      const written = word.includes('’') ? better.map((one) => one.replaceAll("'", '’')) : better;
      suggested.set(word, written);
      return written;
    },
  };
}

/** As a dictionary has a word that stands at the beginning of a sentence, or in a headline that is all capitals. */
function formsOf(word: string): readonly string[] {
  const lower = word.toLowerCase();
  return word === word.toUpperCase() ? [word, word.charAt(0) + lower.slice(1), lower] : [word, lower];
}

/** Nobody mistypes a longer word: it is something else. */
const longestMeant = 30;

/** The words of the dictionary that begin alike and differ in two letters, or three if they are long. */
function alike(word: string, words: string): readonly string[] {
  const most = word.length > 8 ? 3 : 2;
  return [...wordsFrom(words, word.charAt(0))]
    .filter((one) => Math.abs(one.length - word.length) <= most)
    .map((one) => ({ one, away: distance(word, one) }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ one }) => one);
}

/**
 * Every row of letters that is one slip of the fingers from a word, the likeliest first: a capital left out, two letters
 * changed over, one too many, one too few, one wrong.
 */
function oneSlipFrom(word: string): readonly string[] {
  const letters = "etaoinsrhldcumfpgwybvkxjqz'";
  const at = Array.from({ length: word.length }, (_, index) => index);
  const [before, after] = [(index: number) => word.slice(0, index), (index: number) => word.slice(index)];
  return [
    word.charAt(0).toUpperCase() + after(1),
    ...at.slice(1).map((index) => before(index - 1) + word.charAt(index) + word.charAt(index - 1) + after(index + 1)),
    ...at.map((index) => before(index) + after(index + 1)),
    ...[...at, word.length].flatMap((index) => [...letters].map((letter) => before(index) + letter + after(index))),
    ...at.flatMap((index) => [...letters].map((letter) => before(index) + letter + after(index + 1))),
  ].filter((one) => one !== word && one.length > 1 && !/^'|'$/.test(one));
}

function normal(word: string): string {
  return word.normalize('NFC').replaceAll('’', "'").replaceAll('‐', '-');
}

function isSpeltRightly(word: string, own: ReadonlySet<string>, inDictionary: (word: string) => boolean): boolean {
  if (/[\p{N}]/u.test(word) || /^\p{L}?$/u.test(word) || !latin.test(word) || acronym.test(word)) return true;
  const lower = word.toLowerCase();
  if (own.has(word) || own.has(lower) || everydayWords.has(lower) || inDictionary(word)) return true;
  // “café” is in the dictionary as “cafe”, or the other way round.
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
  if (bare !== word && (own.has(bare) || inDictionary(bare))) return true;
  const possessor = /^(.+?)(?:'s|')$/.exec(word)?.[1];
  if (possessor !== undefined) return isSpeltRightly(possessor, own, inDictionary);
  // “d'Ivoire”, “O'Brien”: a name, or a foreign word.
  if (/^\p{L}{1,2}'\p{Lu}/u.test(word)) return true;
  const parts = word.split('-').filter((part) => part !== '');
  if (parts.length < 2) return false;
  // “Co-ordinator” is “coordinator”.
  if (prefixes.has(parts[0]?.toLowerCase() ?? '') && inDictionary(parts.join('').toLowerCase())) return true;
  return parts.every(
    (part, index) =>
      (index < parts.length - 1 && prefixes.has(part.toLowerCase())) || isSpeltRightly(part, own, inDictionary),
  );
}

/** The workspace’s own word that may be meant, if it is one letter or two away. */
function nearOwn(word: string, own: ReadonlySet<string>): readonly string[] {
  if (word.length < 5) return [];
  const near = didYouMean(
    word,
    [...own].filter((one) => Math.abs(one.length - word.length) <= 1),
  );
  return near !== undefined && sharesMost(word.toLowerCase(), near.toLowerCase()) ? [near] : [];
}

function sharesMost(word: string, other: string): boolean {
  const differing = [...word].filter((letter, at) => !other.slice(Math.max(at - 1, 0), at + 2).includes(letter)).length;
  return differing <= 1;
}
