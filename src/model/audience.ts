import type { FacetName, Facets, ReaderFacets } from './facets.js';
import type { Source } from './place.js';

/** A merge field that items and templates may use, with the words for readers who have none. */
export type MergeField = { readonly name: string; readonly fallback?: string };

/** Whether the people of an audience are real. Nobody but invented people may be in a test audience. */
export const environments = ['test', 'live'] as const;
export type Environment = (typeof environments)[number];

/** Why the organisation may write to them (UK GDPR, article 6; PECR, regulation 22). */
export const lawfulBases = ['member-service', 'consent', 'soft-opt-in'] as const;
export type LawfulBasis = (typeof lawfulBases)[number];

export const csvEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

export const csvDelimiters = [',', ';', '\t'] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** Where the people of an audience are. Paths of files are relative to the workspace. */
export type PeopleSource =
  | { readonly kind: 'csv'; readonly file: string; readonly encoding?: CsvEncoding; readonly delimiter?: CsvDelimiter }
  | { readonly kind: 'xlsx'; readonly file: string; readonly sheet?: string }
  /** `connection` is the name of the environment variable that has the address of the database. */
  | { readonly kind: 'postgres'; readonly query: string; readonly connection: string }
  /** The id of a Marketing list, or of a segment. */
  | { readonly kind: 'sendgrid'; readonly list?: string; readonly segment?: string }
  /** People who do not exist, the same for the same seed. */
  | { readonly kind: 'invented'; readonly count: number; readonly seed: number };

export type SourceKind = PeopleSource['kind'];

export type SourceOf<Kind extends SourceKind> = Extract<PeopleSource, { readonly kind: Kind }>;

/** Which column of a source means what. Columns are named as the source names them. */
export type ColumnMapping = {
  readonly email: string;
  readonly fields: readonly FieldColumn[];
  readonly facets: { readonly [name in FacetName]?: FacetColumn };
  /** The facets that all have alike, and that need no column. */
  readonly everybody?: ReaderFacets;
};

/** Where the values of a merge field are, and the words for people who have none. */
export type FieldColumn = { readonly name: string; readonly column: string; readonly fallback?: string };

export type FacetColumn = {
  readonly column: string;
  /** What the source writes for a value of the facet; null for what is meant to be none. A value's own name needs no entry. */
  readonly values?: Readonly<Record<string, string | null>>;
  /** The value of people whose cell is empty. */
  readonly fallback?: string;
};

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
  readonly facets: Facets;
  readonly environment: Environment;
  readonly basis?: LawfulBasis;
  /** Absent where nobody can be written to yet: issues can be built all the same. */
  readonly people?: PeopleSource;
  readonly columns: ColumnMapping;
  /** How many recipients there are at least and at most. */
  readonly size?: { readonly from: number; readonly until: number };
  /** By how many per cent their number may differ from that of the last issue. */
  readonly change: number;
  /** The SendGrid group whose members have unsubscribed from this mail only. */
  readonly unsubscribeGroup?: number;
};
