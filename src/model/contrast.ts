/** What WCAG 2.2 asks of words at level AA, whatever their size (success criterion 1.4.3). */
export const leastContrast = 4.5;

/**
 * How far two colours (six-digit hex) stand apart, from 1 to 21, in either order: the contrast ratio of WCAG 2.2,
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
 */
export function contrast(one: string, other: string): number {
  const luminances = [luminance(one), luminance(other)];
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}

/** A contrast for a sentence, "4.4". What is almost enough is not rounded up to enough. */
export function contrastWords(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}

/**
 * "Use “#8a1c22” or darker.": the nearest shade of a colour, of the same hue, that suits, for the `fix` of a finding.
 * Undefined if no shade does, black and white included.
 */
export function shadeSuggestion(colour: string, suits: (shade: string) => boolean): string | undefined {
  const [nearest] = [nearestShade(colour, 'darker', suits), nearestShade(colour, 'lighter', suits)]
    .filter((found) => found !== undefined)
    .sort((a, b) => contrast(colour, a.shade) - contrast(colour, b.shade));
  if (!nearest) return undefined;
  const { shade, way, isOpen } = nearest;
  return `Use “${shade}”${isOpen ? ` or ${way}` : ''}.`;
}

type Way = 'darker' | 'lighter';

/** The first shade that suits, and whether all do that lie beyond it. */
function nearestShade(colour: string, way: Way, suits: (shade: string) => boolean) {
  const all = shades(colour, way);
  const first = all.findIndex(suits);
  const shade = all[first];
  return shade === undefined ? undefined : { shade, way, isOpen: all.slice(first).every(suits) };
}

/** A colour on its way to black or white, in steps of a 255th: mixed with either, it keeps its hue. */
function shades(colour: string, way: Way): string[] {
  const end = way === 'darker' ? 0 : 255;
  return Array.from({ length: 256 }, (_, step) => {
    const mixed = channelsOf(colour).map((channel) => Math.round(channel + ((end - channel) * step) / 255));
    return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** From 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => linear(channel / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
