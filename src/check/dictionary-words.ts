import nspell from 'nspell';

/** A dictionary for Hunspell, in UTF-8: the rules by which words are changed, and the words. */
export type Dictionary = { readonly aff: Uint8Array; readonly dic: Uint8Array };

/** Every word that stands in a dictionary or comes of its rules, in order of code units, one a line. */
export function wordsOf({ aff, dic }: Dictionary): string {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const speller = nspell({ aff: text(aff), dic: text(dic) });
  // Its types leave out what it holds, and nothing else tells all words.
  const { data } = speller as unknown as { readonly data: Readonly<Record<string, unknown>> };
  return Object.keys(data)
    .filter((word) => /\p{L}/u.test(word) && speller.correct(word))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .join('\n');
}
