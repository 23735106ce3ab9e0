import { placeIn } from '../../passage.js';
import { britishFor } from '../../prose/american.js';
import { isEnglish, proseOf } from '../../prose/prose.js';
import { type Word, wordsIn } from '../../prose/words.js';
import { rule } from '../../rule.js';
import type { Spelling, Writing } from '../../subjects.js';

export const spelling = rule({
  id: 'prose/spelling',
  over: 'writing',
  severity: 'warning',
  title: 'Words are spelt rightly',
  why: 'A misspelt word holds readers up and makes them doubt the rest: it says that nobody read this before it went out. Names and words of your own belong in issues/words.txt, one a line; then mailout knows them.',
  origins: [
    { title: 'British English dictionary for Hunspell', url: 'https://github.com/wooorm/dictionaries' },
    { title: 'WCAG 2.2, guideline 3.1 Readable', url: 'https://www.w3.org/TR/WCAG22/#readable' },
  ],
  bad: 'The goverment has cut aid.',
  good: 'The government has cut aid.',
  *judge(writing, { spelling: british }) {
    if (!isEnglish(writing)) return;
    const told = new Set<string>();
    let names: ReadonlySet<string> | undefined;
    for (const passage of proseOf(writing)) {
      for (const word of wordsIn(passage)) {
        if (word.isCapitalised && !word.startsSentence) continue;
        if (told.has(word.plain) || british.isRight(word.text) || britishFor(word.plain)) continue;
        if (passage.emphasised.some(({ from, to }) => from <= word.from && word.to <= to && to - from <= foreign))
          continue;
        names ??= namesIn(writing);
        if (names.has(word.plain)) continue;
        if (word.isCapitalised && !isSlip(word, british)) continue;
        const better = british.suggest(word.text);
        told.add(word.plain);
        yield {
          place: placeIn(passage, word.from),
          words: `“${word.text}” is in no dictionary.`,
          fix: `${suggested(better)}If it is right, add it to issues/words.txt.`,
        };
      }
    }
  },
});

/** How long a stretch in italics may be and still be a foreign word or a term. */
const foreign = 40;

/** The words of the names of people, places and organisations, and whatever is written as a name in the middle of a sentence. */
function namesIn({ passages }: Writing): ReadonlySet<string> {
  const names = new Set<string>();
  for (const passage of passages) {
    const isName = ['signatory', 'place', 'credit', 'partner'].includes(passage.role);
    for (const { plain, isCapitalised, startsSentence } of wordsIn(passage)) {
      if (!isName && (!isCapitalised || startsSentence)) continue;
      names.add(plain);
      names.add(plain.replace(/'s?$/, ''));
      names.add(`${plain}'s`);
    }
  }
  return names;
}

/**
 * Whether an unknown word at the beginning of a sentence is an ordinary word with a slip of the fingers (a letter left out,
 * doubled or changed over) and not a name.
 */
function isSlip({ text, plain }: Word, { isRight, near }: Spelling): boolean {
  if (text.length < 6 || /^\p{Lu}{2}|-\p{Lu}/u.test(text)) return false;
  const meant = near(text)
    .map((one) => one.toLowerCase().replaceAll('’', "'"))
    .filter((one) => isRight(one));
  return meant.some((one) => {
    if (one.length === plain.length) return [...one].sort().join('') === [...plain].sort().join('');
    const [longer, shorter] = one.length > plain.length ? [one, plain] : [plain, one];
    if (longer.length - shorter.length !== 1) return false;
    return [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
  });
}

function suggested(better: readonly string[]): string {
  const quoted = better.map((one) => `“${one}”`);
  const last = quoted.pop();
  if (last === undefined) return '';
  return `Did you mean ${quoted.length > 0 ? `${quoted.join(', ')} or ` : ''}${last}? `;
}
