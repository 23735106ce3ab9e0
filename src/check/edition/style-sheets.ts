import { type Element, isText } from 'domhandler';
import { type Markup, named } from '../markup.js';
import { type Declaration, declarationsIn, splitOutside, withoutComments } from './declarations.js';

/** A rule of a style block. */
export type StyleRule = {
  readonly selectors: readonly string[];
  readonly declarations: readonly Declaration[];
  /** What it stands in, from the outside in: "@media (max-width:480px)". */
  readonly conditions: readonly string[];
};

/** A rule that begins with "@" and is no condition: @import, @font-face, @keyframes. */
export type AtRule = { readonly name: string; readonly words: string; readonly body: string };

export type StyleSheet = {
  readonly element: Element;
  readonly css: string;
  readonly rules: readonly StyleRule[];
  readonly atRules: readonly AtRule[];
};

const known = new WeakMap<Markup, readonly StyleSheet[]>();

/** The style blocks of an edition, read once for all rules. Those for Outlook for Windows alone are not among them. */
export function styleSheetsOf(markup: Markup): readonly StyleSheet[] {
  const before = known.get(markup);
  if (before) return before;
  const sheets = named(markup, 'style').map((element) => {
    const css = element.children.map((child) => (isText(child) ? child.data : '')).join('');
    const { media } = element.attribs;
    return { element, css, ...readRules(withoutComments(css), media ? [`@media ${media}`] : []) };
  });
  known.set(markup, sheets);
  return sheets;
}

/** What holds other rules, and lets them be under a condition. */
const grouping = /^@(?:media|supports|layer|container)\b/i;

function readRules(css: string, conditions: readonly string[]): Pick<StyleSheet, 'rules' | 'atRules'> {
  const rules: StyleRule[] = [];
  const atRules: AtRule[] = [];
  let from = 0;
  for (const mark of marksIn(css)) {
    if (mark.at < from) continue;
    const words = css.slice(from, mark.at).trim();
    from = mark.at + 1;
    if (mark.character !== '{') {
      if (words.startsWith('@')) atRules.push({ name: nameOf(words), words, body: '' });
      continue;
    }
    const close = endOfBlock(css, from);
    const body = css.slice(from, close);
    from = close + 1;
    if (grouping.test(words)) {
      const inner = readRules(body, [...conditions, words]);
      rules.push(...inner.rules);
      atRules.push(...inner.atRules);
    } else if (words.startsWith('@')) atRules.push({ name: nameOf(words), words, body });
    else {
      const selectors = splitOutside(words, ',').map((selector) => selector.trim());
      rules.push({ selectors, declarations: declarationsIn(body), conditions });
    }
  }
  return { rules, atRules };
}

function* marksIn(css: string): Generator<{ readonly at: number; readonly character: string }> {
  for (const { index, 0: character } of css.matchAll(/[{};]/g)) yield { at: index, character };
}

function nameOf(words: string): string {
  return (/^@[a-z-]+/i.exec(words)?.[0] ?? '').toLowerCase();
}

function endOfBlock(css: string, from: number): number {
  let depth = 1;
  for (let at = from; at < css.length; at += 1) {
    const character = css.charAt(at);
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return css.length;
}
