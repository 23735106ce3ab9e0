import type { Root } from 'mdast';
import type { Audience } from '../model/audience.js';
import type { Edition } from '../model/edition.js';
import type { Issue } from '../model/issue.js';
import type { Item } from '../model/item.js';
import type { LinkState } from '../model/link-state.js';
import type { Organisation } from '../model/organisation.js';
import type { Source } from '../model/place.js';
import type { Publication } from '../model/publication.js';
import type { DateText, WallTime } from '../model/time.js';
import type { Markup } from './markup.js';
import type { Passage } from './passage.js';
import type { SourceText } from './source-text.js';
import type { WrittenLink } from './written-links.js';

/** What rules are over. The runner gives each rule every subject of its kind. */
export type Subjects = {
  readonly writing: Writing;
  readonly item: ItemSubject;
  readonly issue: IssueSubject;
  readonly edition: EditionSubject;
  readonly message: MessageSubject;
  readonly publication: PublicationSubject;
  readonly workspace: WorkspaceSubject;
};

export type SubjectKind = keyof Subjects;

/** A file with words for readers: an item, a translation, or the choices for an issue (its subject and intro). */
export type Writing = {
  readonly is: 'item' | 'translation' | 'choices';
  readonly file: SourceText;
  /** Where the settings of its front matter were written. */
  readonly source: Source;
  /** BCP 47. */
  readonly lang: string;
  /** Everything in it that readers see as words, in order of place. */
  readonly passages: readonly Passage[];
  /** Every link, in order of place. */
  readonly links: readonly WrittenLink[];
  /** The Markdown texts in it: the body, and the bodies of versions. Positions are those of the file. */
  readonly trees: readonly Root[];
  /**
   * The days that it is about, as far as its settings say: those on which an item runs, closes and takes place, or the
   * day of an issue. They tell what year a date without one means. A translation names none.
   */
  readonly days: readonly DateText[];
};

export type ItemSubject = {
  readonly item: Item;
  readonly writing: Writing;
  /** What the file of its picture is; absent if it has none or the file cannot be read. */
  readonly picture?: PictureFacts;
  readonly publications: readonly Publication[];
};

/** What is known of a picture file as its editor saved it. */
export type PictureFacts = {
  readonly src: string;
  readonly kind: 'jpeg' | 'png' | 'gif' | 'webp' | 'heif' | 'tiff' | 'svg';
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** Whether it says where it was taken (EXIF GPS), and whether it names a person or camera. */
  readonly hasLocation: boolean;
  readonly hasPersonalData: boolean;
  /** Frames of a picture that moves; 1 if it stands still. */
  readonly frames: number;
  /** Whether it has transparent parts and what shows of it is nearly black (it vanishes on a dark ground). */
  readonly isDarkOnTransparent: boolean;
};

/** An issue as it is put together, with what rules need to judge it on its day. */
export type IssueSubject = {
  readonly issue: Issue;
  readonly publication: Publication;
  readonly audience: Audience;
  /** The items that are in it, as written. */
  readonly items: ReadonlyMap<string, ItemSubject>;
  /** The choices as written, if there is an issue.md. */
  readonly choices?: Writing;
  /** Issues before it, the newest first: of all publications of the workspace. */
  readonly earlier: readonly EarlierIssue[];
  /** Every item that is for the publication, whether it is in the issue or not; absent where nobody asked for them. */
  readonly pool?: readonly Item[];
  /** When the next issue of the same publication goes out, if that is known. */
  readonly nextSendsAt?: WallTime;
  /** The other issues that `check` looks at in the same run. */
  readonly beside: readonly { readonly publication: Publication; readonly sendsAt: WallTime }[];
};

/** An issue of the past as far as the workspace remembers it: an issue.md that lists its items. */
export type EarlierIssue = {
  readonly publication: Publication;
  readonly date: DateText;
  readonly subject?: string;
  readonly items: readonly Item[];
};

