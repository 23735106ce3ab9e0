import { directionOf } from './direction.js';
import { outsideTags } from './merge-tags.js';

/** A way of writing, and the language that words in it are most probably in where nobody has said. */
type Script = {
  readonly letters: string;
  readonly lang: string | ((words: string) => string);
  readonly languages: readonly string[];
};

/*
 * Ranges of Unicode rather than its properties, because those differ between versions of Node. Of a script that many
 * languages share nobody can guess the language, so it is left undetermined, with the script (BCP 47, "und").
 */
const scripts: readonly Script[] = [
  { letters: '\\u0370-\\u03ff\\u1f00-\\u1fff', lang: 'el', languages: ['el'] },
  {
    letters: '\\u0400-\\u052f',
    lang: 'und-Cyrl',
    languages: ['be', 'bg', 'kk', 'ky', 'mk', 'mn', 'ru', 'sr', 'tg', 'uk'],
  },
  { letters: '\\u0530-\\u058f', lang: 'hy', languages: ['hy'] },
  { letters: '\\u0590-\\u05ff\\ufb1d-\\ufb4f', lang: 'he', languages: ['he', 'yi'] },
  {
    letters: '\\u0600-\\u06ff\\u0750-\\u077f\\u08a0-\\u08ff\\ufb50-\\ufdff\\ufe70-\\ufefe',
    lang: 'ar',
    languages: ['ar', 'ckb', 'fa', 'ps', 'sd', 'ug', 'ur'],
  },
  { letters: '\\u0900-\\u097f', lang: 'und-Deva', languages: ['hi', 'mr', 'ne'] },
  { letters: '\\u0980-\\u09ff', lang: 'bn', languages: ['as', 'bn'] },
  { letters: '\\u0e00-\\u0e7f', lang: 'th', languages: ['th'] },
  { letters: '\\u1000-\\u109f', lang: 'my', languages: ['my'] },
  { letters: '\\u10a0-\\u10ff', lang: 'ka', languages: ['ka'] },
  { letters: '\\u1200-\\u139f', lang: 'und-Ethi', languages: ['am', 'ti'] },
  { letters: '\\uac00-\\ud7af\\u1100-\\u11ff', lang: 'ko', languages: ['ko'] },
  {
    letters: '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff',
    lang: (words) => (/[\u3040-\u30ff]/.test(words) ? 'ja' : 'zh'),
    languages: ['ja', 'ko', 'zh'],
  },
];

/** Two letters or more of one script, with the spaces and marks between them. */
const runs = new RegExp(
  scripts.map(({ letters }) => `([${letters}][${letters}\\u0300-\\u036f\\s.,،·'’-]*[${letters}])`).join('|'),
  'g',
);

/**
 * Marks words in another way of writing than their surroundings, so that they are read aloud in a language that has it
 * and run in their own direction. `text` is a text of the language `lang`; `mark` makes of such words what stands there.
 */
export function withForeignWords(text: string, lang: string, mark: (words: string, lang: string) => string): string {
  const [primary = ''] = lang.toLowerCase().split('-');
  return outsideTags(text, (part) =>
    part.replace(runs, (words, ...groups: unknown[]) => {
      const script = scripts[groups.slice(0, scripts.length).findIndex((group) => group !== undefined)];
      if (!script || script.languages.includes(primary)) return words;
      return mark(words, typeof script.lang === 'string' ? script.lang : script.lang(words));
    }),
  );
}

/** The attributes of an element whose words are in a language of their own. */
export function languageAttributes(lang: string): string {
  return ` lang="${lang}" dir="${directionOf(lang).dir}"`;
}

/** The language that `[words](lang:tr)` says its words are in; undefined for any other link. */
export function wordsLanguage(url: string): string | undefined {
  return /^lang:([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.exec(url)?.[1];
}
