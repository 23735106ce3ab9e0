import { clampRgb, converter, formatHex, parse } from 'culori';
import type { Change } from './changes.js';
import type { WrittenTag } from './places.js';

/** What the inverted appearance is a simulation of, for the badge beside it. */
export const turnedIs =
  'Simulated: colours are turned round as Microsoft publishes it for Outlook (RoosterJS, getDarkColor). Gmail on an iPhone does much the same.';

/** The lightness that white gets, from 0 to 100: that of #333333. */
const darkest = 21.247;

const toLab = converter('lab');

/** A colour as dark as it was light, and as light as it was dark; undefined for what is no colour of its own. */
export function turned(colour: string): string | undefined {
  const parsed = parse(colour);
  if (!parsed || parsed.alpha === 0) return undefined;
  const lab = toLab(parsed);
  const dark = { ...lab, l: darkest + ((100 - lab.l) * (100 - darkest)) / 100 };
  const opacity = Math.round((parsed.alpha ?? 1) * 255);
  return formatHex(clampRgb(dark)) + (opacity === 255 ? '' : opacity.toString(16).padStart(2, '0'));
}

const declaration =
  /(?<![\w-])(?:color|background(?:-color)?|(?:border|outline)(?:-(?:top|right|bottom|left))?(?:-color)?)\s*:([^;{}]*)/gi;

/** What may be a colour in a value; addresses and words in quotation marks are passed over. */
const candidate =
  /url\([^)]*\)|"[^"]*"|'[^']*'|&[#\w]+;|#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)|(?<![\w-])[a-z]+(?![\w(-])/gi;

/** Turns the colours of declarations round. */
export function turnedCss(css: string, at: number): readonly Change[] {
  return [...css.matchAll(declaration)].flatMap(({ 0: all, 1: value = '', index }) => {
    const valueAt = at + index + all.length - value.length;
    return [...value.matchAll(candidate)].flatMap((found) => change(found[0], valueAt + found.index));
  });
}

const colourAttributes = new Set(['bgcolor', 'bordercolor', 'color', 'text', 'link', 'vlink', 'alink']);

/** Turns the colours that a tag has round. */
export function turnedTag({ attributes }: WrittenTag): readonly Change[] {
  return attributes.flatMap(({ name, value, valueAt }) => {
    if (name === 'style') return turnedCss(value, valueAt);
    return colourAttributes.has(name) ? change(value, valueAt) : [];
  });
}

function change(colour: string, at: number): readonly Change[] {
  const to = turned(colour);
  return to === undefined ? [] : [{ from: at, until: at + colour.length, to }];
}
