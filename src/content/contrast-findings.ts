import { contrast, contrastWords, leastContrast, shadeSuggestion } from '../model/contrast.js';
import type { Palette, Theme } from '../model/design.js';
import type { Finding } from '../model/finding.js';
import { placeOf, type Source } from '../model/place.js';

type Colour = keyof Palette;
type Mode = 'colours' | 'dark';
/** Words of one colour on a ground of another, as the designs print them. */
type Pair = readonly [words: Colour, ground: Colour];

const pairs: readonly Pair[] = [
  ['text', 'paper'],
  ['text', 'accent'],
  ['text', 'page'],
  ['muted', 'paper'],
  ['muted', 'accent'],
  ['muted', 'page'],
  ['link', 'paper'],
  ['link', 'accent'],
  ['link', 'page'],
  ['onBrand', 'brand'],
  ['urgent', 'paper'],
  ['urgent', 'accent'],
];

/** Headings have the brand colour by day; in the dark, where it would not be seen, they have that of links. */
const pairsOf: Readonly<Record<Mode, readonly Pair[]>> = { colours: [...pairs, ['brand', 'paper']], dark: pairs };

/**
 * Complaints about colours that an editor chose and that readers cannot tell apart, by day and in dark mode. The colour
 * to change is the one in the editor's file, that of the words if both are; what is advised suits all its pairs.
 */
export function contrastFindings(theme: Pick<Theme, Mode>, source: Source): Finding[] {
  return (['colours', 'dark'] as const).flatMap((mode) =>
    pairsOf[mode].flatMap((pair): Finding[] => {
      const ratio = contrastOf(pair, theme[mode]);
      const chosen = pair.find((colour) => source.at[pathOf(mode, colour)]);
      if (ratio >= leastContrast || chosen === undefined) return [];
      const [words, ground] = pair.map((colour) => `“${settingOf(colour)}” (${theme[mode][colour]})`);
      const fix = advice(chosen, pair, mode, theme[mode]);
      return [
        {
          rule: 'content/contrast',
          severity: 'error',
          place: placeOf(source, pathOf(mode, chosen)),
          words: `${mode === 'dark' ? 'In dark mode, w' : 'W'}ords in ${words} on ${ground} are hard to read: their contrast is ${contrastWords(ratio)} to 1, and ${leastContrast} is the least that WCAG 2.2 AA allows.`,
          ...(fix !== undefined && { fix }),
        },
      ];
    }),
  );
}

function advice(colour: Colour, pair: Pair, mode: Mode, palette: Palette): string | undefined {
  const suits = (pairs: readonly Pair[]) => (shade: string) =>
    pairs.every((one) => contrastOf(one, { ...palette, [colour]: shade }) >= leastContrast);
  const all = pairsOf[mode].filter((one) => one.includes(colour));
  return shadeSuggestion(palette[colour], suits(all)) ?? shadeSuggestion(palette[colour], suits([pair]));
}

function contrastOf([words, ground]: Pair, palette: Palette): number {
  return contrast(palette[words], palette[ground]);
}

function pathOf(mode: Mode, colour: Colour): string {
  return `${mode}.${settingOf(colour)}`;
}

function settingOf(colour: Colour): string {
  return colour === 'onBrand' ? 'on-brand' : colour;
}
