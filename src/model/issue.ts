import type { Allowance } from './allowance.js';
import type { Action, Item, Markdown } from './item.js';
import type { Place, Source } from './place.js';
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

/** An issue's own words in another language. */
export type ChoicesWords = { readonly subject?: string; readonly preheader?: string; readonly intro?: Markdown };

/** An editor's choices for one issue: issues/<publication>/<date>/issue.md. */
export type Choices = {
  readonly source: Source;
  readonly publication: string;
  readonly date: DateText;
  readonly lang?: string;
  readonly subject?: string;
  readonly preheader?: string;
  /** What this issue says in the other languages of its publication. */
  readonly translations: Readonly<Record<string, ChoicesWords>>;
  /** The whole list of items, in order; nothing else is in. */
  readonly items?: readonly string[];
  readonly pinned: readonly string[];
  readonly leaveOut: readonly string[];
  readonly order: readonly string[];
  readonly sections: Readonly<Record<string, SectionChoice>>;
  readonly intro?: Markdown;
  readonly allow: readonly Allowance[];
};

/** What an issue is for: the day, month, two months or term that readers call it by. Months are those of a date. */
export type Period =
  | { readonly is: 'day' | 'month' | 'two-months'; readonly date: DateText }
  | { readonly is: 'term'; readonly name: string };

/** An item as this issue words it. `item` has the words of the language, too. */
export type PlacedItem = {
  readonly item: Item;
  readonly title: string;
  readonly summary?: string;
  readonly body: Markdown;
  /** Only the actions that are still open when the issue goes out. */
  readonly actions: readonly Action[];
  readonly deadline?: WallTime;
  /** When it closed, if it runs for its outcome. */
  readonly closed?: WallTime;
  readonly ask?: string;
  readonly wording?: string;
  /** The language of the words, BCP 47, and where they were written: in a translation, not in the item's own file. */
  readonly lang: string;
  readonly source: Source;
  /** Whether the item was changed after the words were translated. */
  readonly isOlderTranslation: boolean;
  /** Whether the section gives it less room than it should, because the edition grew too long. */
  readonly isShortened: boolean;
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
  /** What readers call it: "22 March 2021", "Mar/Apr 2021" or the name of the term. */
  readonly label: string;
  /** Where its newsletter numbers them. */
  readonly number?: number;
  readonly subject: string;
  readonly preheader: string;
  /** Where the words of the subject, or their pattern, were written. */
  readonly subjectPlace: Place;
  readonly intro?: Markdown;
  /** The language of the intro, where it is not the issue's. */
  readonly introLang?: string;
  readonly sections: readonly PlacedSection[];
  readonly decisions: readonly Decision[];
};
