import { blend, formatHex, parse } from 'culori';
import { type AnyNode, type Element, isTag, isText, type Text } from 'domhandler';
import type { Markup } from '../markup.js';
import { type Scheme, type Style, stylesOf } from './cascade.js';
import { lineage, nearest, parentOf, readable, textsIn } from './words.js';

/** An edition as somebody sees it, as far as that can be told without a browser. */
export type Sight = {
  readonly styleOf: (element: Element) => Style;
  /** The texts that can be seen, in order. */
  readonly texts: readonly Text[];
  /** In pixels. */
  readonly sizeOf: (node: AnyNode) => number;
  /** As a multiple of the size; undefined where nobody says. */
  readonly lineHeightOf: (element: Element) => number | undefined;
  readonly isBold: (node: AnyNode) => boolean;
  readonly isHidden: (node: AnyNode) => boolean;
  /** In hex; undefined where it cannot be told, as over a picture. */
  readonly groundOf: (node: AnyNode) => string | undefined;
  readonly inkOf: (node: AnyNode) => string | undefined;
  /** The colour that an element lays down itself, as written. */
  readonly ownGround: (element: Element) => string | undefined;
};

/** What a client shows that was told that an email is made for dark, and what it shows else. */
const pages = {
  light: { ground: '#ffffff', ink: '#000000', link: '#0000ee' },
  dark: { ground: '#121212', ink: '#ffffff', link: '#9e9eff' },
} as const;

const known = { light: new WeakMap<Markup, Sight>(), dark: new WeakMap<Markup, Sight>() };

/** An edition as it is seen on a device that is set to light or dark; worked out once for all rules. */
export function sightOf(markup: Markup, scheme: Scheme = 'light'): Sight {
  const before = known[scheme].get(markup);
  if (before) return before;
  const sight = seen(markup, scheme);
  known[scheme].set(markup, sight);
  return sight;
}

function seen(markup: Markup, scheme: Scheme): Sight {
  const styleOf = stylesOf(markup, scheme);
  const page = pages[scheme];

  const sizeOf = remembered((element): number => {
    const [, number, unit] = /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec(styleOf(element).get('font-size') ?? '') ?? [];
    const parent = parentOf(element);
    const around = parent ? sizeOf(parent) : 16;
    if (number === undefined) return around * (headingSizes[element.name] ?? 1);
    if (unit === 'em') return Number(number) * around;
    if (unit === 'rem') return Number(number) * 16;
    if (unit === '%') return (Number(number) / 100) * around;
    return Number(number) * (unit === 'pt' ? 4 / 3 : 1);
  });

  const lineHeightOf = (element: Element) =>
    nearest(element, (outer) => {
      const value = styleOf(outer).get('line-height');
      const [, number, unit] = /^(\d*\.?\d+)(px|pt|em|%)?$/.exec(value ?? '') ?? [];
      if (number === undefined) return value === 'normal' ? 1.15 : undefined;
      if (unit === undefined) return Number(number);
      if (unit === 'px' || unit === 'pt') return (Number(number) * (unit === 'pt' ? 4 / 3 : 1)) / sizeOf(element);
      return (Number(number) * sizeOf(outer) * (unit === '%' ? 0.01 : 1)) / sizeOf(element);
    });

  const isShut = remembered((element): boolean => {
    const style = styleOf(element);
    const isFlat = ['max-height', 'height', 'max-width', 'width'].some((side) =>
      /^0(?:px)?$/.test(style.get(side) ?? ''),
    );
    const isOwn =
      element.attribs.hidden !== undefined ||
      style.get('display') === 'none' ||
      style.get('visibility') === 'hidden' ||
      style.get('opacity') === '0' ||
      (isFlat && style.get('overflow') === 'hidden');
    const parent = parentOf(element);
    return isOwn || (parent ? isShut(parent) : false);
  });
  const elementOf = (node: AnyNode) => (isTag(node) ? node : parentOf(node));
  // MJML sets the size to nothing around pictures; that hides words alone.
  const isHidden = (node: AnyNode) => {
    const element = elementOf(node);
    return element !== undefined && (isShut(element) || (isText(node) && sizeOf(element) <= 2));
  };

  const ownGround = (element: Element) => {
    const styled = styleOf(element).get('background-color');
    return [styled ?? element.attribs.bgcolor].find((colour) => isSeen(colour));
  };
  const hasPicture = (element: Element) =>
    (styleOf(element).get('background-image') ?? 'none') !== 'none' || Boolean(element.attribs.background);
  const groundsOf = remembered((element): readonly string[] | undefined => {
    const own = ownGround(element);
    if (own !== undefined && alphaOf(own) === 1) return [own];
    // A picture that nobody laid a colour under may be of any.
    if (hasPicture(element) && own === undefined) return undefined;
    const parent = parentOf(element);
    const around = parent ? groundsOf(parent) : [page.ground];
    return around && (own === undefined ? around : [...around, own]);
  });
  const groundOf = (node: AnyNode) => {
    const element = elementOf(node);
    const grounds = element ? groundsOf(element) : [page.ground];
    return grounds && blended(grounds);
  };
  const inkOf = (node: AnyNode) => {
    const ground = groundOf(node);
    const ink = nearest(node, (element) => {
      const colour = styleOf(element).get('color') ?? element.attribs.color;
      if (colour !== undefined && alphaOf(colour) !== undefined) return colour;
      return element.name === 'a' && element.attribs.href !== undefined && colour !== 'inherit' ? page.link : undefined;
    });
    return ground && blended([ground, ink ?? page.ink]);
  };

  const isBold = (node: AnyNode) => {
    const weight = nearest(
      node,
      (element) =>
        styleOf(element).get('font-weight') ?? (/^(?:h[1-6]|b|strong|th)$/.test(element.name) ? 'bold' : undefined),
    );
    return weight !== undefined && (weight.startsWith('bold') || Number(weight) >= 700);
  };

  const body = markup.elements.find(({ name }) => name === 'body');
  const texts = (body ? textsIn(body) : markup.document.children.flatMap(textsIn)).filter((text) => !isHidden(text));
  return {
    styleOf,
    texts,
    sizeOf: (node) => {
      const element = elementOf(node);
      return element ? sizeOf(element) : 16;
    },
    lineHeightOf,
    isBold,
    isHidden,
    groundOf,
    inkOf,
    ownGround,
  };
}

