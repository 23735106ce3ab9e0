/** How many recipients an approval is good for. */
export type CountBand = { readonly from: number; readonly until: number };

/** What somebody approved: written beside the issue, and readable there. */
export type Approval = {
  /** Who approved it. */
  readonly by: string;
  /** ISO instants. */
  readonly at: string;
  readonly expires: string;
  /** What it covers, by name. */
  readonly covers: Readonly<Record<string, string>>;
  readonly band: CountBand;
  /** SHA-256 in hex over `covers` and `band`. */
  readonly digest: string;
};

/** How many must approve a send of a certain size. */
export type ApprovalRule = {
  /** The most recipients that it is for; absent in the last one. */
  readonly upTo?: number;
  readonly approvers: number;
  /** Whether who wrote the issue may be one of them. */
  readonly authorCounts: boolean;
};

/** From the smallest to the largest. */
export const defaultApprovalRules: readonly ApprovalRule[] = [
  { upTo: 100, approvers: 1, authorCounts: true },
  { upTo: 5_000, approvers: 1, authorCounts: false },
  { approvers: 2, authorCounts: false },
];
