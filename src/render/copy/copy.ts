import type { Finding } from '../../model/finding.js';
import type { DateText } from '../../model/time.js';

/** Words in a line of print. No mark stands in another of its kind, and no link in a link. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em' | 'struck'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly inlines: readonly Inline[] };

/** A picture to place: the designers fetch the file themselves. */
export type Picture = {
  /** Path in the workspace, or web address, as the editors gave it. */
  readonly file: string;
  readonly caption: string;
  readonly credit?: string;
};

export type Alignment = 'left' | 'right' | 'center' | null;

export type Table = {
  /** One for each column. */
  readonly align: readonly Alignment[];
  /** Rows of cells; the first row is the heading. */
  readonly rows: readonly (readonly (readonly Inline[])[])[];
};

/** One block of running copy. */
export type Block =
  | { readonly kind: 'paragraph' | 'crosshead'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'bullets'; readonly entries: readonly (readonly Block[])[] }
  | { readonly kind: 'numbers'; readonly start: number; readonly entries: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

export const boxKinds = ['event', 'action', 'deadline', 'pull-quote', 'signatories', 'update', 'outcome'] as const;
export type BoxKind = (typeof boxKinds)[number];

/** What stands beside the running copy: a heading and lines under it. */
export type Box = {
  readonly kind: BoxKind;
  readonly heading: string;
  readonly lines: readonly (readonly Inline[])[];
};

/** Words of print, as a designer fits them. Headlines, kickers and file names are in none of them. */
export type WordCount = {
  readonly standfirst: number;
  readonly body: number;
  /** Box-outs, captions, picture credits and the partner's credit. A web address is one word. */
  readonly boxes: number;
  readonly total: number;
};

/** One item as copy, in the order in which it is set: kicker, headline, standfirst, body, boxes, picture, credit. */
export type CopyItem = {
  readonly id: string;
  readonly kicker?: string;
  readonly headline: string;
  /** BCP 47, only where the item's language is not the issue's. */
  readonly lang?: string;
  readonly standfirst?: string;
  readonly body: readonly Block[];
  readonly boxes: readonly Box[];
  readonly picture?: Picture;
  readonly partner?: readonly Inline[];
  /** What stands below it for whoever uses it, and not for readers. */
  readonly note?: readonly Inline[];
  /** Links whose address the running copy does not spell out, in order: print cannot be clicked. */
  readonly addresses: readonly { readonly words: string; readonly url: string }[];
  readonly words: WordCount;
};

export type CopySection = {
  readonly heading: string;
  readonly intro?: string;
  readonly items: readonly CopyItem[];
};

/** A line of the table of word counts. */
export type CopyTotal = { readonly title: string; readonly words: WordCount };

/** The print copy of one issue, before it is put into a file of any kind. */
export type CopyDocument = {
  readonly publication: string;
  readonly organisation: string;
  /** Where the designers send their questions. */
  readonly contact: readonly Inline[];
  /** "Mar/Apr 2021" */
  readonly label: string;
  readonly date: DateText;
  readonly dateInWords: string;
  /** BCP 47. */
  readonly lang: string;
  readonly intro?: readonly Block[];
  readonly sections: readonly CopySection[];
  /** The intro, each section's intro and each item, in order of reading. */
  readonly totals: readonly CopyTotal[];
  readonly total: WordCount;
  /** What print could not keep. */
  readonly findings: readonly Finding[];
};
