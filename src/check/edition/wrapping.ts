import { type AnyNode, isTag, isText } from 'domhandler';
import { getElementsByTagName } from 'domutils';
import { type Markup, named } from '../markup.js';
import { lineage, nameOf, quoted, textsIn } from './words.js';

/**
 * The parts of the body, by their words, that have something to read or see for which no element inside the body says
 * an attribute: many clients throw html and body away, and their attributes with them.
 */
export function unwrapped(markup: Markup, attribute: 'dir' | 'lang'): string[] {
  const [body] = named(markup, 'body');
  const isBare = (node: AnyNode) =>
    ![...lineage(node)].some(
      ({ name, attribs }) => name !== 'body' && name !== 'html' && Boolean(attribs[attribute]?.trim()),
    );
  return (body?.children ?? [])
    .filter((child) => {
      const pictures = isTag(child) ? getElementsByTagName('img', [child]) : [];
      return [...textsIn(child), ...pictures].some(isBare);
    })
    .map((child) => (isTag(child) ? nameOf(child) : quoted(isText(child) ? child.data : '')));
}
