import type { Element } from 'domhandler';
import type { Markup } from '../markup.js';
import { type Declaration, ownDeclarations, splitOutside } from './declarations.js';
import { finderOf, selectorOf } from './selectors.js';
import { styleSheetsOf } from './style-sheets.js';

/** Whether the reader's device is set to light or dark. */
export type Scheme = 'light' | 'dark';

/** The values that hold for an element by style blocks and its own style, by longhand property, in lower case. */
export type Style = ReadonlyMap<string, string>;

const none: Style = new Map();

/** As wide as the window of a mail program on a computer, in pixels. */
const windowWidth = 1_000;

/** A rule of a style block that means an element, and how much it weighs against others. */
type Match = { readonly declarations: readonly Declaration[]; readonly order: number; readonly specificity: number };

/** The styles of all elements of an edition as a client shows them that keeps its style blocks. */
export function stylesOf(markup: Markup, scheme: Scheme): (element: Element) => Style {
  const matches = matchesOf(markup, scheme);
  const own = ownDeclarations(markup);
  // An email has the same few styles over and over: each is worked out once.
  const byMatch = new Map<string, Style>();
  const byElement = new Map<Element, Style>();
  return (element) => {
    const before = byElement.get(element);
    if (before) return before;
    const found = matches.get(element) ?? [];
    const { style = '' } = element.attribs;
    if (found.length === 0 && style === '') return none;
    const key = `${found.map(({ order, specificity }) => `${order}:${specificity}`).join()} ${style}`;
    const worked = byMatch.get(key) ?? cascaded(found, own(element));
    byMatch.set(key, worked);
    byElement.set(element, worked);
    return worked;
  };
}

function matchesOf(markup: Markup, scheme: Scheme): ReadonlyMap<Element, readonly Match[]> {
  const matches = new Map<Element, Match[]>();
  const find = finderOf(markup);
  let order = 0;
  for (const { rules } of styleSheetsOf(markup)) {
    for (const { selectors, declarations, conditions } of rules) {
      order += 1;
      if (!conditions.every((condition) => holds(condition, scheme))) continue;
      for (const text of selectors) {
        const selector = selectorOf(text);
        if (!selector) continue;
        const match = { declarations, order, specificity: selector.specificity };
        for (const element of find(selector)) {
          const list = matches.get(element);
          if (list) list.push(match);
          else matches.set(element, [match]);
        }
      }
    }
  }
  return matches;
}

/** What is left when each declaration has given way to those that weigh more, and of two alike to the later one. */
function cascaded(matches: readonly Match[], own: readonly Declaration[]): Style {
  const style = new Map<string, string>();
  const weights = new Map<string, number>();
  const put = (declaration: Declaration, weight: number) => {
    const total = weight + (declaration.isImportant ? 1e15 : 0);
    for (const [property, value] of longhandsOf(declaration)) {
      if ((weights.get(property) ?? -1) > total) continue;
      style.set(property, value);
      weights.set(property, total);
    }
  };
  for (const { declarations, order, specificity } of matches) {
    for (const declaration of declarations) put(declaration, specificity * 1e6 + order);
  }
  for (const declaration of own) put(declaration, 1e14);
  return style;
}

/** Whether a condition holds in a wide window. What is not known does not. */
function holds(condition: string, scheme: Scheme): boolean {
  const media = /^@media\s+(.*)$/is.exec(condition)?.[1];
  if (media === undefined) return false;
  return splitOutside(media, ',').some((query) => {
    const parts = query
      .trim()
      .toLowerCase()
      .split(/\s+and\s+/);
    return parts.every((part) => {
      const [, feature = '', value = ''] = /^\(\s*([a-z-]+)\s*(?::\s*([^)]*?)\s*)?\)$/.exec(part) ?? [];
      if (feature === 'min-width') return Number.parseFloat(value) <= windowWidth;
      if (feature === 'max-width') return Number.parseFloat(value) >= windowWidth;
      if (feature === 'prefers-color-scheme') return value === scheme;
      return ['screen', 'only screen', 'all'].includes(part);
    });
  });
}

/** A declaration by the properties that rules ask for. */
function longhandsOf({ property, value: written }: Declaration): (readonly [string, string])[] {
  const value = written.toLowerCase();
  if (property === 'font') {
    const [, size, height] =
      /(?:^|\s)(\d[\d.]*(?:px|pt|em|rem|%))(?:\s*\/\s*(\d[\d.]*(?:px|pt|em|%)?))?/.exec(value) ?? [];
    return [
      ...(size === undefined ? [] : [['font-size', size] as const]),
      ['line-height', height ?? 'normal'],
      ['font-weight', /(?:^|\s)(bold|bolder|[1-9]00)(?=\s)/.exec(value)?.[1] ?? 'normal'],
      ['font-style', /(?:^|\s)(?:italic|oblique)(?=\s)/.test(value) ? 'italic' : 'normal'],
    ];
  }
  if (property === 'background') {
    const image = value.includes('url(') || value.includes('gradient(');
    // The colour is the last layer's; a client that shows no picture shows that.
    const words = splitOutside(splitOutside(value, ',').at(-1)?.trim() ?? '', ' ');
    return [
      [
        'background-color',
        words.find((word) => word !== '' && !word.startsWith('url(') && isColourLike(word)) ?? 'transparent',
      ],
      ['background-image', image ? value : 'none'],
    ];
  }
  if (property === 'text-decoration') return [['text-decoration-line', value]];
  return [[property, value]];
}

const placing =
  /^(?:none|initial|inherit|unset|(?:no-)?repeat(?:-[xy])?|top|bottom|left|right|center|cover|contain|auto|scroll|fixed|local|(?:border|padding|content)-box)$/;

function isColourLike(word: string): boolean {
  return /^(?:#[\da-f]+|[a-z]+(?:\(.*\))?)$/.test(word) && !placing.test(word) && !/gradient\(/.test(word);
}
