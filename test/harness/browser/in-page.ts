/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { audit } from './audit.js';
import { buttonProblems } from './buttons.js';
import { canvasColour, colourProblems } from './colours.js';
import { inversions } from './inversion.js';
import { clippedText, overflows, overlaps, smallText } from './layout.js';
import { pictureProblems } from './pictures.js';
import { shownTexts } from './shown.js';

/** How the page is shown, and whether axe is there to look at it. */
export type Question = {
  readonly colourScheme: 'light' | 'dark';
  readonly images: boolean;
  readonly audited: boolean;
};

/** Each as "check: element: reason". */
export type Look = {
  readonly problems: readonly string[];
  /** What is hard to read where a client makes a dark mode of its own. No fault by itself, but worth knowing. */
  readonly inversions: readonly string[];
};

/** Runs in the page: test/harness/browser.ts bundles it and puts it there. */
async function look({ colourScheme, images, audited }: Question): Promise<Look> {
  await Promise.all([...document.images].map((picture) => picture.decode().catch(() => {})));
  const texts = shownTexts();
  const canvas = canvasColour();
  return {
    problems: [
      ...overflows(texts),
      ...clippedText(texts),
      ...overlaps(texts),
      ...smallText(texts),
      ...colourProblems(texts, canvas),
      ...buttonProblems(canvas),
      ...pictureProblems(images),
      ...(audited ? await audit(colourScheme) : []),
    ],
    inversions: audited && colourScheme === 'light' ? inversions(texts) : [],
  };
}

Object.assign(globalThis, { judge: { look } });
