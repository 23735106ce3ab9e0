import { blend, formatHex, parse } from 'culori';
import type { AnyNode, Element } from 'domhandler';
import { lineage, nearest, styleOf } from './page.js';

/** The ground that an element lays down itself, as CSS has it; undefined for none, or one that cannot be seen. */
export function ownGround(element: Element): string | undefined {
  const style = styleOf(element);
  return (
    firstColour(style.get('background-color')) ??
    firstColour(style.get('background')) ??
    firstColour(element.attribs.bgcolor)
  );
}

/** The ground below a node: those of all elements that it is in, put over each other and over white. */
export function groundOf(node: AnyNode): string {
  const grounds = [...lineage(node)].flatMap((element) => ownGround(element) ?? []);
  return formatHex(blend(['#ffffff', ...grounds.reverse()]));
}

/** The colour of what is written in an element, over its ground. A link without one has the browser's. */
export function inkOf(node: AnyNode): string {
  const ink = nearest(
    node,
    (element) =>
      firstColour(styleOf(element).get('color')) ??
      (element.name === 'a' && element.attribs.href ? '#0000ee' : undefined),
  );
  return formatHex(blend([groundOf(node), ink ?? '#000000']));
}

/** "4.47:1": what is almost enough is not rounded up to enough. */
export function ratioWords(ratio: number): string {
  return `${(Math.floor(ratio * 100) / 100).toFixed(2)}:1`;
}

/** The first colour in a value: `background` may have more in it. */
function firstColour(value: string | undefined): string | undefined {
  const words = value?.match(/#[\da-f]+|\b(?:rgb|hsl)a?\([^)]*\)|[a-z]+/gi) ?? [];
  return words.find((word) => parse(word) !== undefined && parse(word)?.alpha !== 0);
}
