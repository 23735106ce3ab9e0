import type { Facets } from './facets.js';
import type { Place, Source } from './place.js';
import type { DateText, WallTime } from './time.js';

export const itemKinds = ['action', 'statement', 'news', 'resource', 'event', 'opportunity'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const deeds = [
  'sign',
  'email-mp',
  'write',
  'donate',
  'attend',
  'download',
  'affiliate',
  'read',
  'share',
  'apply',
] as const;
/** What a reader is asked to do. */
export type Deed = (typeof deeds)[number];

export const priorities = ['urgent', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

export type Action = {
  readonly do: Deed;
  readonly label: string;
  readonly url: string;
  readonly deadline?: WallTime;
};

export type Signatory = { readonly name: string; readonly role?: string; readonly organisation?: string };

export type Statement = { readonly excerpt?: string; readonly signatories: readonly Signatory[] };

export type ItemEvent = {
  readonly starts: WallTime;
  readonly ends?: WallTime;
  /** IANA zone; absent means the organisation's. */
  readonly zone?: string;
  readonly place?: string;
  readonly online?: string;
};

export type Image = { readonly src: string; readonly alt: string; readonly credit?: string };

export type Partner = { readonly name: string; readonly url?: string; readonly licence?: string };

export type Update = { readonly on: DateText; readonly text: string };

export type Outcome = { readonly status: 'won' | 'lost' | 'ongoing'; readonly on: DateText; readonly text: string };

/** Markdown as typed, with the place of its first character so that a finding can point into the file. */
export type Markdown = {
  readonly text: string;
  readonly place: Place;
  /** How many columns every line of the text is indented in the file (inside a YAML block). */
  readonly indent: number;
};

/** How one publication words an item. Absent parts are the item's own. */
export type Version = {
  readonly title?: string;
  readonly summary?: string;
  readonly body?: Markdown;
  readonly actions?: readonly Action[];
};

/** One thing to tell readers: one Markdown file of the pool. */
export type Item = {
  /** The file's name without ".md", for ever. */
  readonly id: string;
  readonly source: Source;
  readonly title: string;
  readonly kind: ItemKind;
  readonly campaign?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** BCP 47. */
  readonly lang?: string;
  readonly publications: readonly string[];
  readonly runs: { readonly from?: DateText; readonly until?: DateText };
  readonly repeat: boolean;
  readonly draft: boolean;
  readonly deadline?: WallTime;
  readonly priority: Priority;
  readonly readers: Facets;
  readonly summary?: string;
  readonly actions: readonly Action[];
  readonly statement?: Statement;
  readonly event?: ItemEvent;
  readonly image?: Image;
  readonly partner?: Partner;
  readonly versions: Readonly<Record<string, Version>>;
  readonly translations: Readonly<Record<string, string>>;
  readonly updates: readonly Update[];
  readonly outcome?: Outcome;
  readonly body: Markdown;
};
