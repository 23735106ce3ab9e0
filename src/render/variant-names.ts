import type { FacetName, Facets } from '../model/facets.js';

/** From broad to narrow, as a person would say it: "wales-london-iso". */
export const facetOrder = ['nations', 'regions', 'roles', 'languages'] as const satisfies readonly FacetName[];

/** Longer names than this are cut: they name files. */
const longest = 100;

/**
 * Ids for the facets of several variants, in the same order: the values, "wales-iso" or "leeds-or-london", "everyone"
 * for one that stands alone, and "everyone-else" for the one without values among others. Each is unique.
 */
export function variantNames(variants: readonly Facets[]): string[] {
  if (variants.length === 1) return ['everyone'];
  const taken = new Set(['everyone', 'everyone-else']);
  return variants.map((facets) => {
    const name = nameOf(facets);
    if (name === '') return 'everyone-else';
    const free = unused(name, taken);
    taken.add(free);
    return free;
  });
}

function nameOf(facets: Facets): string {
  return facetOrder
    .flatMap((facet) => alternatives(facets[facet] ?? []))
    .join('-')
    .slice(0, longest);
}

function alternatives(values: readonly string[]): string[] {
  if (values.length === 0) return [];
  return [values.length > 3 ? `${values[0]}-or-${values.length - 1}-more` : values.join('-or-')];
}

function unused(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
