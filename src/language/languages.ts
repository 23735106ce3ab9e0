import type { Language } from '../model/language.js';
import { english } from './english.js';

/** All languages but English are loaded when an edition needs them. */
const languages = {
  ar: async () => (await import('./arabic.js')).arabic,
  ckb: async () => (await import('./sorani.js')).sorani,
  cy: async () => (await import('./welsh.js')).welsh,
  en: async () => english,
  es: async () => (await import('./spanish.js')).spanish,
  fr: async () => (await import('./french.js')).french,
  ja: async () => (await import('./japanese.js')).japanese,
  ur: async () => (await import('./urdu.js')).urdu,
  'zh-Hans': async () => (await import('./chinese.js')).chinese,
  'zh-Hant': async () => (await import('./traditional-chinese.js')).traditionalChinese,
} satisfies Readonly<Record<string, () => Promise<Language>>>;

type KnownLanguage = keyof typeof languages;

/** The tags of the languages that editions can be in, as BCP 47 writes them. */
export const knownLanguages = Object.keys(languages) as readonly KnownLanguage[];

/** Other tags for them: Chinese by the script of its region, and Kurdish in Arabic script. */
const otherTags: Readonly<Record<string, KnownLanguage>> = {
  zh: 'zh-Hans',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
  'zh-tw': 'zh-Hant',
  'ku-arab': 'ckb',
  'ku-iq': 'ckb',
  'ku-ir': 'ckb',
};

const byTag = new Map<string, KnownLanguage>([
  ...Object.entries(otherTags),
  ...knownLanguages.map((tag) => [tag.toLowerCase(), tag] as const),
]);

/**
 * The words of a language by its BCP 47 tag, by the lookup of RFC 4647 §3.4: "cy-GB" is Welsh, "zh-Hant-TW" is Chinese in
 * traditional characters. English, and `isKnown` false, for a language that there are no words of.
 */
export async function loadLanguage(tag: string): Promise<{ readonly language: Language; readonly isKnown: boolean }> {
  const known = lookedUp(tag);
  return known === undefined
    ? { language: english, isKnown: false }
    : { language: await languages[known](), isKnown: true };
}

/** The language of the longest beginning of a tag that there is. */
function lookedUp(tag: string): KnownLanguage | undefined {
  for (let subtags = tag.toLowerCase().split('-'); subtags.length > 0; subtags = subtags.slice(0, -1)) {
    const known = byTag.get(subtags.join('-'));
    if (known !== undefined) return known;
  }
  return undefined;
}