/** An edition as built. Merge tags are in it. */
export type EditionSubject = {
  readonly edition: Edition;
  /** Its HTML as a tree. */
  readonly markup: Markup;
  readonly issue: Issue;
  readonly publication: Publication;
  readonly audience: Audience;
  /** HTML bytes, counting what links grow by when clicks are counted. */
  readonly sentBytes: number;
  /** What is wrong with its HTML: what `htmlFaultOf` (edition/html-fault.ts) says of it. */
  readonly htmlFault?: HtmlFault;
  /** The files that stand beside it and that its HTML names by relative address. */
  readonly attachments: readonly { readonly name: string; readonly bytes: number }[];
};

/** What html-validate says first of an edition, and how the HTML goes on from there. */
export type HtmlFault = { readonly message: string; readonly near: string };

/** One message of an edition as a reader's mail server gets it, to a reader who does not exist. */
export type MessageSubject = {
  readonly edition: Edition;
  readonly issue: Issue;
  readonly publication: Publication;
  /** The whole message as bytes would show in Latin-1: one character a byte, lines ended as they are. */
  readonly raw: string;
  /** Header fields, unfolded, in order; names as written. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** What SpamAssassin said of it, where it is installed. */
  readonly spam?: {
    readonly score: number;
    readonly tests: readonly { readonly name: string; readonly score: number }[];
  };
};

/** A publication and the issues ahead of it. */
export type PublicationSubject = {
  readonly publication: Publication;
  readonly audience?: Audience;
  /** The next issues by the calendar, in order. */
  readonly slots: readonly {
    readonly date: DateText;
    readonly sendsAt: WallTime;
    /** The day by the rhythm alone. */
    readonly planned: DateText;
    /** The bank holiday that it was moved off. */
    readonly moved?: string;
    readonly term?: string;
  }[];
};

export type WorkspaceSubject = {
  /** Paths of the files that are in the workspace and not ignored by git, except mailout's own output. */
  readonly files: readonly string[];
  /** The first rows of tables (CSV) among them. */
  readonly tables: readonly { readonly path: string; readonly head: string }[];
};

/** What any rule may know. */
export type House = {
  readonly organisation: Organisation;
  readonly publications: readonly Publication[];
  readonly audiences: readonly Audience[];
  /** The day on which the check runs. */
  readonly today: DateText;
  readonly calendar: CalendarFacts;
  /** British spelling, with the workspace's own words (issues/words.txt). */
  readonly spelling: Spelling;
  /** What became of links, by address: only of those that were looked up (`--links`). */
  readonly linkStates: ReadonlyMap<string, LinkState>;
};

export type Spelling = {
  /** Whether a word, without apostrophes at its ends, is spelt rightly or is one of the workspace's own. */
  readonly isRight: (word: string) => boolean;
  /** The right words that are one slip of the fingers away, the likeliest first. */
  readonly near: (word: string) => readonly string[];
  /** Up to three better spellings; slow where no right word is near. */
  readonly suggest: (word: string) => readonly string[];
};

/** The calendar of the organisation's nation, as rules ask it. */
export type CalendarFacts = {
  /** The title of the bank holiday on a day. */
  readonly bankHoliday: (date: DateText) => string | undefined;
  readonly isWorkingDay: (date: DateText) => boolean;
  readonly workingDaysBefore: (date: DateText, days: number) => DateText;
  /** The last day for which bank holidays are known, and when that was published. */
  readonly bankHolidaysUntil: DateText;
  readonly bankHolidaysAsOf: DateText;
  /** The term that a day is in or, in holidays, undefined; `week` counts from 1. */
  readonly termOf: (
    date: DateText,
  ) =>
    | { readonly name: string; readonly week: number; readonly weeksLeft: number; readonly isEstimated: boolean }
    | undefined;
  readonly isSchoolHoliday: (date: DateText) => boolean;
  /** The UTC instant of a wall time in a zone, the organisation's if none is given. */
  readonly instantOf: (time: WallTime, zone?: string) => number;
};