/** Colours from the ground up, put over each other: the same few over and over in one email. */
function blended(colours: readonly string[]): string {
  const key = colours.join(' over ');
  const before = blends.get(key);
  if (before !== undefined) return before;
  const hex = formatHex(blend(colours));
  if (blends.size >= mostBlends) blends.clear();
  blends.set(key, hex);
  return hex;
}

const blends = new Map<string, string>();
const mostBlends = 1_000;

/** How much larger than the text around them a client shows headings. */
const headingSizes: Readonly<Record<string, number>> = { h1: 2, h2: 1.5, h3: 1.17, h5: 0.83, h6: 0.67 };

function isSeen(colour: string | undefined): boolean {
  const alpha = colour === undefined ? undefined : alphaOf(colour);
  return alpha !== undefined && alpha !== 0;
}

/** How much a colour covers, from 0 to 1; undefined for what is no colour. */
function alphaOf(colour: string): number | undefined {
  if (/^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(colour)) return 1;
  const parsed = parse(colour);
  return parsed && (parsed.alpha ?? 1);
}

function remembered<T>(ask: (element: Element) => T): (element: Element) => T {
  const answers = new Map<Element, T>();
  return (element) => {
    if (answers.has(element)) return answers.get(element) as T;
    const answer = ask(element);
    answers.set(element, answer);
    return answer;
  };
}

/** Words that are read in lines, and what they stand in. */
export type Paragraph = { readonly element: Element; readonly characters: number; readonly texts: readonly Text[] };

const paragraphs = new WeakMap<Sight, readonly Paragraph[]>();

/** What of an edition is read in lines, headings apart. */
export function paragraphsOf(sight: Sight): readonly Paragraph[] {
  const before = paragraphs.get(sight);
  if (before) return before;
  const byElement = new Map<Element, Text[]>();
  for (const text of sight.texts) {
    const block = blockOf(text);
    if (!block || /^h[1-6]$/.test(block.name)) continue;
    const texts = byElement.get(block);
    if (texts) texts.push(text);
    else byElement.set(block, [text]);
  }
  const found = [...byElement].map(([element, texts]) => ({
    element,
    texts,
    characters: texts.reduce((sum, { data }) => sum + readable(data).length, 0),
  }));
  paragraphs.set(sight, found);
  return found;
}

/** The element that holds a text like a paragraph does: what is around it but marks within a line. */
export function blockOf(text: Text): Element | undefined {
  return [...lineage(text)].find(({ name }) => !inline.has(name));
}

const inline = new Set(['a', 'b', 'em', 'font', 'i', 'small', 'span', 'strong', 'u', 'sup', 'sub']);
