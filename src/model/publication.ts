import type { Cadence } from './cadence.js';
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

/** A newsletter: issues/<id>/publication.yaml. */
export type Publication = {
  readonly id: string;
  readonly source: Source;
  readonly title: string;
  readonly strapline?: string;
  readonly channel: Channel;
  readonly audience: string;
  /** The design of its editions; print copy has none. */
  readonly template?: string;
  readonly lang?: string;
  readonly sender: Sender;
  readonly cadence: Cadence;
  /** Working days between the copy deadline and the issue. */
  readonly copyDeadline?: number;
  readonly sections: readonly Section[];
  /** Patterns with {placeholders}; see assemble/subject.ts for the ones there are. */
  readonly subject: string;
  readonly preheader: string;
  readonly limit?: number;
  readonly approvers: readonly string[];
};
