import type { Word } from './words.js';

/** Phrases in small letters with straight apostrophes, so kept that most words of a text are passed over at once. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function phrasesOf(phrases: Iterable<string>): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return byFirst;
}

/** Whether any of the phrases is in a row of words. */
export function hasPhrase(words: readonly Word[], phrases: Phrases): boolean {
  return words.some(({ plain }, index) =>
    phrases.get(plain)?.some((phrase) => phrase.every((one, at) => words[index + at]?.plain === one)),
  );
}
