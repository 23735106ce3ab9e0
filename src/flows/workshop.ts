import { buildId } from '../build-id.js';
import type { Design } from '../model/design.js';
import type { Renderer } from '../render/renderer.js';
import { type ItemCache, openItemCache } from '../workspace/item-cache.js';

/** What is kept from one build to the next in the same process, so that the next costs only what is new. */
export type Workshop = {
  readonly items: ItemCache;
  /** Loaded when the first issue needs it. */
  readonly renderer: () => Promise<Renderer>;
  /** The same design again for the same files, so that what was compiled of it is found. */
  readonly sameDesign: (design: Design) => Design;
  /** Whether more builds will follow, so that compiled sections are worth keeping. */
  readonly isKept: boolean;
};

export function createWorkshop(root: string, { isKept }: { readonly isKept: boolean }): Workshop {
  const designs = new Map<string, { readonly written: string; readonly design: Design }>();
  let renderer: Promise<Renderer> | undefined;
  return {
    items: openItemCache(root, buildId),
    renderer: () => {
      renderer ??= import('../render/renderer.js').then(({ createRenderer }) => createRenderer());
      return renderer;
    },
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
