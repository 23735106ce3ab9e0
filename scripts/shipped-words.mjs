import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';

/** Puts the words of the dictionary into the bundle: see src/check/shipped-words.ts. */
export const shippedWords = {
  name: 'shipped-words',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]check[\\/]shipped-words\.ts$/ }, () => ({
      contents: `export const shippedWords = ${JSON.stringify(dictionaryWords().join('\n'))};`,
      loader: 'js',
    }));
  },
};

/** Every word that stands in the dictionary or comes of its rules, in order of code units. */
export function dictionaryWords() {
  const speller = nspell({ aff: dictionary.aff, dic: dictionary.dic });
  return Object.keys(speller.data)
    .filter((word) => /\p{L}/u.test(word) && speller.correct(word))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
