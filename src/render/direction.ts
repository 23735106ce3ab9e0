export type Direction = {
  readonly dir: 'ltr' | 'rtl';
  /** The side on which a line starts. */
  readonly start: 'left' | 'right';
};

/** Languages usually written from right to left, by their ISO 639 codes. */
const rightToLeft = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'nqo',
  'prs',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** Scripts written from right to left, by their ISO 15924 codes. */
const rightToLeftScripts = new Set(['adlm', 'arab', 'aran', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);

/** How a language is written. `lang` is BCP 47; a script subtag ("ku-Arab", "az-Arab") wins over the language. */
export function directionOf(lang: string): Direction {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  const isRightToLeft = script === undefined ? rightToLeft.has(language) : rightToLeftScripts.has(script);
  return isRightToLeft ? { dir: 'rtl', start: 'right' } : { dir: 'ltr', start: 'left' };
}

/** Whether two tags name one language, as far as readers and screen readers care: "en" and "en-GB", not "zh" and "ja". */
export function isSameLanguage(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}
