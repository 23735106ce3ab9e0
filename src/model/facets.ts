/** The kinds of group that an edition can be worded or chosen for. */
export const facetNames = ['regions', 'nations', 'roles', 'languages'] as const;

export type FacetName = (typeof facetNames)[number];

/** Which values of a facet something is for. An absent facet means everybody. */
export type Facets = { readonly [name in FacetName]?: readonly string[] };

/** One reader's value of each facet, where it is known. */
export type ReaderFacets = { readonly [name in FacetName]?: string };
