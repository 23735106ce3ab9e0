import type { Action, Item, Markdown } from './item.js';
import type { Source } from './place.js';
import type { Length, Publication, Section } from './publication.js';
import type { DateText, WallTime } from './time.js';

/** What an editor changed about one section of one issue. */
export type SectionChoice = {
  readonly title?: string;
  readonly limit?: number;
  readonly length?: Length;
  /** The items of this section, in this order. */
  readonly items?: readonly string[];
};

/** An editor's choices for one issue: issues/<publication>/<date>/issue.md. */
export type Choices = {
  readonly source: Source;
  readonly publication: string;
  readonly date: DateText;
  readonly subject?: string;
  readonly preheader?: string;
  /** The whole list of items, in order; nothing else is in. */
  readonly items?: readonly string[];
  readonly pinned: readonly string[];
  readonly leaveOut: readonly string[];
  readonly order: readonly string[];
  readonly sections: Readonly<Record<string, SectionChoice>>;
  readonly intro?: Markdown;
};

/** An item as this issue words it. */
export type PlacedItem = {
  readonly item: Item;
  readonly title: string;
  readonly summary?: string;
  readonly body: Markdown;
  /** Only the actions that are still open when the issue goes out. */
  readonly actions: readonly Action[];
  readonly deadline?: WallTime;
  readonly length: Length;
  readonly pinned: boolean;
};

/** Whether an item’s text itself is printed: at full length, or for want of a summary. */
export function printsText({ length, summary }: PlacedItem): boolean {
  return length === 'full' || (length === 'summary' && summary === undefined);
}

export type PlacedSection = {
  readonly section: Section;
  readonly items: readonly PlacedItem[];
};

/** Why an item of the pool is in an issue or out of it. */
export type Decision = {
  readonly item: string;
  readonly title: string;
  readonly in: boolean;
  /** Where it went, if it is in. */
  readonly section?: string;
  /** Machine word: "chosen", "pinned", "closed", "ran-before" … */
  readonly reason: string;
  readonly words: string;
};

/** One dated number of a publication. */
export type Issue = {
  readonly publication: Publication;
  readonly date: DateText;
  /** Wall time of sending in `zone`, "2021-03-22T07:00". */
  readonly sendsAt: WallTime;
  readonly zone: string;
  readonly lang: string;
  readonly label: string;
  readonly subject: string;
  readonly preheader: string;
  readonly intro?: Markdown;
  readonly sections: readonly PlacedSection[];
  readonly decisions: readonly Decision[];
};
