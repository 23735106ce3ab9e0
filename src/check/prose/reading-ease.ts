import type { Passage } from '../passage.js';
import { sentencesIn } from './sentences.js';
import { wordsIn } from './words.js';

/** How hard a text is to read: from 100 (a story for small children) down to 0 and below (a paper in a journal). */
export type ReadingEase = { readonly ease: number; readonly words: number };

/**
 * The reading ease after Flesch, of whole passages together. Names count as words of two syllables: that a country has a
 * long name makes no text harder.
 */
export function readingEase(passages: readonly Passage[]): ReadingEase {
  let [sentences, words, syllables] = [0, 0, 0];
  for (const passage of passages) {
    sentences += sentencesIn(passage).length;
    for (const { plain, isCapitalised, startsSentence } of wordsIn(passage)) {
      words += 1;
      const count = syllablesIn(plain);
      syllables += isCapitalised && !startsSentence ? Math.min(count, 2) : count;
    }
  }
  if (words === 0 || sentences === 0) return { ease: 100, words };
  const perSentence = Math.min(words / sentences, longSentence);
  return { ease: 206.835 - 1.015 * perSentence - 84.6 * (syllables / words), words };
}

/** Of longer sentences prose/sentence-length complains; here they count as that long, so that words decide. */
const longSentence = 25;

/** About how many syllables an English word has: its groups of vowels, without what is silent at its end. */
function syllablesIn(word: string): number {
  if (word.length <= 3) return 1;
  const spoken = word.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (end) => end.charAt(0));
  return Math.max(1, spoken.match(/[aeiouyàâäéèêëíìîïóòôöúùûü]+/g)?.length ?? 1);
}
