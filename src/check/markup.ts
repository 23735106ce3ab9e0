import type { Document, Element } from 'domhandler';
import { findAll, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** The HTML of an edition, as text and as a tree. */
export type Markup = {
  readonly html: string;
  readonly document: Document;
  /** Every element, in the order of the document. What stands in conditional comments for Outlook is not among them. */
  readonly elements: readonly Element[];
};

export function markupOf(html: string): Markup {
  const document = parseDocument(html, { withStartIndices: true, withEndIndices: true });
  return { html, document, elements: findAll(() => true, document.children) };
}

/** The elements of some names ("a", "table"). */
export function named({ elements }: Markup, ...names: readonly string[]): Element[] {
  return elements.filter(({ name }) => names.includes(name));
}

/** The words in an element, with runs of white space as one space. */
export function wordsOf(element: Element): string {
  return textContent(element).replace(/\s+/g, ' ').trim();
}

/** The declarations of an element's own style, names in lower case; of two for one property, the last. */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const style = element.attribs.style ?? '';
  return new Map(
    style.split(';').flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      if (colon === -1) return [];
      return [[declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()] as const];
    }),
  );
}

/** An element and what it is in, from the inside out. */
export function* selfAndAncestors(element: Element): Generator<Element> {
  for (let node: Element | null = element; node; node = node.parent?.type === 'tag' ? (node.parent as Element) : null) {
    yield node;
  }
}
