import type { Edit, Severity } from '../model/finding.js';
import type { Place } from '../model/place.js';
import type { House, SubjectKind, Subjects } from './subjects.js';

/** What a rule says of one fault. Without a place, the runner gives that of the subject. */
export type Complaint = {
  readonly place?: Place;
  /** What is wrong, in an editor's words, with the words or names that it is about. */
  readonly words: string;
  /** What to do about it. */
  readonly fix?: string;
  /** What `--fix` does: only where it cannot be wrong. */
  readonly edits?: readonly Edit[];
  /** For a rule with two levels; a level that a publication sets goes before it. */
  readonly severity?: Severity;
};

/** Where a rule comes from: a document, with its address if it is on the web. */
export type Origin = { readonly title: string; readonly url?: string };

type RuleOver<Kind extends SubjectKind> = {
  /** For ever: editors name it in their files. "family/what-it-is-about" */
  readonly id: string;
  readonly over: Kind;
  readonly severity: Severity;
  /** What holds where the rule is kept: "Links say where they lead". */
  readonly title: string;
  /** Why, for somebody who is no programmer: what happens to readers otherwise. One to four sentences. */
  readonly why: string;
  readonly origins: readonly [Origin, ...Origin[]];
  /** A few lines as an editor (or, for editions, a designer) would write them: wrong, and mended. */
  readonly bad: string;
  readonly good: string;
  readonly judge: (subject: Subjects[Kind], house: House) => Iterable<Complaint>;
};

/** One thing that mailout checks. */
export type Rule = { [Kind in SubjectKind]: RuleOver<Kind> }[SubjectKind];

/** Gives a rule its type, so that `judge` knows what it is over. */
export function rule<Kind extends SubjectKind>(written: RuleOver<Kind>): RuleOver<Kind> {
  return written;
}
