/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { isShown, nameOf, nameOfText, type ShownText } from './shown.js';

/** What is cut off or has to be scrolled to sideways: the innermost elements, and texts that leave their element. */
export function overflows(texts: readonly ShownText[]): string[] {
  const words = ({ left, right }: DOMRect) =>
    `is ${Math.ceil(Math.max(right - innerWidth, -left))} pixels outside a window of ${innerWidth}`;
  const isOutside = ({ left, right }: DOMRect) => right > innerWidth + 0.5 || left < -0.5;

  const elements = [...document.body.querySelectorAll('*')].filter((element) => {
    const box = element.getBoundingClientRect();
    return isOutside(box) && box.width > 0.5 && box.height > 0.5 && isShown(element);
  });
  const innermost = elements.filter(
    (element) => !elements.some((other) => other !== element && element.contains(other)),
  );
  const found = [
    ...innermost.map((element) => `overflow: ${nameOf(element)}: ${words(element.getBoundingClientRect())}`),
    ...texts
      .filter(({ element }) => !innermost.includes(element as HTMLElement))
      .flatMap((text) => {
        const line = text.lines.find(isOutside);
        return line ? [`overflow: ${nameOfText(text)}: ${words(line)}`] : [];
      }),
  ];
  const { scrollWidth } = document.documentElement;
  if (found.length === 0 && scrollWidth > innerWidth)
    return [`overflow: <html>: the page is ${scrollWidth} pixels wide in a window of ${innerWidth}`];
  return found;
}

/** Text that its element cuts off, or shows only to those who scroll in it. */
export function clippedText(texts: readonly ShownText[]): string[] {
  const found = new Set<string>();
  for (const { element, lines } of texts) {
    for (
      let outer: Element | null = element;
      outer && outer !== document.documentElement;
      outer = outer.parentElement
    ) {
      const style = getComputedStyle(outer);
      if (style.display === 'inline' || (style.overflowX === 'visible' && style.overflowY === 'visible')) continue;
      const box = outer.getBoundingClientRect();
      const isCut = lines.some(
        ({ left, right, top, bottom }) =>
          left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1,
      );
      if (isCut)
        found.add(
          `clipped: ${nameOf(outer)}: cuts off text at ${Math.round(box.width)} × ${Math.round(box.height)} pixels`,
        );
    }
  }
  return [...found];
}

/** Lines of text that run into one another, or into a picture. */
export function overlaps(texts: readonly ShownText[]): string[] {
  const lines = texts.flatMap((text) => text.lines.map((box) => ({ box, name: nameOfText(text), isPicture: false })));
  const pictures = [...document.images]
    .filter((picture) => isShown(picture))
    .map((picture) => ({ box: picture.getBoundingClientRect(), name: nameOf(picture), isPicture: true }));
  const boxes = [...lines, ...pictures].sort((a, b) => a.box.top - b.box.top);
  const found = new Set<string>();
  for (const [index, one] of boxes.entries()) {
    for (let at = index + 1; at < boxes.length; at += 1) {
      const other = boxes[at];
      if (!other || other.box.top >= one.box.bottom) break;
      if (one.isPicture && other.isPicture) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // Boxes of lines are as high as their font says, which for some scripts is more than the line: half is a clash.
      if (wide > 2 && high > Math.min(one.box.height, other.box.height) / 2)
        found.add(`overlap: ${one.name}: is drawn over ${other.name}`);
    }
  }
  return [...found];
}

const smallestText = 14;

export function smallText(texts: readonly ShownText[]): string[] {
  return texts.flatMap((text) => {
    const size = Number.parseFloat(text.style.fontSize);
    return size < smallestText ? [`small: ${nameOfText(text)}: ${size} pixels, not ${smallestText}`] : [];
  });
}
