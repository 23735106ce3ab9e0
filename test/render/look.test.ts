import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardTheme, type Theme } from '../../src/model/design.js';
import { lookIn } from '../../src/render/look.js';

const themed = (parts: Partial<Theme['type']>, spacing = standardTheme.spacing): Theme => ({
  ...standardTheme,
  type: { ...standardTheme.type, ...parts },
  spacing,
});

describe('sizes', () => {
  // What theme.yaml may say.
  const size = fc.integer({ min: 15, max: 20 });

  it('are never too small to read, and rise with what they are for', () => {
    fc.assert(
      fc.property(size, (text) => {
        const sizes = Object.values(lookIn(themed({ size: text }), 'en').size);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14);
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
        expect(sizes.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('go by the text’s', () => {
    expect(lookIn(themed({ size: 16 }), 'en').size).toEqual({
      small: 14,
      text: 16,
      large: 18,
      item: 20,
      section: 22,
      feature: 28,
      title: 32,
    });
    expect(lookIn(themed({ size: 20 }), 'en').size).toMatchObject({ small: 18, title: 40 });
  });

  it('of gaps are whole pixels that go by the theme’s spacing', () => {
    expect(lookIn(standardTheme, 'en').space).toEqual({ tiny: 4, small: 8, half: 12, normal: 24, large: 32 });
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 40 }), (spacing) => {
        const gaps = Object.values(lookIn(themed({}, spacing), 'en').space);
        expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
        expect(gaps.every((gap) => Number.isInteger(gap) && gap > 0)).toBe(true);
      }),
    );
  });
});

describe('fonts', () => {
  it.each([
    ['zh-Hant', 'PingFang TC'],
    ['zh-Hans', 'PingFang SC'],
    ['zh', 'PingFang SC'],
    ['ja', 'Hiragino Sans'],
    ['ko', 'Apple SD Gothic Neo'],
    ['zh-TW', 'PingFang TC'],
    ['zh-HK', 'PingFang TC'],
    ['zh-Hant-TW', 'PingFang TC'],
    ['ja-JP', 'Hiragino Sans'],
  ])('of %s are those of its script, after the theme’s and before the generic one', (lang, font) => {
    const { fonts, headingFonts } = lookIn(themed({ text: 'Arial,sans-serif', headings: 'Georgia,Times,serif' }), lang);
    expect(fonts).toMatch(new RegExp(`^Arial,'${font}',.*,sans-serif$`));
    expect(headingFonts).toMatch(new RegExp(`^Georgia,Times,'${font}',.*,serif$`));
  });

  it('of a stack of one follow it', () => {
    expect(lookIn(themed({ text: 'Georgia' }), 'ja').fonts).toMatch(/^Georgia,'Hiragino Sans',/);
  });

  it.each(['en', 'en-GB', 'cy', 'ar', 'ur'])('of %s are the theme’s as they are', (lang) => {
    const { fonts, headingFonts } = lookIn(standardTheme, lang);
    expect({ fonts, headingFonts }).toEqual({
      fonts: standardTheme.type.text,
      headingFonts: standardTheme.type.headings,
    });
  });
});

it.each([
  ['en', 1.5],
  ['cy', 1.5],
  ['zh-Hant', 1.7],
  ['ja', 1.7],
  ['ar', 1.7],
  ['ckb', 1.7],
  ['ur', 1.9],
  ['ur-PK', 1.9],
])('lines of %s are %s times as high as its text', (lang, height) => {
  expect(lookIn(standardTheme, lang).lineHeight).toBe(height);
});
