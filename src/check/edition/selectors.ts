import type { Element } from 'domhandler';
import type { Markup } from '../markup.js';

/** One element of a selector: "td.mo-box[dir]". */
type Compound = {
  readonly name?: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value?: string }[];
  readonly isRoot: boolean;
};

/** A selector that can be looked up in a tree: what it ends in, and what that is in. */
export type Selector = {
  readonly last: Compound;
  /** From the inside out; `isParent` where nothing may be between. */
  readonly around: readonly { readonly compound: Compound; readonly isParent: boolean }[];
  readonly specificity: number;
};

/** Undefined for what depends on more than the tree above an element: states, siblings, counting. */
export function selectorOf(text: string): Selector | undefined {
  const words = text
    .replace(/\s*>\s*/g, ' > ')
    .trim()
    .split(/\s+/);
  const around: { readonly compound: Compound; readonly isParent: boolean }[] = [];
  let last: Compound | undefined;
  let isParent = false;
  for (const word of words) {
    if (word === '>') {
      isParent = true;
      continue;
    }
    const compound = compoundOf(word);
    if (!compound) return undefined;
    if (last) around.unshift({ compound: last, isParent });
    last = compound;
    isParent = false;
  }
  if (!last) return undefined;
  const specificity = [last, ...around.map(({ compound }) => compound)].reduce(
    (sum, { name, ids, classes, attributes, isRoot }) =>
      sum +
      ids.length * 10_000 +
      (classes.length + attributes.length + Number(isRoot)) * 100 +
      Number(name !== undefined),
    0,
  );
  return { last, around, specificity };
}

const compoundShape = /^(?:[a-z][\w-]*|\*)?(?:[.#][\w-]+|\[[\w-]+(?:="?[^"'\]]*"?)?\]|:root)*$/i;

function compoundOf(word: string): Compound | undefined {
  if (word === '' || !compoundShape.test(word)) return undefined;
  const name = /^[a-z][\w-]*/i.exec(word)?.[0].toLowerCase();
  const marks = word.slice(name?.length ?? 0);
  return {
    ...(name !== undefined && { name }),
    ids: [...marks.matchAll(/#([\w-]+)/g)].flatMap(([, id]) => id ?? []),
    classes: [...marks.matchAll(/\.([\w-]+)/g)].flatMap(([, one]) => one ?? []),
    attributes: [...marks.matchAll(/\[([\w-]+)(?:="?([^"'\]]*)"?)?\]/g)].map(([, attribute = '', value]) => ({
      name: attribute.toLowerCase(),
      ...(value !== undefined && { value }),
    })),
    isRoot: marks.includes(':root'),
  };
}

/** The elements of an edition that selectors mean. */
export function finderOf({ elements }: Markup): (selector: Selector) => readonly Element[] {
  const byClass = new Map<string, Element[]>();
  const byName = new Map<string, Element[]>();
  for (const element of elements) {
    push(byName, element.name, element);
    for (const one of new Set(classesOf(element))) push(byClass, one, element);
  }
  return ({ last, around }) => {
    const [first] = last.classes;
    const candidates =
      first !== undefined ? byClass.get(first) : last.name !== undefined ? byName.get(last.name) : elements;
    return (candidates ?? []).filter((element) => fits(element, last) && isWithin(element, around));
  };
}

function push(lists: Map<string, Element[]>, key: string, element: Element): void {
  const list = lists.get(key);
  if (list) list.push(element);
  else lists.set(key, [element]);
}

function classesOf({ attribs }: Element): string[] {
  return attribs.class?.split(/\s+/) ?? [];
}

function fits(element: Element, { name, ids, classes, attributes, isRoot }: Compound): boolean {
  if (name !== undefined && name !== element.name) return false;
  if (isRoot && element.name !== 'html') return false;
  if (ids.some((id) => id !== element.attribs.id)) return false;
  if (classes.length > 0) {
    const own = classesOf(element);
    if (classes.some((one) => !own.includes(one))) return false;
  }
  return attributes.every(({ name: attribute, value }) => {
    const own = element.attribs[attribute];
    return own !== undefined && (value === undefined || own === value);
  });
}

/** The nearest ancestor that fits is taken for each step: an email has no selectors for which that is not enough. */
function isWithin(element: Element, around: Selector['around']): boolean {
  let node = parentOf(element);
  for (const { compound, isParent } of around) {
    while (node && !isParent && !fits(node, compound)) node = parentOf(node);
    if (!node || !fits(node, compound)) return false;
    node = parentOf(node);
  }
  return true;
}

function parentOf({ parent }: Element): Element | undefined {
  return parent?.type === 'tag' ? (parent as Element) : undefined;
}
