import type { Facets } from './facets.js';

/** An issue as one group of readers gets it. Merge tags are still in it. */
export type Edition = {
  /** "everyone", or the facet values that make it differ: "wales", "wales-iso". Also its file's name. */
  readonly id: string;
  readonly variant: Facets;
  readonly lang: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** The merge fields that it uses, sorted. */
  readonly mergeFields: readonly string[];
  /** Ids of its items in reading order. */
  readonly items: readonly string[];
  /** SHA-256 in hex over everything above that a reader sees. */
  readonly digest: string;
};
