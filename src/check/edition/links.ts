import { type Element, isTag, isText } from 'domhandler';
import type { Markup } from '../markup.js';
import type { Sight } from './sight.js';
import { parentOf, textsIn } from './words.js';

/** The links of an edition that somebody can see. */
export function linksOf({ elements }: Markup, { isHidden }: Sight): Element[] {
  return elements.filter((element) => element.name === 'a' && element.attribs.href !== undefined && !isHidden(element));
}

/** Whether a link has words of its own, not only pictures. */
export function hasWords(link: Element): boolean {
  return textsIn(link).length > 0;
}

/** What makes a link a button: its own ground or border, or that of a cell that holds nothing else. */
export function buttonOf(link: Element, sight: Sight): Element | undefined {
  const hasBox = (element: Element) => sight.ownGround(element) !== undefined || borderOf(element, sight) !== undefined;
  const parent = parentOf(link);
  const isAlone = parent?.children.every(
    (child) => child === link || !(isTag(child) || (isText(child) && child.data.trim() !== '')),
  );
  const cell = parent && isAlone && ['td', 'th', 'div'].includes(parent.name) && hasBox(parent) ? parent : undefined;
  if (!hasBox(link)) return cell;
  // MJML paints a button twice: the link, for what leaves out its cell, and the cell.
  return cell && sight.ownGround(cell) === sight.ownGround(link) ? cell : link;
}

/** The colour of a border all round. */
export function borderOf(element: Element, { styleOf }: Sight): string | undefined {
  const border = styleOf(element).get('border');
  if (!border || /^(?:0(?:px)?|none)\b/.test(border)) return undefined;
  return /#[\da-f]{3,6}\b/.exec(border)?.[0];
}
