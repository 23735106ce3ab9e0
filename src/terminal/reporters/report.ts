import type { Finding, Severity } from '../../model/finding.js';

/** A rule as a report tells of it. */
export type ReportedRule = {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  readonly origins: readonly { readonly title: string; readonly url?: string }[];
  /** A few lines that are wrong, and mended. */
  readonly bad: string;
  readonly good: string;
};

/** What a check found, for a reporter to write down. */
export type Report = {
  /** In order of place. */
  readonly findings: readonly Finding[];
  readonly allowed: readonly { readonly finding: Finding; readonly because: string; readonly until: string }[];
  /** Every rule that a finding can be of. */
  readonly rules: readonly ReportedRule[];
  readonly version: string;
  readonly ok: boolean;
};

/** Writes a report for a program. */
export type Reporter = (report: Report) => string;
