import { declarationsOf, type PlacedDeclaration } from '../../edition/placed-declarations.js';
import { styleSheetsOf } from '../../edition/style-sheets.js';
import { lackingIn } from '../../edition/support.js';
import type { Markup } from '../../markup.js';
import { rule } from '../../rule.js';

/**
 * What layouts and words hang on, by the names of caniemail.com. What only looks better where it is known, like shadows,
 * round corners and movement, is left out: nobody misses it.
 */
const byProperty: readonly (readonly [slug: string, property: RegExp, value?: RegExp])[] = [
  ['css-display-flex', /^display$/, /^(?:inline-)?flex$/i],
  ['css-display-grid', /^display$/, /^(?:inline-)?grid$/i],
  ['css-flex-direction', /^flex-direction$|^flex-flow$/],
  ['css-flex-wrap', /^flex-wrap$/],
  ['css-grid-template', /^grid(?:-template(?:-(?:columns|rows|areas))?|-area|-column|-row)?$/],
  ['css-gap', /^(?:column-|row-)?gap$/],
  ['css-align-items', /^align-items$/],
  ['css-justify-content', /^justify-content$/],
  ['css-position', /^position$/, /^(?:absolute|relative|fixed|sticky)$/i],
  ['css-left-right-top-bottom', /^(?:left|right|top|bottom)$/],
  ['css-inset', /^inset$/],
  ['css-transform', /^transform$/],
  ['css-z-index', /^z-index$/],
  ['css-clip-path', /^clip-path$/],
  ['css-mask-image', /^mask-image$/],
  ['css-filter', /^filter$/],
  ['css-mix-blend-mode', /^mix-blend-mode$/],
  ['css-aspect-ratio', /^aspect-ratio$/],
  ['css-object-fit', /^object-fit$/],
  ['css-column-count', /^column-count$|^columns$/],
  ['css-writing-mode', /^writing-mode$/],
  ['css-visibility', /^visibility$/, /^hidden$/i],
  ['css-margin-inline-block', /^margin-(?:inline|block)$/],
  ['css-margin-inline-start-end', /^margin-inline-(?:start|end)$/],
  ['css-margin-block-start-end', /^margin-block-(?:start|end)$/],
  ['css-padding-inline-block', /^padding-(?:inline|block)$/],
  ['css-padding-inline-start-end', /^padding-inline-(?:start|end)$/],
  ['css-padding-block-start-end', /^padding-block-(?:start|end)$/],
  ['css-block-inline-size', /^(?:block|inline)-size$/],
  ['css-list-style-image', /^list-style-image$/],
  ['css-variables', /./, /\bvar\(/i],
  ['css-unit-calc', /./, /\bcalc\(/i],
  ['css-function-clamp', /./, /\bclamp\(/i],
  ['css-function-min', /./, /\bmin\(/i],
  ['css-function-max', /./, /\bmax\(/i],
  ['css-function-light-dark', /./, /\blight-dark\(/i],
  ['css-unit-rem', /./, /(?:^|[\s(,])-?\d*\.?\d+rem\b/i],
  ['css-unit-vw', /./, /(?:^|[\s(,])-?\d*\.?\d+vw\b/i],
  ['css-unit-vh', /./, /(?:^|[\s(,])-?\d*\.?\d+vh\b/i],
];

/** Selectors that choose by place or content: where they are not known, the style is missing. */
const bySelector: readonly (readonly [slug: string, selector: RegExp])[] = [
  ['css-pseudo-class-nth-child', /:nth-child\(/i],
  ['css-pseudo-class-nth-of-type', /:nth-of-type\(/i],
  ['css-pseudo-class-not', /:not\(/i],
  ['css-pseudo-class-has', /:has\(/i],
  ['css-pseudo-class-checked', /:checked\b/i],
  ['css-pseudo-class-target', /:target\b/i],
  ['css-pseudo-element-before', /::?before\b/i],
  ['css-pseudo-element-after', /::?after\b/i],
];

export const unsupportedCss = rule({
  id: 'compat/unsupported-css',
  over: 'edition',
  severity: 'warning',
  title: 'A layout uses only what mail programs understand',
  why: 'Mail programs know less than browsers, and leave out what they do not know. A layout that hangs on it falls apart for a part of the readers, and the designer does not see it.',
  origins: [{ title: 'Can I email', url: 'https://www.caniemail.com/' }],
  bad: '<div style="display:flex;gap:16px">…',
  good: '<mj-section><mj-column>…</mj-column><mj-column>…</mj-column></mj-section>',
  *judge({ markup }) {
    const seen = new Set<string>();
    for (const { slug, what, at } of usesIn(markup)) {
      if (seen.has(slug)) continue;
      seen.add(slug);
      const missing = lackingIn(slug);
      if (missing.length === 0) continue;
      yield {
        words: `“${what}”, at ${at}, is unknown to ${listed(missing)}.`,
        fix: 'Do without it, or see that the email can be read without it: tables and <mj-column> are known everywhere.',
      };
    }
  },
});

type Use = { readonly slug: string; readonly what: string; readonly at: string };

function* usesIn(markup: Markup): Generator<Use> {
  for (const declaration of declarationsOf(markup)) {
    for (const slug of slugsOf(declaration)) yield { slug, what: declaration.text, at: declaration.at };
  }
  for (const { rules } of styleSheetsOf(markup)) {
    for (const { selectors } of rules) {
      for (const selector of selectors) {
        const [slug] = bySelector.find(([, pattern]) => pattern.test(selector)) ?? [];
        if (slug !== undefined) yield { slug, what: selector, at: 'a style block' };
      }
    }
  }
}

function slugsOf({ property, value }: PlacedDeclaration): string[] {
  return byProperty.flatMap(([slug, name, pattern]) =>
    name.test(property) && (pattern === undefined || pattern.test(value)) ? [slug] : [],
  );
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
