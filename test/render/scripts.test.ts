import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookIn } from '../../src/render/look.js';
import { emailMarkup } from '../../src/render/markdown-html.js';
import { languageAttributes, withForeignWords, wordsLanguage } from '../../src/render/scripts.js';
import { parse, theme } from './sample.js';

const marked = (text: string, lang = 'en') => withForeignWords(text, lang, (words, of) => `<${of}:${words}>`);

describe('words in another way of writing', () => {
  it.each([
    ['Say سلام to them', 'Say <ar:سلام> to them'],
    ['from سلام عليكم, all', 'from <ar:سلام عليكم>, all'],
    ['the Ελλάδα, 한국, ไทย', 'the <el:Ελλάδα>, <ko:한국>, <th:ไทย>'],
    ['in Київ', 'in <und-Cyrl:Київ>'],
    ['Dros y byd, café, naïve', 'Dros y byd, café, naïve'],
    // A single letter is a sign more often than a word.
    ['the angle α', 'the angle α'],
    ['[[first_name|سلام]]', '[[first_name|سلام]]'],
    ['', ''],
  ])('are marked in %j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it.each([
    ['ar', 'سلام'],
    ['ur', 'سلام'],
    ['ckb', 'سلام'],
    ['ja', '教育'],
    ['zh-Hant', '教育'],
    ['el', 'Ελλάδα'],
  ])('are not foreign in %s', (lang, text) => {
    expect(marked(text, lang)).toBe(text);
  });

  it('stay the same words in the same order', () => {
    const unit = fc.constantFrom('a', ' ', ',', 'س', 'ل', '教', 'の', 'α', 'и', '한', '[', ']', '|', '\u0301');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), fc.constantFrom('en', 'ar', 'ja'), (text, lang) => {
        expect(withForeignWords(text, lang, (words) => words)).toBe(text);
      }),
    );
  });
});

describe('words whose language an editor names', () => {
  it.each([
    ['lang:tr', 'tr'],
    ['lang:zh-Hant', 'zh-Hant'],
    ['lang:', undefined],
    ['lang:TR', undefined],
    ['lang:tr" onclick="x', undefined],
    ['https://x.example/lang:tr', undefined],
  ])('%s is %s', (url, lang) => {
    expect(wordsLanguage(url)).toBe(lang);
  });

  it('have it and its direction in markup, and no link', () => {
    const style = {
      colours: theme.colours,
      look: lookIn(theme, 'en'),
      lang: 'en',
      start: 'left',
      topHeading: 4,
    } as const;
    expect(emailMarkup(parse('The [*Eğitim* Sen](lang:tr) union'), style)).toContain(
      'The <span lang="tr" dir="ltr"><em>Eğitim</em> Sen</span> union',
    );
    expect(emailMarkup(parse('Say سلام.'), style)).toContain('Say <span lang="ar" dir="rtl">سلام</span>.');
    expect(emailMarkup(parse('[سلام](lang:fa)'), style)).toContain('<span lang="fa" dir="rtl">سلام</span>');
    expect(languageAttributes('cy')).toBe(' lang="cy" dir="ltr"');
  });
});
