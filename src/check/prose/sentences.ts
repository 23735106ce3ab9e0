import type { Passage, Stretch } from '../passage.js';
import { type Word, wordsIn } from './words.js';

export type Sentence = Stretch & { readonly words: readonly Word[] };

/** After these a full stop ends no sentence. */
const abbreviations = new Set(['mr', 'mrs', 'ms', 'dr', 'st', 'no', 'prof', 'rev', 'vs', 'etc', 'approx', 'cf', 'pp']);

/** The sentences of a passage, in order, with their words. A passage without a full stop is one. */
export function sentencesIn(passage: Passage): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let last: Word | undefined;
  const finish = () => {
    const [first, final] = [words[0], words.at(-1)];
    if (first && final) sentences.push({ from: first.from, to: final.to, words });
    words = [];
  };
  for (const word of wordsIn(passage)) {
    const isNew = word.startsSentence && (word.isCapitalised || /\d/.test(word.text.charAt(0)));
    if (isNew && last && !abbreviations.has(last.plain) && last.text.length > 1) finish();
    words.push(word);
    last = word;
  }
  finish();
  return sentences;
}
