import type { Length } from '../model/publication.js';

/** A fragment that is markup already: a template prints it with three braces, everything else with two. */
export type Html = string & { readonly markup: unique symbol };

/** All that a template can name. Absent values are null, so that a misspelt name can be told from an empty one. */
export type IssueView = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** "left" in left-to-right editions, "right" in others: for MJML's align. `end` is the other side. */
  readonly start: 'left' | 'right';
  readonly end: 'left' | 'right';
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
    readonly number: string | null;
    readonly intro: Html | null;
    /** How many items there are, as a number to print, and in words: "15 items". */
    readonly count: number;
    readonly items: string;
  };
  /** The organisation's logo, as the theme says. */
  readonly logo: PictureView | null;
  /** Why the reader gets this mail. */
  readonly why: string;
  readonly unsubscribe: string;
  readonly webVersion: string | null;
  readonly words: WordsView;
  /** Sections that have items, in order. */
  readonly sections: readonly SectionView[];
};

/** What designs say that no editor wrote, in the language of the edition. */
export type WordsView = {
  readonly inThisIssue: string;
  readonly readOnTheWeb: string;
  /** "Unsubscribe from Monday Morning Mail-Out" */
  readonly unsubscribe: string;
  readonly writeToUs: string;
  /** Between a label and what it is of: “: ”. */
  readonly colon: string;
  readonly privacy: string;
};

/** What designs say about an item, in the item's language. */
export type ItemWordsView = {
  readonly urgent: string;
  readonly signedBy: string;
  readonly from: string;
  readonly atYourNextMeeting: string;
  readonly askYourDistrict: string;
  readonly wordsToCopy: string;
  readonly colon: string;
};

/** A picture beside the edition; width and height in pixels as it is shown. */
export type PictureView = {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
};

export type SectionView = {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  readonly first: boolean;
  readonly items: readonly ItemView[];
};

export type LinkView = {
  /** What it does, and what file it opens: "Download the pack (PDF, 1.2 MB)". */
  readonly label: string;
  readonly url: string;
  /** When it closes: "by Friday 26 March at 5pm". */
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
  /** The item's language, where it is not the edition's. All words about the item are in it, too. */
  readonly lang: string | null;
  /** The item's own direction and the side its lines start on: an Arabic item in an English issue is "rtl", "right". */
  readonly dir: 'ltr' | 'rtl';
  readonly start: 'left' | 'right';
  readonly title: string;
  /** "Petition", "Statement", "Event": the kind in a reader's words. */
  readonly kindLabel: string;
  /** The country's name, and the campaign's title with its colour, if that can be read as text. */
  readonly country: string | null;
  readonly campaign: string | null;
  readonly campaignColour: string | null;
  /** Words above the title: country and campaign, "Myanmar · Human and Trade Union Rights". */
  readonly kicker: string | null;
  /** "Closes Friday 26 March at 5pm", and the same to follow a title: "by Friday 26 March at 5pm". */
  readonly deadline: string | null;
  readonly by: string | null;
  /** "Closed Friday 26 March at 5pm": it is there for its outcome. */
  readonly closed: string | null;
  /** Whole text as email markup; only at full length. */
  readonly body: Html | null;
  /** One short paragraph; at full length only if it is not the body's own beginning. */
  readonly summary: string | null;
  /** What to ask a meeting or the district to do. */
  readonly ask: string | null;
  /** Words to copy, a paragraph each. */
  readonly wording: readonly string[];
  /** The first open action, which gets the button, and the others, which get links. */
  readonly action: LinkView | null;
  readonly moreActions: readonly LinkView[];
  readonly statement: {
    readonly excerpt: string | null;
    readonly signatories: readonly { readonly name: string; readonly role: string | null }[];
    /** "and 34 others", where not all names are printed. */
    readonly others: string | null;
    /** Where the full text is. */
    readonly link: LinkView | null;
  } | null;
  readonly event: {
    readonly when: string;
    readonly where: string | null;
    readonly online: LinkView | null;
    /** A file for the reader's calendar, beside the edition. */
    readonly calendar: LinkView | null;
  } | null;
  /** With its credit in words: "Picture: Amnesty International". */
  readonly image: (PictureView & { readonly credit: string | null }) | null;
  readonly partner: { readonly name: string; readonly url: string | null } | null;
  readonly updates: readonly { readonly heading: string; readonly text: string }[];
  /** "Won, 12 April 2021", and what came of it. */
  readonly outcome: { readonly heading: string; readonly text: string } | null;
  /** Where the rest is, if the edition would have grown too long with it. */
  readonly more: LinkView | null;
  /** A note that the original has changed since it was translated. */
  readonly older: string | null;
  readonly words: ItemWordsView;
};
