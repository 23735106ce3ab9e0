/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { wcagContrast } from 'culori';
import { groundOf, ratioWords } from './colours.js';
import { isShown, nameOf, wordsOf } from './shown.js';

/** What fingers need: Apple's and the Consortium's figure, above the 24 pixels of WCAG 2.2, 2.5.8. */
const smallestHeight = 44;

/** What WCAG 2.2, 1.4.11, asks of the edge of what one acts on. */
const leastContrast = 3;

/** Buttons that a finger may miss, or an eye. Links in running text are axe's. */
export function buttonProblems(canvas: string): string[] {
  return [...document.querySelectorAll<HTMLElement>('a[href]')].flatMap((link) => {
    const box = isShown(link) && wordsOf(link) ? boxOf(link) : undefined;
    if (!box) return [];
    const { height } = link.getBoundingClientRect();
    const ground = groundOf(box.parentElement ?? box, canvas, (colour) => colour) ?? canvas;
    const ratio = Math.max(...edgesOf(box, canvas).map((colour) => wcagContrast(colour, ground)));
    return [
      ...(height < smallestHeight - 0.5 ? [`${Math.round(height)} pixels high, not ${smallestHeight}`] : []),
      ...(ratio < leastContrast ? [`stands out from its ground by ${ratioWords(ratio)}, not ${leastContrast}:1`] : []),
    ].map((reason) => `button: ${nameOf(link)}: ${reason}`);
  });
}

/** What makes a link a button: the outermost box with nothing else in it, a cell's where the link has none. */
function boxOf(link: HTMLElement): Element | undefined {
  const isUnderlined = getComputedStyle(link).textDecorationLine.includes('underline');
  if (isUnderlined && !hasBox(link)) return undefined;
  let box: Element | undefined;
  for (let outer: Element | null = link; outer && wordsOf(outer) === wordsOf(link); outer = outer.parentElement) {
    if (['a', 'td'].includes(outer.localName) && hasBox(outer)) box = outer;
  }
  return box;
}

function hasBox(element: Element): boolean {
  const { backgroundColor } = getComputedStyle(element);
  return hasBorder(element) || !/^rgba\(.*, 0\)$/.test(backgroundColor);
}

function hasBorder(element: Element): boolean {
  const { borderTopWidth, borderBottomWidth } = getComputedStyle(element);
  return Number.parseFloat(borderTopWidth) > 0 && Number.parseFloat(borderBottomWidth) > 0;
}

function edgesOf(box: Element, canvas: string): string[] {
  const ground = groundOf(box, canvas, (colour) => colour) ?? canvas;
  return hasBorder(box) ? [ground, getComputedStyle(box).borderTopColor] : [ground];
}
