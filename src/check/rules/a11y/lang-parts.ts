import { matchesIn, placeIn } from '../../passage.js';
import { rule } from '../../rule.js';

type Script = {
  readonly name: string;
  readonly letters: string;
  /** Letters without which mailout knows the language. */
  readonly only?: RegExp;
  readonly languages: RegExp;
  readonly example: string;
};

/**
 * Ways of writing that many languages share, so that mailout cannot tell by the letters which one a screen reader should
 * speak. Words in other ways of writing it marks itself; what is in Arabic letters it takes for Arabic.
 */
const scripts: readonly (Script & { readonly run: RegExp })[] = [
  { name: 'Cyrillic', letters: '\\u0400-\\u052f', languages: /^(?:be|bg|kk|ky|mk|mn|ru|sr|tg|uk)\b/i, example: 'uk' },
  { name: 'Devanagari', letters: '\\u0900-\\u097f', languages: /^(?:hi|mr|ne)\b/i, example: 'ne' },
  { name: 'Ethiopic', letters: '\\u1200-\\u139f', languages: /^(?:am|ti)\b/i, example: 'ti' },
  {
    name: 'Arabic',
    letters: '\\u0600-\\u06ff\\u0750-\\u077f',
    only: /[\u067e\u0686\u0698\u06af\u06a9\u06cc\u0679\u0688\u0691\u06d2\u06ba\u06be\u0695\u06ce]/,
    languages: /^(?:ckb|fa|ks|pa|ps|sd|ug|ur)\b/i,
    example: 'fa',
  },
].map((script) => ({
  ...script,
  run: new RegExp(
    `[${script.letters}][${script.letters}\\u0300-\\u036f]*(?:[ ’'\u200c-][${script.letters}\\u0300-\\u036f]+)*`,
    'g',
  ),
}));

const any = new RegExp(`[${scripts.map(({ letters }) => letters).join('')}]`);

export const langParts = rule({
  id: 'a11y/lang-parts',
  over: 'writing',
  severity: 'warning',
  title: 'Words in another language say which',
  why: 'A screen reader reads words aloud in the language that they are said to be in. Russian, Ukrainian and Bulgarian share their letters, as do Persian, Urdu and Arabic: only who wrote the words knows which it is.',
  origins: [{ title: 'WCAG 2.2, 3.1.2 Language of Parts', url: 'https://www.w3.org/TR/WCAG22/#language-of-parts' }],
  bad: 'The union Профспілка has asked for help.',
  good: 'The union [Профспілка](lang:uk) has asked for help.',
  *judge({ passages, lang, file }) {
    if (!any.test(file.text)) return;
    for (const passage of passages) {
      // A setting has no way to say it.
      if (!passage.path.endsWith('body') || !any.test(passage.text)) continue;
      for (const { name, run, only, languages, example } of scripts) {
        if (languages.test(lang)) continue;
        for (const match of matchesIn(passage, run)) {
          if (match[0].length < 2 || (only && !only.test(match[0]))) continue;
          yield {
            place: placeIn(passage, match.from),
            words: `“${match[0]}” is in ${name} letters, and nothing says in which language.`,
            fix: `Write [${match[0]}](lang:${example}), with the tag of the language for “${example}”.`,
          };
        }
      }
    }
  },
});
