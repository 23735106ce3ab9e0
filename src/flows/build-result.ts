import type { Facets } from '../model/facets.js';
import type { Finding } from '../model/finding.js';
import type { Decision } from '../model/issue.js';
import type { Channel } from '../model/publication.js';
import type { DateText, WallTime } from '../model/time.js';

export type BuildRequest = {
  /** Ids; all publications if there is none. */
  readonly publications: readonly string[];
  /** The day from which on the next issue is meant; from now on if absent. */
  readonly date: DateText | undefined;
  /** Folder for the issues, relative to the workspace. */
  readonly out: string;
  /** Whether the result tells what became of every item of the pool. */
  readonly explain: boolean;
  /** Whether the list of items is written to issue.md. */
  readonly keep: boolean;
};

/** Where and when a build happens. */
export type BuildWorld = {
  readonly root: string;
  /** Now, as an ISO instant. */
  readonly now: string;
  readonly progress: (words: string) => void;
};

/** One edition as built: what identifies it and what a reader's inbox shows of it. */
export type BuiltEdition = {
  readonly id: string;
  readonly variant: Facets;
  readonly subject: string;
  readonly preheader: string;
  readonly digest: string;
  readonly mergeFields: readonly string[];
  readonly items: readonly string[];
  /** Size of each part in bytes. */
  readonly bytes: Readonly<Record<string, number>>;
};

export type BuiltIssue = {
  readonly publication: string;
  readonly title: string;
  readonly channel: Channel;
  readonly date: DateText;
  readonly sendsAt: WallTime;
  /** Relative to the workspace. */
  readonly folder: string;
  readonly items: readonly string[];
  readonly editions: readonly BuiltEdition[];
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** How many findings concern this issue. */
  readonly findings: number;
  readonly decisions?: readonly Decision[];
};

/** What came of a build. Plain data: it is printed, kept and compared. */
export type BuildResult = {
  readonly issues: readonly BuiltIssue[];
  /** Publications that findings stood in the way of. */
  readonly blocked: readonly { readonly publication: string; readonly title: string }[];
  /** Issues without an item, of publications that leave those out. */
  readonly leftOut: readonly { readonly publication: string; readonly title: string; readonly date: DateText }[];
  readonly findings: readonly Finding[];
};
