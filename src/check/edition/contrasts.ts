import { wcagContrast } from 'culori';
import type { Text } from 'domhandler';
import type { Markup } from '../markup.js';
import type { Scheme } from './cascade.js';
import { sightOf } from './sight.js';

/** Words that do not stand out from their ground as they should. */
export type Faint = {
  readonly text: Text;
  readonly ink: string;
  readonly ground: string;
  readonly ratio: number;
  readonly least: number;
};

/**
 * The faint words of an edition, once for each pair of colours. Those in the very colour of their ground are meant to be
 * hidden, which is another fault.
 */
export function faintWords(markup: Markup, scheme: Scheme): Faint[] {
  const { texts, inkOf, groundOf, sizeOf, isBold } = sightOf(markup, scheme);
  const seen = new Set<string>();
  const faint: Faint[] = [];
  for (const text of texts) {
    const ink = inkOf(text);
    const ground = groundOf(text);
    if (ink === undefined || ground === undefined || ink === ground) continue;
    const size = sizeOf(text);
    const least = leastFor(size, isBold(text));
    const pair = `${ink} ${ground} ${least}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const ratio = wcagContrast(ink, ground);
    if (ratio < least) faint.push({ text, ink, ground, ratio, least });
  }
  return faint;
}

/** WCAG 2.2, 1.4.3: large is 18 points, or 14 points in bold. */
function leastFor(pixels: number, isBold: boolean): number {
  return pixels >= 24 || (isBold && pixels >= 18.66) ? 3 : 4.5;
}
