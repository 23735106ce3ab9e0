import { type AnyNode, Comment, type Element, isTag, isText, type Text } from 'domhandler';
import { textContent } from 'domutils';

/** A text as it is read: on one line, without what has no width. */
export function readable(text: string): string {
  const visible = /[^\x20-\x7e\s]/.test(text) ? text.replace(/\p{Cf}|\u034f/gu, '') : text;
  return visible.replace(/\s+/g, ' ').trim();
}

function hasWords(text: string): boolean {
  return /\w/.test(text) || readable(text) !== '';
}

/** The texts within a node that have something to read in them. */
export function textsIn(node: AnyNode): Text[] {
  if (isText(node)) return hasWords(node.data) ? [node] : [];
  if (node instanceof Comment || (isTag(node) && ['style', 'script', 'title', 'head'].includes(node.name))) return [];
  return 'children' in node ? node.children.flatMap(textsIn) : [];
}

/** The element that a node is in. */
export function parentOf(node: AnyNode): Element | undefined {
  return node.parent && isTag(node.parent) ? node.parent : undefined;
}

/** An element and those that it is in, from the inside out; of a text, those that it is in. */
export function* lineage(node: AnyNode): Generator<Element> {
  for (let element = isTag(node) ? node : parentOf(node); element; element = parentOf(element)) yield element;
}

/** What the nearest of the elements around a node says, itself included. */
export function nearest<T>(node: AnyNode, ask: (element: Element) => T | undefined): T | undefined {
  for (const element of lineage(node)) {
    const answer = ask(element);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** A few words of a longer text, in quotation marks. */
export function quoted(text: string, length = 50): string {
  const words = readable(text);
  return `“${words.length > length ? `${words.slice(0, length - 1).trimEnd()}…` : words}”`;
}

/** An element as a designer finds it in a template: by its words, or else by its tag. */
export function nameOf(element: Element): string {
  const words = readable(textContent(element));
  if (words !== '' && !['style', 'script', 'html', 'head', 'body'].includes(element.name)) return quoted(words);
  return tagOf(element);
}

/** "<img src="logo.png">": the tag of an element with what tells it from others. */
export function tagOf({ name, attribs }: Element): string {
  const told = ['id', 'class', 'src', 'href', 'name']
    .filter((attribute) => attribs[attribute])
    .slice(0, 2)
    .map((attribute) => ` ${attribute}="${shortened(attribs[attribute] ?? '')}"`);
  return `<${name}${told.join('')}>`;
}

/** A picture by the name of its file. */
export function nameOfPicture({ attribs }: Element): string {
  const src = attribs.src ?? '';
  const name = /^data:/i.test(src) ? '' : (src.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
  return name === '' ? 'A picture' : `The picture ${quoted(name)}`;
}

function shortened(words: string, length = 60): string {
  return words.length > length ? `${words.slice(0, length - 1)}…` : words;
}
