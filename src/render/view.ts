import type { Length } from '../model/publication.js';

/** A fragment that is markup already: a template prints it with three braces, everything else with two. */
export type Html = string & { readonly markup: unique symbol };

/** All that a template can name. Absent values are null, so that a misspelt name can be told from an empty one. */
export type IssueView = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** "left" in left-to-right editions, "right" in others: for MJML's align. */
  readonly start: 'left' | 'right';
  readonly subject: string;
  readonly preheader: string;
  readonly organisation: {
    readonly name: string;
    readonly address: readonly string[];
    readonly contact: string;
    readonly web: string | null;
    readonly privacy: string | null;
  };
  readonly publication: { readonly id: string; readonly title: string; readonly strapline: string | null };
  readonly issue: {
    /** "Monday 22 March 2021" */
    readonly date: string;
    readonly label: string;
    readonly intro: Html | null;
    /** How many items there are, as a number to print. */
    readonly count: number;
  };
  /** Why the reader gets this mail. */
  readonly why: string;
  readonly unsubscribe: string;
  readonly webVersion: string | null;
  /** Sections that have items, in order. */
  readonly sections: readonly SectionView[];
};

export type SectionView = {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  readonly first: boolean;
  readonly items: readonly ItemView[];
};

export type LinkView = {
  readonly label: string;
  readonly url: string;
  /** When it closes, "Friday 26 March at 5pm". */
  readonly by: string | null;
};

export type ItemView = {
  readonly id: string;
  readonly kind: string;
  readonly length: Length;
  readonly isFull: boolean;
  readonly isSummary: boolean;
  readonly isBrief: boolean;
  readonly isUrgent: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The item's language, where it is not the issue's. */
  readonly lang: string | null;
  /** The item's own direction and the side its lines start on: an Arabic item in an English issue is "rtl", "right". */
  readonly dir: 'ltr' | 'rtl';
  readonly start: 'left' | 'right';
  readonly title: string;
  /** "Petition", "Statement", "Event": the kind in a reader's words. */
  readonly kindLabel: string;
  /** The country's name, and the campaign's title. */
  readonly country: string | null;
  readonly campaign: string | null;
  readonly campaignColour: string | null;
  /** Words above the title: country and campaign, "Myanmar · Human and Trade Union Rights". */
  readonly kicker: string | null;
  /** "Closes Friday 26 March at 5pm" */
  readonly deadline: string | null;
  /** Whole text as email markup; only at full length. */
  readonly body: Html | null;
  /** One short paragraph; at full length only if it is not the body's own beginning. */
  readonly summary: string | null;
  /** The first open action, which gets the button, and the others, which get links. */
  readonly action: LinkView | null;
  readonly moreActions: readonly LinkView[];
  readonly statement: {
    readonly excerpt: string | null;
    readonly signatories: readonly { readonly name: string; readonly role: string | null }[];
  } | null;
  readonly event: { readonly when: string; readonly where: string | null; readonly online: string | null } | null;
  readonly image: { readonly src: string; readonly alt: string; readonly credit: string | null } | null;
  readonly partner: { readonly name: string; readonly url: string | null } | null;
  readonly updates: readonly { readonly heading: string; readonly text: string }[];
  readonly outcome: string | null;
};
