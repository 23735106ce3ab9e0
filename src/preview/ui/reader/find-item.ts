import type { ShownIssue } from '../../../model/workbench.js';

/** Where an item is in an edition: at its heading or, where its design gives it none, at one of its links. */
export function findItem(page: Document | null | undefined, issue: ShownIssue, id: string): HTMLElement | undefined {
  const item = issue.items.find((one) => one.id === id);
  if (!page || !item) return undefined;
  const words = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const headings = [...page.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')];
  const heading = headings.find((one) => words(one.textContent) === words(item.title));
  const links = [...page.querySelectorAll<HTMLElement>('a[href]')];
  return heading ?? links.find((one) => item.links.some(({ url }) => one.getAttribute('href')?.startsWith(url)));
}

/** Milliseconds for which an eye needs an outline to find it. */
const longEnough = 2500;

/** Brings something into view and outlines it for a moment. */
export function pointAt(element: HTMLElement): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
  const { outline, outlineOffset } = element.style;
  Object.assign(element.style, { outline: '3px solid #c2185b', outlineOffset: '4px' });
  setTimeout(() => Object.assign(element.style, { outline, outlineOffset }), longEnough);
}
