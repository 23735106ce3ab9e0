import { type AnyNode, Comment, type Document, Element, isTag, isText, type Text } from 'domhandler';
import { findAll, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { declarations } from './declarations.js';

/** `at` is the element, or the part of the file, that is wrong. */
export type Complaint = { readonly check: string; readonly at: string; readonly reason: string };

export type Page = {
  readonly html: string;
  readonly document: Document;
  readonly elements: readonly Element[];
  readonly body: Element | undefined;
  /** Texts of the body that have something to read in them. */
  readonly texts: readonly Text[];
  readonly links: readonly Element[];
};

export function parsePage(html: string): Page {
  const document = parseDocument(html);
  const elements = findAll(() => true, document.children);
  const body = elements.find(({ name }) => name === 'body');
  return {
    html,
    document,
    elements,
    body,
    texts: body ? textsIn(body) : [],
    links: elements.filter(({ name, attribs }) => name === 'a' && attribs.href !== undefined),
  };
}

/** Texts within a node that have something to read in them. */
export function textsIn(node: AnyNode): Text[] {
  if (isText(node)) return readable(node.data) ? [node] : [];
  if (node instanceof Comment || (isTag(node) && ['style', 'script', 'title'].includes(node.name))) return [];
  return 'children' in node ? node.children.flatMap(textsIn) : [];
}

/** A text as it is read: one line, without what has no width or no ink. */
export function readable(text: string): string {
  return text
    .replace(/\p{Cf}|\u034f/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function wordsOf(element: Element): string {
  return readable(textContent(element));
}

/** The element a node is in. */
export function parentOf(node: AnyNode): Element | undefined {
  return node.parent instanceof Element ? node.parent : undefined;
}

/** An element and those that it is in, from the inside out; of a text, those that it is in. */
export function* lineage(node: AnyNode): Generator<Element> {
  for (let element = node instanceof Element ? node : parentOf(node); element; element = parentOf(element))
    yield element;
}

/** What the element nearest to a node says, of those that say anything. */
export function nearest<T>(node: AnyNode, ask: (element: Element) => T | undefined): T | undefined {
  for (const element of lineage(node)) {
    const answer = ask(element);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

const declared = new WeakMap<Element, ReadonlyMap<string, string>>();

/** The inline style of an element, by property. */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const known = declared.get(element) ?? declarations(element.attribs.style ?? '');
  declared.set(element, known);
  return known;
}

/** An element as a complaint names it: its tag as far as it tells it from others, and how its words begin. */
export function nameOf(element: Element): string {
  const attributes = ['id', 'class', 'href', 'src', 'lang']
    .flatMap((name) => (element.attribs[name] === undefined ? [] : [` ${name}="${shortened(element.attribs[name])}"`]))
    .join('');
  const words = wordsOf(element);
  return `<${element.name}${attributes}>${words && ` “${shortened(words)}”`}`;
}

/** A text as a complaint names it, with the element that it is in. */
export function nameOfText(text: Text): string {
  return `<${parentOf(text)?.name}> “${shortened(readable(text.data))}”`;
}

export function shortened(words: string, length = 50): string {
  return words.length > length ? `${words.slice(0, length - 1).trimEnd()}…` : words;
}
