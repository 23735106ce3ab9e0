import type { FacetName } from './facets.js';
import type { Source } from './place.js';

/** A merge field that items and templates may use, with the words for readers who have none. */
export type MergeField = { readonly name: string; readonly fallback?: string };

/** A named group of readers: audiences/<id>.yaml. Who is in it is not part of it. */
export type Audience = {
  readonly id: string;
  readonly source: Source;
  readonly title: string;
  /** Why they get this mail, as the footer tells them. */
  readonly why: string;
  /** The design that these readers get instead of the publication's. */
  readonly template?: string;
  /** By language, BCP 47. */
  readonly translations: Readonly<Record<string, { readonly why: string }>>;
  readonly fields: readonly MergeField[];
  /** The facet values that its readers have; an absent facet means any of the organisation's. */
  readonly facets: { readonly [name in FacetName]?: readonly string[] };
};
