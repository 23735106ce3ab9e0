import { wcagContrast } from 'culori';
import { type AnyNode, type Element, isTag, type Text } from 'domhandler';
import { groundOf, inkOf, ratioWords } from './colours.js';
import {
  type Complaint,
  lineage,
  nameOf,
  nameOfText,
  nearest,
  type Page,
  parentOf,
  styleOf,
  textsIn,
  wordsOf,
} from './page.js';

/** Text that is smaller than this can hardly be read, in pixels. */
export const smallestText = 14;

/** The least size of running text in pixels, and the least height of its lines as a multiple of it. */
const running = { size: 16, lineHeight: 1.4, characters: 80 };

/**
 * WCAG 2.2, success criterion 1.4.3: text stands out from its ground by 4.5:1, large text by 3:1. Pairs of colours are
 * told once.
 */
export function lowContrast({ texts }: Page): Complaint[] {
  const told = new Set<string>();
  return texts.flatMap((text) => {
    if (isHidden(text)) return [];
    const [ink, ground] = [inkOf(text), groundOf(text)];
    const least = leastContrast(fontSize(text), isBold(text));
    const ratio = wcagContrast(ink, ground);
    const pair = `${ink} on ${ground}`;
    if (ratio >= least || told.has(pair)) return [];
    told.add(pair);
    return [{ check: 'contrast', at: nameOfText(text), reason: `${pair} is ${ratioWords(ratio)}, not ${least}:1` }];
  });
}

/** What WCAG 2.2 asks for in 1.4.3; large is 18 points, or 14 points in bold. */
export function leastContrast(pixels: number, bold: boolean): number {
  return pixels >= 24 || (bold && pixels >= 18.66) ? 3 : 4.5;
}

/** Nothing is hidden but the line that inboxes show beside the subject, which is the first text. */
export function hiddenText({ texts, elements }: Page): Complaint[] {
  const hidden = texts.filter(isHidden);
  const preheader = texts[0] && parentOf(texts[0]);
  const unseen = hidden
    .filter((text) => ![...lineage(text)].some((element) => element === preheader))
    .map((text) => ({ check: 'hidden', at: nameOfText(text), reason: 'cannot be seen' }));
  const unheard = elements
    .filter((element) => element.attribs['aria-hidden'] === 'true' && /\p{L}/u.test(wordsOf(element)))
    .filter((element) => !textsIn(element).every(isHidden))
    .map((element) => ({ check: 'hidden', at: nameOf(element), reason: 'is kept from screen readers' }));
  return [...unseen, ...unheard];
}

export function smallText({ texts, elements }: Page): Complaint[] {
  const tooSmall = texts.filter((text) => !isHidden(text) && fontSize(text) < smallestText);
  const tiny = [...new Set(tooSmall.flatMap((text) => blockOf(text) ?? []))].map((element) => ({
    check: 'font-size',
    at: nameOf(element),
    reason: `${Math.min(...tooSmall.filter((text) => blockOf(text) === element).map(fontSize))} pixels, not ${smallestText}`,
  }));
  const footer = footerOf(elements);
  const small = paragraphs(elements)
    .filter((element) => wordsOf(element).length >= running.characters)
    .filter((element) => ![...lineage(element)].some((outer) => outer === footer))
    .filter((element) => fontSize(element) >= smallestText && fontSize(element) < running.size)
    .map((element) => ({
      check: 'font-size',
      at: nameOf(element),
      reason: `${fontSize(element)} pixels, not ${running.size}, in running text`,
    }));
  return [...tiny, ...small];
}

export function badLineHeights({ elements }: Page): Complaint[] {
  return paragraphs(elements)
    .filter((element) => lineHeight(element) < running.lineHeight)
    .map((element) => ({
      check: 'line-height',
      at: nameOf(element),
      reason: `lines are ${Number(lineHeight(element).toFixed(2))} high, not ${running.lineHeight}`,
    }));
}

/** Elements with text of their own to read in lines. */
function paragraphs(elements: readonly Element[]): Element[] {
  return elements.filter(
    (element) =>
      ['p', 'li', 'blockquote', 'dd'].includes(element.name) && textsIn(element).some((text) => !isHidden(text)),
  );
}

function blockOf(text: Text): Element | undefined {
  const inline = ['a', 'b', 'em', 'i', 'span', 'strong'];
  return [...lineage(text)].find(({ name }) => !inline.includes(name));
}

/** Around the link to unsubscribe, as far as there are no headings. */
function footerOf(elements: readonly Element[]): Element | undefined {
  const link = elements.findLast(({ name, attribs }) => name === 'a' && /unsubscribe/i.test(attribs.href ?? ''));
  const hasHeading = (element: Element): boolean =>
    /^(?:h[1-6]|body)$/.test(element.name) || element.children.some((child) => isTag(child) && hasHeading(child));
  return link && [...lineage(link)].findLast((element) => !hasHeading(element));
}

function isHidden(node: AnyNode): boolean {
  const isShut = [...lineage(node)].some((element) => {
    const style = styleOf(element);
    const isFlat = ['max-height', 'height', 'max-width', 'width'].some((side) =>
      /^0(?:px)?$/.test(style.get(side) ?? ''),
    );
    return (
      element.attribs.hidden !== undefined ||
      style.get('display') === 'none' ||
      style.get('visibility') === 'hidden' ||
      style.get('opacity') === '0' ||
      (isFlat && style.get('overflow') === 'hidden')
    );
  });
  return isShut || fontSize(node) <= 2;
}

/** How much larger than the text around them a browser shows headings. */
const headingSizes: Readonly<Record<string, number>> = { h1: 2, h2: 1.5, h3: 1.17, h5: 0.83, h6: 0.67 };

/** In pixels. */
export function fontSize(node: AnyNode | undefined): number {
  const element = node && (isTag(node) ? node : parentOf(node));
  if (!element) return 16;
  const [, number, unit] = /^(\d*\.?\d+)(px|pt|em|%)?/.exec(styleOf(element).get('font-size') ?? '') ?? [];
  const around = () => fontSize(parentOf(element));
  if (number === undefined) return around() * (headingSizes[element.name] ?? 1);
  if (unit === 'em') return Number(number) * around();
  if (unit === '%') return (Number(number) / 100) * around();
  return Number(number) * (unit === 'pt' ? 4 / 3 : 1);
}

/** As a multiple of the text's size; what browsers take for "normal" is 1.15 or so. */
function lineHeight(element: Element): number {
  const found = nearest(element, (outer) => {
    const [, number, unit] = /^(\d*\.?\d+)(px|em|%)?$/.exec(styleOf(outer).get('line-height') ?? '') ?? [];
    if (number === undefined) return styleOf(outer).has('line-height') ? 1.15 : undefined;
    if (unit === undefined) return Number(number);
    const pixels = unit === 'px' ? Number(number) : Number(number) * fontSize(outer) * (unit === '%' ? 0.01 : 1);
    return pixels / fontSize(element);
  });
  return found ?? 1.15;
}

function isBold(text: Text): boolean {
  const weight = nearest(text, (element) => {
    const own = styleOf(element).get('font-weight');
    return own ?? (/^(?:h[1-6]|b|strong|th)$/.test(element.name) ? 'bold' : undefined);
  });
  return weight !== undefined && (weight.startsWith('bold') || Number(weight) >= 700);
}
