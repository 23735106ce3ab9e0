import type { Deed, ItemKind, Outcome } from './item.js';
import type { DateText, WallTime } from './time.js';

/** Dates and times as readers of a language write them. All dates given must exist. */
export type Dates = {
  /** "Monday 22 March 2021" */
  readonly weekdayDate: (date: DateText) => string;
  /** "22 March 2021" */
  readonly date: (date: DateText) => string;
  /** "22 March" */
  readonly shortDate: (date: DateText) => string;
  /** "March 2021" */
  readonly month: (date: DateText) => string;
  /** The month of a date and the next: "Mar/Apr 2021", "Dec 2021/Jan 2022". */
  readonly months: (date: DateText) => string;
  /** "Friday 26 March at 5pm". The year is there only where a reader needs it on the day `relativeTo`, the issue's. */
  readonly moment: (wall: WallTime, relativeTo: DateText) => string;
  /** "Saturday 24 April, 10am to 4pm", the year as with `moment`. */
  readonly range: (starts: WallTime, ends: WallTime | undefined, relativeTo: DateText) => string;
};

/**
 * What an edition says that no editor wrote. A phrase with a place for something is a function of it, because the place
 * is not the same in every language. Plain text: nothing in it is markup, and what is given is put in as it is.
 */
export type Phrases = {
  /** What an item is: "Statement". */
  readonly kind: Readonly<Record<ItemKind, string>>;
  /** What an item is that asks for one thing: "Petition". */
  readonly deed: Readonly<Record<Deed, string>>;
  readonly urgent: string;
  /** "Closes Friday 26 March at 5pm" */
  readonly closes: (moment: string) => string;
  /** "Closed Friday 26 March at 5pm" */
  readonly closed: (moment: string) => string;
  /** After the label of an action: "by Friday 26 March at 5pm". */
  readonly by: (moment: string) => string;
  /** The mark before an action in plain text, in capitals where there are any: "ACTION". */
  readonly action: string;
  readonly signedBy: string;
  /** After the last name that is printed: "and 34 others". Two or more, or one. */
  readonly andOthers: (count: number) => string;
  /** A link to the rest of a text: "Read “Solidarity with Myanmar” in full". */
  readonly readInFull: (title: string) => string;
  /** A link to the rest of a text that was shortened: "Read “Solidarity with Myanmar” in full on the web". */
  readonly readInFullOnTheWeb: (title: string) => string;
  /** "Update, 23 February" */
  readonly update: (date: string) => string;
  /** "Won, 12 April 2021" */
  readonly outcome: Readonly<Record<Outcome['status'], (date: string) => string>>;
  /** Before the name of a partner whose material it is, with its own punctuation if it has any: "From". */
  readonly from: string;
  readonly when: string;
  readonly where: string;
  readonly online: string;
  /** "Join online: Pruning day" */
  readonly joinOnline: (title: string) => string;
  /** "Add to your calendar: Pruning day" */
  readonly addToCalendar: (title: string) => string;
  /** After a time that is not on the organisation's clocks: "(New York time)". */
  readonly clockOf: (city: string) => string;
  /** After the label of a link to a file: "PDF, 1.2 MB"; the size is in bytes. */
  readonly file: (type: string, size: number | undefined) => string;
  /** "Picture: Amnesty International" */
  readonly picture: (credit: string) => string;
  /** Above what officers can say at a meeting: "Raise this at your next meeting". */
  readonly atYourNextMeeting: string;
  /** Above what a district is asked to do: "Ask your district". */
  readonly askYourDistrict: string;
  /** Above a text to copy: "Words to copy and paste". */
  readonly wordsToCopy: string;
  /** Above a list of what is in the issue: "In this issue". */
  readonly inThisIssue: string;
  /** "15 items" */
  readonly items: (count: number) => string;
  /** What the number of an issue is written as: "No. 412" */
  readonly issueNumber: (number: number) => string;
  readonly readOnTheWeb: string;
  /** "Unsubscribe from Monday Morning Mail-Out" */
  readonly unsubscribeFrom: (title: string) => string;
  readonly writeToUs: string;
  /** A link to the privacy page: "How we use your details". */
  readonly privacy: string;
  /** Below an item whose original was changed after it was translated. */
  readonly olderTranslation: string;
  /** Between a label and what it is of, with the spaces that belong to it: “: ”. */
  readonly colon: string;
};

/** The words of editions in one language. */
export type Language = {
  /** BCP 47, the primary language and, if it matters, the script: "cy", "zh-Hans". */
  readonly tag: string;
  readonly dates: Dates;
  readonly phrases: Phrases;
  /** The everyday name of a country by its ISO 3166-1 alpha-2 code; null for a code that there is not. */
  readonly countryName: (code: string) => string | null;
};
