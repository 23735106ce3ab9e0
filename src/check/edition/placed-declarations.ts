import type { Markup } from '../markup.js';
import { type Declaration, declarationsIn, ownDeclarations } from './declarations.js';
import { styleSheetsOf } from './style-sheets.js';
import { nameOf } from './words.js';

/** A declaration and where a designer finds it: at an element, or under a selector. */
export type PlacedDeclaration = Declaration & { readonly at: string };

const known = new WeakMap<Markup, readonly PlacedDeclaration[]>();

/** Every declaration of an edition, of style attributes and of style blocks. */
export function declarationsOf(markup: Markup): readonly PlacedDeclaration[] {
  const before = known.get(markup);
  if (before) return before;
  const inBlocks = styleSheetsOf(markup).flatMap(({ rules, atRules }) => [
    ...rules.flatMap(({ selectors, declarations }) =>
      declarations.map((declaration) => ({ ...declaration, at: `“${selectors.join(', ')}”` })),
    ),
    ...atRules.flatMap(({ words, body }) => declarationsIn(body).map((one) => ({ ...one, at: `“${words}”` }))),
  ]);
  const told = new Map<string, PlacedDeclaration>();
  const own = ownDeclarations(markup);
  const read = new Set<string>();
  for (const element of markup.elements) {
    const { style = '' } = element.attribs;
    if (read.has(style)) continue;
    read.add(style);
    for (const declaration of own(element)) {
      // The same words are told once: a template repeats its styles.
      if (!told.has(declaration.text)) told.set(declaration.text, { ...declaration, at: nameOf(element) });
    }
  }
  const all = [...inBlocks, ...told.values()];
  known.set(markup, all);
  return all;
}
