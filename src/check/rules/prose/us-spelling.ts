import { editIn, type Passage, placeIn, type Stretch } from '../../passage.js';
import { type British, britishFor } from '../../prose/american.js';
import { isEnglish, ownProseOf } from '../../prose/prose.js';
import { type Word, wordsIn } from '../../prose/words.js';
import { rule } from '../../rule.js';

export const usSpelling = rule({
  id: 'prose/us-spelling',
  over: 'writing',
  severity: 'warning',
  title: 'British spelling',
  why: 'Readers here notice American spelling, and some of them write in about it. It comes with words that are pasted from partners and from spelling checkers that are set to another country. Names keep their own: World Health Organization.',
  origins: [
    {
      title: 'GOV.UK style guide, Americanisms',
      url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style#americanisms',
    },
  ],
  bad: 'Help us to organize in every labor market.',
  good: 'Help us to organise in every labour market.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const passage of ownProseOf(writing)) {
      const words = wordsIn(passage);
      for (const [index, word] of words.entries()) {
        for (const { part, at, ...found } of american(word)) {
          if (isName(word, words[index + 1]) || isOfComputers(part, words[index - 1])) continue;
          yield complaint(passage, part, found, { from: word.from + at, to: word.from + at + part.length });
        }
      }
    }
  },
});

type Found = British & { readonly part: string; readonly at: number };

/** What of a word is American: of “well-organized” the second part. */
function american({ text, plain }: Word): readonly Found[] {
  const whole = britishFor(plain);
  if (whole) return [{ ...whole, part: text, at: 0 }];
  if (!/['-]/.test(plain)) return [];
  let at = 0;
  return plain.split(/(['-])/).flatMap((part) => {
    const found = britishFor(part);
    const here = at;
    at += part.length;
    return found ? [{ ...found, part: text.slice(here, here + part.length), at: here }] : [];
  });
}

function isName(word: Word, next: Word | undefined): boolean {
  return word.isCapitalised && (!word.startsSentence || (next?.follows === true && next.isCapitalised));
}

function isOfComputers(part: string, before: Word | undefined): boolean {
  return /^programs?$/i.test(part) && /^(?:computer|software|executable)$/.test(before?.plain ?? '');
}

function complaint(passage: Passage, part: string, { british, isStyle }: British, stretch: Stretch) {
  const isCapitalised = /^\p{Lu}/u.test(part);
  const better = isCapitalised ? british.charAt(0).toUpperCase() + british.slice(1) : british;
  const edit = isStyle && !isCapitalised ? editIn(passage, stretch, better) : undefined;
  return {
    place: placeIn(passage, stretch.from),
    words: isStyle ? `“${part}” is not how we spell it.` : `“${part}” is American spelling.`,
    fix: `Write “${better}”.`,
    ...(isStyle && { severity: 'info' as const }),
    ...(edit && { edits: [edit] }),
  };
}
