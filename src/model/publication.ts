import type { RuleLevels } from './allowance.js';
import type { Cadence, Numbering } from './cadence.js';
import type { Deed, ItemKind, Priority } from './item.js';
import type { Source } from './place.js';

export const lengths = ['full', 'summary', 'brief'] as const;
export type Length = (typeof lengths)[number];

/** What a section takes. Every part that is given must hold; an item goes to the first section that takes it. */
export type Takes = {
  readonly kinds?: readonly ItemKind[];
  readonly campaigns?: readonly string[];
  readonly priorities?: readonly Priority[];
  readonly deeds?: readonly Deed[];
  /** Only items that close within so many days after the issue goes out. */
  readonly closingWithin?: number;
  /** Whether only items are meant that tell what came of them, or only others. */
  readonly outcome?: boolean;
};

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly takes: Takes;
  readonly limit?: number;
  readonly length: Length;
};

export type Sender = { readonly name: string; readonly address: string; readonly replyTo?: string };

export const channels = ['email', 'copy'] as const;
export type Channel = (typeof channels)[number];

/** What a newsletter is called in another language; absent words stay in its own. */
export type PublicationWords = {
  readonly title?: string;
  readonly strapline?: string;
  readonly subject?: string;
  readonly preheader?: string;
  readonly sections: Readonly<Record<string, { readonly title?: string; readonly intro?: string }>>;
};

/** What is done about an edition that grows too long. */
export type SizeRule = {
  /** Kilobytes of HTML above which sections are shortened. */
  readonly limit: number;
  /** Ids of sections, the first to be shortened first. */
  readonly shorten: readonly string[];
};

/** A newsletter: issues/<id>/publication.yaml. */
export type Publication = {
  readonly id: string;
  readonly source: Source;
  readonly title: string;
  readonly strapline?: string;
  readonly channel: Channel;
  readonly audience: string;
  /** Whether it promotes aims and ideals (PECR, regulation 22), and does more than serve members with what is theirs. */
  readonly marketing: boolean;
  /** The design of its editions; print copy has none. */
  readonly template?: string;
  readonly lang?: string;
  readonly sender: Sender;
  readonly cadence: Cadence;
  readonly numbering?: Numbering;
  /** Working days between the copy deadline and the issue. */
  readonly copyDeadline?: number;
  readonly sections: readonly Section[];
  /** Patterns with {placeholders}; see assemble/subject.ts for the ones there are. */
  readonly subject: string;
  readonly preheader: string;
  readonly limit?: number;
  readonly size: SizeRule;
  /** By language, BCP 47: readers of each get editions in it. */
  readonly translations: Readonly<Record<string, PublicationWords>>;
  readonly approvers: readonly string[];
  readonly rules: RuleLevels;
};
