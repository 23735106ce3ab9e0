import type { Severity } from './finding.js';
import type { Place } from './place.js';
import type { Channel } from './publication.js';
import type { DateText, WallTime } from './time.js';

/*
 * What the workbench in the browser is told, as plain data: issues, editions and what is to be said of them. Nobody’s
 * address is in it: readers are personas.
 */

/** A finding as an editor sees it. */
export type ShownFinding = {
  /** Stays the same while the finding does, so that the page can keep its place. */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly words: string;
  readonly fix?: string;
  readonly place?: Place;
  /** The line that it is about, as written. */
  readonly line?: string;
  /** The item that it is about, if it is one's. */
  readonly item?: string;
  /** Whether it can be mended with a click. */
  readonly isMendable: boolean;
  /** Why there is such a rule, and where it comes from. */
  readonly why?: string;
};

/** An edition in the row of its issue. */
export type ShownEdition = {
  readonly id: string;
  /** Who gets it: "Wales", "everyone else". */
  readonly readers: string;
  readonly lang: string;
  readonly subject: string;
  readonly preheader: string;
  readonly digest: string;
  /** Bytes of HTML as it may be sent, and the most that its publication wants. */
  readonly bytes: number;
  readonly mostBytes: number;
};

export type ShownItem = {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly file: string;
  readonly isPinned: boolean;
  readonly deadline?: WallTime;
  /** Where it ran before: names of publications and dates, the newest first. */
  readonly ranBefore: readonly { readonly publication: string; readonly date: DateText }[];
  readonly links: readonly { readonly url: string; readonly text: string }[];
  /** Its share of the bytes of the largest edition, from 0 to 1. */
  readonly share: number;
};

/** Why an item of the pool is in or out. */
export type ShownDecision = {
  readonly item: string;
  readonly title: string;
  readonly isIn: boolean;
  readonly words: string;
  /** Whether the editor left it out, so that she can take it back in. */
  readonly isLeftOut: boolean;
};

/** What somebody approved of an issue, beside what it is now. */
export type ShownApproval = {
  readonly by: string;
  readonly at: WallTime;
  readonly expires: WallTime;
  readonly hasExpired: boolean;
  /** Editions that have changed since, come or gone: their ids. None if it is of what is shown. */
  readonly changed: readonly string[];
};

export type ShownIssue = {
  /** "weekly/2027-03-15": what the page names it by. */
  readonly key: string;
  readonly publication: string;
  readonly title: string;
  readonly date: DateText;
  readonly sendsAt: WallTime;
  readonly zone: string;
  readonly channel: Channel;
  readonly sender: { readonly name: string; readonly address: string };
  readonly label: string;
  /** What the editor wrote instead of the patterns, if anything. */
  readonly chosen: { readonly subject?: string; readonly preheader?: string };
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly editions: readonly ShownEdition[];
  readonly items: readonly ShownItem[];
  readonly decisions: readonly ShownDecision[];
  readonly findings: readonly ShownFinding[];
  /** Who has approved it so far; whether that is enough depends on how many people get it, whom a preview never reads. */
  readonly approvals: readonly ShownApproval[];
  /** Whether something is broken, so that this is the last good state and not the present one. */
  readonly isStale: boolean;
};

/** A reader who does not exist, and which edition of each issue she gets. */
export type ShownPersona = {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly editions: Readonly<Record<string, string>>;
};

export type Workbench = {
  /** Grows with every change. */
  readonly revision: number;
  readonly organisation: string;
  readonly issues: readonly ShownIssue[];
  readonly personas: readonly ShownPersona[];
  /** What is wrong and belongs to no issue that is shown. */
  readonly findings: readonly ShownFinding[];
  /** Whether the rules have been asked about this revision yet. */
  readonly isChecked: boolean;
};

/** What an editor decides about an issue with a click. */
export type ChoiceChange =
  /** `undefined` goes back to the newsletter’s pattern. */
  | { readonly set: 'subject' | 'preheader'; readonly to: string | undefined }
  | { readonly pin: string; readonly isPinned: boolean }
  | { readonly leaveOut: string; readonly isOut: boolean }
  /** The items of one section, in the order that they are to have. */
  | { readonly order: readonly string[] };

/** One edition as a persona reads it. */
export type ReadEdition = {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  readonly lang: string;
};

/**
 * The issues of a workspace, kept up to date. It reads files that git has, and never people, the ledger or a key.
 */
export type LiveWorkbench = {
  /** What there is to show; the same until the next `refresh`. */
  readonly state: () => Workbench;
  /**
   * Reads what has changed and makes the issues anew, the one that is looked at first; `shown` is called as soon as
   * there is something new to show, and once more when the rules have been asked. A later one ends this one.
   *
   * @param changed paths of the files that have changed since the last time; without it, any may have
   */
  readonly refresh: (lookedAt?: string, changed?: readonly string[]) => Promise<void>;
  /** An edition as somebody reads it, or, without a persona, with its merge tags as they are. */
  readonly edition: (issue: string, edition: string, persona?: string) => ReadEdition | undefined;
  /**
   * An edition as it was when it was approved last, as somebody reads it; absent where nobody has approved it, or
   * where the approved one is not to be had.
   */
  readonly approved: (issue: string, edition: string, persona?: string) => ReadEdition | undefined;
  /** What stands beside the editions of an issue: a picture, a calendar file. */
  readonly attachment: (issue: string, name: string) => Uint8Array | undefined;
  /** All of that, by name. */
  readonly attachments: (issue: string) => ReadonlyMap<string, Uint8Array>;
  /**
   * Writes a choice to the issue.md of an issue.
   *
   * @throws Fault (exit 1) if the disk does not take it.
   */
  readonly change: (issue: string, change: ChoiceChange) => void;
  /** Makes the edits of a finding; false if it is not there any more. */
  readonly mend: (finding: string) => boolean;
};

/** How an edition is looked at. */
export const appearances = ['light', 'dark', 'inverted', 'no-images'] as const;
export type Appearance = (typeof appearances)[number];

/** What came of a deed, in words for the editor. */
export type DeedResult = { readonly ok: boolean; readonly words: string };

/** How an issue would be approved now: its digest, and what an editor has to know before she says yes. */
export type ApprovalOutlook = { readonly ok: boolean; readonly digest?: string; readonly lines: readonly string[] };

/**
 * What an editor does from the workbench beyond files that git has. Each deed is done elsewhere, so that whoever shows
 * the workbench never reads people, the ledger or a key.
 */
export type WorkbenchDeeds = {
  /** Sends an issue to the testers; without a persona, to each as her own. */
  readonly proof: (publication: string, date: DateText, persona?: string) => Promise<DeedResult>;
  readonly approval: (publication: string, date: DateText) => Promise<ApprovalOutlook>;
  /** Says yes to what has this digest and to nothing else; without a name, in that of the user of git. */
  readonly approve: (publication: string, date: DateText, digest: string, by?: string) => Promise<DeedResult>;
  /** Opens a file of the workspace in the program that the editor writes with. */
  readonly openEditor: (file: string, line: number) => Promise<DeedResult>;
};
