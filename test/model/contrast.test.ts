import { hsl, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, contrastWords, leastContrast, shadeSuggestion } from '../../src/model/contrast.js';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

/** The colour and the way that a suggestion names. */
function parts(suggestion: string | undefined): { readonly shade: string; readonly way: string | undefined } {
  const [, shade = '', way] = /^Use “(#[0-9a-f]{6})”(?: or (darker|lighter))?\.$/.exec(suggestion ?? '') ?? [];
  return { shade, way };
}

describe('contrast', () => {
  it('is what a well-known colour library says', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        expect(contrast(one, other)).toBeCloseTo(wcagContrast(one, other), 10);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same in either order and for capitals, and goes from 1 to 21', () => {
    expect(contrast('#FFFFFF', '#000000')).toBe(21);
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#5b2a86', '#5B2A86')).toBe(1);
  });

  it.each([
    [4.5, '4.5'],
    [4.499, '4.4'],
    [12.34, '12.3'],
    [21, '21.0'],
  ])('of %d is told as %s', (ratio, words) => {
    expect(contrastWords(ratio)).toBe(words);
  });
});

describe('a suggested shade', () => {
  const readableOn = (ground: string) => (shade: string) => contrast(shade, ground) >= leastContrast;

  it.each([
    ['#ff0000', '#ffffff', 'Use “#ee0000” or darker.'],
    ['#777777', '#ffffff', 'Use “#767676” or darker.'],
    ['#5b2a86', '#121017', 'Use “#906ead” or lighter.'],
  ])('of %s on %s', (own, ground, words) => {
    expect(shadeSuggestion(own, readableOn(ground))).toBe(words);
  });

  it('can always be read, and so can what lies beyond it', () => {
    fc.assert(
      fc.property(colour, colour, (own, ground) => {
        const { shade, way } = parts(shadeSuggestion(own, readableOn(ground)));
        expect(contrast(shade, ground)).toBeGreaterThanOrEqual(leastContrast);
        if (way)
          expect(contrast(way === 'darker' ? '#000000' : '#ffffff', ground)).toBeGreaterThanOrEqual(leastContrast);
        if (contrast(own, ground) >= leastContrast) expect(shade).toBe(own);
      }),
    );
  });

  it('has the hue of the colour, as nearly as its brightness leaves one', () => {
    fc.assert(
      fc.property(colour, colour, (own, ground) => {
        const { shade } = parts(shadeSuggestion(own, readableOn(ground)));
        const [before, after] = [hsl(own), hsl(shade)];
        const colourfulness = ({ s, l }: typeof before) => s * (1 - Math.abs(2 * l - 1));
        fc.pre(colourfulness(before) > 0.2 && colourfulness(after) > 0.1);
        const turn = Math.abs((before.h ?? 0) - (after.h ?? 0));
        expect(Math.min(turn, 360 - turn)).toBeLessThan(4);
      }),
    );
  });

  it('does not promise what lies beyond where that is not so, and is absent where nothing suits', () => {
    const between = (shade: string) => contrast(shade, '#ffffff') >= 4.5 && contrast(shade, '#000000') >= 4.5;
    expect(shadeSuggestion('#ffffff', between)).toMatch(/^Use “#[0-9a-f]{6}”\.$/);
    expect(shadeSuggestion('#ffffff', () => false)).toBeUndefined();
  });
});
