import type { Root } from 'nlcst';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { isApart, type Passage, type Stretch } from '../passage.js';
import type { Writing } from '../subjects.js';
import { moreInclusive } from './inclusive-words.js';
import { hasPhrase, phrasesOf } from './phrases.js';
import { plainer } from './plain-words.js';
import { proseOf } from './prose.js';
import { type Word, wordsIn } from './words.js';

/** What retext can be asked about. */
export type RetextQuestion = 'simplify' | 'equality' | 'repeated-words' | 'indefinite-article';

/** What retext complains of. */
export type RetextOpinion = Stretch & {
  readonly about: RetextQuestion;
  readonly passage: Passage;
  /** The words that it means. */
  readonly actual: string;
  /** What it would have instead. */
  readonly expected: readonly string[];
};

/**
 * Parsing and searching a text costs retext some milliseconds for 150 words. So it is only shown passages of which a
 * cheap look says that there may be something to say, and only asked about that.
 */
const questions: readonly {
  readonly about: RetextQuestion;
  readonly mayBe: (words: readonly Word[]) => boolean;
  readonly judge: (tree: Root, file: VFile) => void;
}[] = [
  {
    about: 'simplify',
    mayBe: having(plainer.keys()),
    judge: retextSimplify(),
  },
  {
    about: 'equality',
    mayBe: having(moreInclusive.keys()),
    judge: retextEquality(),
  },
  {
    about: 'repeated-words',
    mayBe: (words) => words.some((word, index) => word.follows && word.plain === words[index - 1]?.plain),
    judge: retextRepeatedWords(),
  },
  {
    about: 'indefinite-article',
    mayBe: (words) => words.some((word, index) => mayNeedOtherArticle(words[index - 1]?.plain, word)),
    judge: retextIndefiniteArticle(),
  },
];

const english = unified().use(retextEnglish).freeze();

/** Nobody’s paragraph is longer, and the parser takes quadratic time, or breaks, on very long words. */
const longestPassage = 10_000;

const known = new WeakMap<Writing, readonly RetextOpinion[]>();

/** What retext says of the English words of a writing, in order of place; worked out once for all rules. */
export function retextOpinions(writing: Writing): readonly RetextOpinion[] {
  const before = known.get(writing);
  if (before) return before;
  const opinions = proseOf(writing).flatMap(opinionsOf);
  known.set(writing, opinions);
  return opinions;
}

function opinionsOf(passage: Passage): readonly RetextOpinion[] {
  if (passage.text.length > longestPassage) return [];
  const words = wordsIn(passage);
  const asked = questions.filter(({ mayBe }) => mayBe(words));
  if (asked.length === 0) return [];
  const tree = english.parse(passage.text);
  return asked.flatMap(({ about, judge }) => {
    const file = new VFile(passage.text);
    judge(tree, file);
    return file.messages.flatMap(({ place, actual, expected }) => {
      if (!place || !('start' in place) || actual === undefined) return [];
      const [from, to] = [place.start.offset ?? 0, place.end.offset ?? 0];
      if (isApart(passage, { from, to })) return [];
      return [{ about, passage, from, to, actual, expected: expected ?? [] }];
    });
  });
}

function having(phrases: Iterable<string>): (words: readonly Word[]) => boolean {
  const known = phrasesOf(phrases);
  return (words) => hasPhrase(words.map(withoutHyphens), known);
}

/** retext reads “man-power” as “manpower”. */
function withoutHyphens(word: Word): Word {
  return word.plain.includes('-') ? { ...word, plain: word.plain.replaceAll('-', '') } : word;
}

/** Generous: what sounds otherwise than it is written is for retext to judge. */
function mayNeedOtherArticle(article: string | undefined, { plain, text }: Word): boolean {
  if (article === 'a')
    return /^(?:[aeio](?!ne)|u(?!ni[^nm]|s[aeu])|8|11|18|h(?:on|our|eir)|[FHLMNRSX]\p{Lu})/u.test(text);
  if (article === 'an') {
    return (
      !/^(?:[aeiou]|hour|hon(?:est|our)|heir)/.test(plain) ||
      /^(?:eu|ew|one|u(?:ni|s[aeu]|[kn]$|t|r[au]|ga))/.test(plain)
    );
  }
  return false;
}
