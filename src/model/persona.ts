import type { ReaderFacets } from './facets.js';
import type { Source } from './place.js';

/** A reader who does not exist, in whose place an editor reads an edition. */
export type Persona = {
  readonly id: string;
  readonly source: Source;
  /** Where she is in her file, from 0. */
  readonly index: number;
  readonly title: string;
  readonly about?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly facets: ReaderFacets;
};

/** Somebody who agreed to get proofs. No proof goes to anybody else. */
export type Tester = {
  readonly source: Source;
  readonly index: number;
  readonly name: string;
  readonly address: string;
  /** The persona as whom she reads. */
  readonly persona?: string;
};
