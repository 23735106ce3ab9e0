import type { Nation, Term } from './cadence.js';
import type { Facets } from './facets.js';
import type { Source } from './place.js';

/** Where SendGrid keeps the data of an account. */
export const regions = ['global', 'eu'] as const;
export type Region = (typeof regions)[number];

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
  readonly facets: Facets;
  readonly region: Region;
  /** Days for which it is known, by pseudonym, who was to get an issue. */
  readonly keepRosters: number;
};
