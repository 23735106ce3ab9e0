import type { Element } from 'domhandler';
import type { Markup } from '../markup.js';

/** One "property: value" of a style. */
export type Declaration = {
  /** In lower case. */
  readonly property: string;
  /** As written, without "!important". */
  readonly value: string;
  readonly isImportant: boolean;
  /** The whole, as written. */
  readonly text: string;
};

/** The declarations of a style attribute, or of a rule, in order. What is none is left out. */
export function declarationsIn(css: string): Declaration[] {
  return splitOutside(withoutComments(css), ';').flatMap((part) => {
    const text = part.trim();
    const colon = text.indexOf(':');
    const property = text.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!/^-{0,2}[a-z][a-z0-9-]*$/.test(property)) return [];
    const whole = text.slice(colon + 1).trim();
    const bang = whole.lastIndexOf('!');
    const isImportant = bang !== -1 && /^!\s*important$/i.test(whole.slice(bang));
    return [{ property, value: isImportant ? whole.slice(0, bang).trim() : whole, isImportant, text }];
  });
}

const known = new WeakMap<Markup, Map<string, readonly Declaration[]>>();

/** The declarations of elements' own styles. An email has the same few over and over: each is read once. */
export function ownDeclarations(markup: Markup): (element: Element) => readonly Declaration[] {
  const byText = known.get(markup) ?? new Map<string, readonly Declaration[]>();
  known.set(markup, byText);
  return ({ attribs: { style = '' } }) => {
    const declarations = byText.get(style) ?? declarationsIn(style);
    byText.set(style, declarations);
    return declarations;
  };
}

/** CSS without its comments. */
export function withoutComments(css: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = css.indexOf('/*'); start !== -1; start = css.indexOf('/*', from)) {
    parts.push(css.slice(from, start));
    const end = css.indexOf('*/', start + 2);
    from = end === -1 ? css.length : end + 2;
  }
  return from === 0 ? css : [...parts, css.slice(from)].join(' ');
}

/** The parts between separators, those in quotes and brackets apart. */
export function splitOutside(text: string, separator: ';' | ',' | ' '): string[] {
  const parts: string[] = [];
  let from = 0;
  let quote = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
