import type { House, SubjectKind, Subjects } from '../../src/check/subjects.js';

/** What a rule is shown. Without a house, the usual one. */
export type Case<Kind extends SubjectKind> = { readonly subject: Subjects[Kind]; readonly house?: House };

export type BadCase<Kind extends SubjectKind> = Case<Kind> & {
  /**
   * What it has to say, in order: the place as "line:column", or "" where it gives none, and a part of its words that
   * shows that it means the right thing.
   */
  readonly finds: readonly (readonly [place: string, words: string])[];
  /** The whole file after its edits, if it has any. */
  readonly mended?: string;
};

/** What shows that a rule works: something that it complains of, and something like it that is in order. */
export type Fixture<Kind extends SubjectKind = SubjectKind> = {
  readonly bad: readonly [BadCase<Kind>, ...BadCase<Kind>[]];
  readonly good: readonly [Case<Kind>, ...Case<Kind>[]];
};
