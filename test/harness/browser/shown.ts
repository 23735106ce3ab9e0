/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A text that can be seen, the element that it is in, and the boxes of its lines. */
export type ShownText = {
  readonly text: Text;
  readonly element: HTMLElement;
  readonly style: CSSStyleDeclaration;
  readonly lines: readonly DOMRect[];
};

export function shownTexts(): ShownText[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: ShownText[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!(node instanceof Text) || !element || !wordsOf(node) || !isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0.5);
    if (lines.length > 0) found.push({ text: node, element, style: getComputedStyle(element), lines });
  }
  return found;
}

/** Whether an element is drawn at all: neither it nor what it is in is hidden or shut to nothing. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let outer: Element | null = element; outer && outer !== document.body; outer = outer.parentElement) {
    const isShut = outer.clientHeight <= 1 || outer.clientWidth <= 1;
    if (isShut && getComputedStyle(outer).overflow !== 'visible' && getComputedStyle(outer).display !== 'inline')
      return false;
  }
  return true;
}

export function wordsOf(node: Node): string {
  return (node.textContent ?? '')
    .replace(/\p{Cf}|\u034f/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An element as a problem names it: its tag as far as it tells it from others, and how its words begin. */
export function nameOf(element: Element): string {
  const attributes = ['id', 'class', 'href', 'src'].flatMap((name) => {
    const value = element.getAttribute(name);
    return value ? [` ${name}="${shortened(value)}"`] : [];
  });
  const words = wordsOf(element);
  return `<${element.localName}${attributes.join('')}>${words && ` “${shortened(words)}”`}`;
}

/** The same for a text, by the element that it is in. */
export function nameOfText({ text, element }: ShownText): string {
  return `<${element.localName}> “${shortened(wordsOf(text))}”`;
}

function shortened(words: string): string {
  return words.length > 50 ? `${words.slice(0, 49).trimEnd()}…` : words;
}
