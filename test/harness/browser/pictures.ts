/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { isShown, nameOf } from './shown.js';

/** Pictures that are not there, or, where they are not shown, words in their place that cannot be read. */
export function pictureProblems(images: boolean): string[] {
  const pictures = [...document.images].filter((picture) => getComputedStyle(picture).display !== 'none');
  if (images)
    return pictures
      .filter(({ naturalWidth }) => naturalWidth === 0)
      .map((picture) => `picture: ${nameOf(picture)}: cannot be shown`);
  return pictures.flatMap((picture) => {
    if (!picture.hasAttribute('alt')) return [`picture: ${nameOf(picture)}: has no alt`];
    const alt = picture.alt.trim();
    if (!alt) return [];
    if (!isShown(picture)) return [`picture: ${nameOf(picture)}: “${alt}” is not shown in its place`];
    const { fontSize } = getComputedStyle(picture);
    return [
      ...(Number.parseFloat(fontSize) < 14 ? [`“${alt}” is ${fontSize} large, not 14px`] : []),
      ...(fits(picture) ? [] : [`“${alt}” does not fit into its place`]),
    ].map((reason) => `picture: ${nameOf(picture)}: ${reason}`);
  });
}

/** Whether the words fit into the box that is kept free for the picture; without one they are in a line of text. */
function fits({ scrollWidth, scrollHeight, clientWidth, clientHeight }: HTMLImageElement): boolean {
  return scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1;
}
