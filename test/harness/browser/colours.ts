/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { blend, formatHex, parse, wcagContrast } from 'culori';
import { nameOfText, type ShownText } from './shown.js';

/** What is done to a colour before it is shown: nothing, or what a client's dark mode does. */
export type Change = (colour: string) => string;

/** The colour below the page, which is not white where a page says that it can be dark. */
export function canvasColour(): string {
  const probe = document.createElement('i');
  probe.style.backgroundColor = 'Canvas';
  document.body.append(probe);
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
}

/** A second opinion on contrast beside axe's, which passes over what it cannot tell. Pairs of colours are told once. */
export function colourProblems(texts: readonly ShownText[], canvas: string): string[] {
  const told = new Map<string, string>();
  for (const text of texts) {
    const ground = groundOf(text.element, canvas, (colour) => colour);
    if (ground === undefined) {
      told.set(`picture ${nameOfText(text)}`, `contrast: ${nameOfText(text)}: nobody can tell, over a picture`);
      continue;
    }
    const ink = inkOf(text, ground, (colour) => colour);
    const least = leastContrast(text.style);
    const ratio = wcagContrast(ink, ground);
    const pair = `${ink} on ${ground}`;
    if (ratio < least && !told.has(pair))
      told.set(pair, `contrast: ${nameOfText(text)}: ${pair} is ${ratioWords(ratio)}, not ${least}:1`);
  }
  return [...told.values()];
}

/** The colours of all elements that a node is in, over each other and over the canvas. Undefined over a picture. */
export function groundOf(element: Element, canvas: string, change: Change): string | undefined {
  const layers: string[] = [];
  for (let outer: Element | null = element; outer; outer = outer.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(outer);
    if (backgroundImage !== 'none') return undefined;
    const alpha = parse(backgroundColor)?.alpha ?? 1;
    if (alpha > 0) layers.push(change(backgroundColor));
    if (alpha === 1) break;
  }
  return formatHex(blend([canvas, ...layers.reverse()]));
}

export function inkOf({ style }: ShownText, ground: string, change: Change): string {
  return formatHex(blend([ground, change(style.color)]));
}

/** WCAG 2.2, 1.4.3; large is 18 points, or 14 points in bold. */
function leastContrast({ fontSize, fontWeight }: CSSStyleDeclaration): number {
  const pixels = Number.parseFloat(fontSize);
  return pixels >= 24 || (pixels >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
}

/** "4.47:1": what is almost enough is not rounded up to enough. */
export function ratioWords(ratio: number): string {
  return `${(Math.floor(ratio * 100) / 100).toFixed(2)}:1`;
}
