import type { Nation, Term } from './cadence.js';
import type { FacetName } from './facets.js';
import type { Source } from './place.js';

export type Campaign = { readonly id: string; readonly title: string; readonly colour?: string };

/** Who publishes: the workspace's mailout.yaml. */
export type Organisation = {
  readonly source: Source;
  readonly name: string;
  /** Postal address, one line each. */
  readonly address: readonly string[];
  readonly contact: string;
  /** Where the organisation's web pages live. */
  readonly web?: string;
  readonly privacy?: string;
  /** BCP 47. */
  readonly lang: string;
  /** IANA. */
  readonly zone: string;
  readonly nation: Nation;
  readonly terms: readonly Term[];
  readonly campaigns: readonly Campaign[];
  readonly facets: { readonly [name in FacetName]?: readonly string[] };
};
