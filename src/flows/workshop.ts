import { buildId } from '../build-id.js';
import { parseMarkdown } from '../content/markdown.js';
import type { Design } from '../model/design.js';
import type { Markdown } from '../model/item.js';
import { createRenderer, type Renderer } from '../render/renderer.js';
import { type ItemCache, openItemCache } from '../workspace/item-cache.js';
import type { RawFile } from '../workspace/read.js';

/** What is kept from one build to the next in the same process, so that the next costs only what is new. */
export type Workshop = {
  /** The workspace, and the digest of the program if it is a bundle: what prepared pictures are kept by. */
  readonly root: string;
  readonly buildId: string | undefined;
  readonly items: ItemCache;
  /** What a file says, read again only when its bytes have changed. */
  readonly reading: <Result>(file: RawFile, read: () => Result) => Result;
  /** A text as a tree, parsed again only when it has changed. Trees are not to be changed. */
  readonly parsed: (markdown: Markdown) => ReturnType<typeof parseMarkdown>;
  readonly renderer: Renderer;
  /** The same design again for the same files, so that what was compiled of it is found. */
  readonly sameDesign: (design: Design) => Design;
  /** Whether more builds will follow, so that compiled sections are worth keeping. */
  readonly isKept: boolean;
};

/** Several issues' worth; what is over is parsed again. */
const mostTexts = 500;

export function createWorkshop(root: string, { isKept }: { readonly isKept: boolean }): Workshop {
  const designs = new Map<string, { readonly written: string; readonly design: Design }>();
  const readings = new Map<string, { readonly bytes: Buffer; readonly result: unknown }>();
  const texts = new Map<string, ReturnType<typeof parseMarkdown>>();
  return {
    root,
    buildId,
    items: openItemCache(root, buildId),
    reading: <Result>({ path, bytes }: RawFile, read: () => Result): Result => {
      const known = readings.get(path);
      if (known?.bytes.equals(bytes)) return known.result as Result;
      const result = read();
      if (isKept) readings.set(path, { bytes, result });
      return result;
    },
    parsed: (markdown) => {
      const key = JSON.stringify(markdown);
      const known = texts.get(key) ?? parseMarkdown(markdown);
      if (texts.size >= mostTexts) texts.clear();
      if (isKept) texts.set(key, known);
      return known;
    },
    renderer: createRenderer(),
    sameDesign: (design) => {
      const written = JSON.stringify(design);
      const known = designs.get(design.id);
      if (known?.written === written) return known.design;
      designs.set(design.id, { written, design });
      return design;
    },
    isKept,
  };
}
