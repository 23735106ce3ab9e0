import type {
  SoftBounce,
  SuppressedAddress,
  Suppression,
  SuppressionOrigin,
  SuppressionReason,
} from '../model/suppression.js';

/** When a list of people who must not be written to was last read whole, and how many were in it. */
export type SuppressionSync = {
  readonly origin: SuppressionOrigin;
  /** As the origin calls it: "bounces", "group 12", the name of a file. */
  readonly list: string;
  readonly at: string;
  readonly count: number;
};

/** Which suppressions of a person: all that have what is named. `group: null` means those from all mail. */
export type WhichSuppressions = {
  readonly reason?: SuppressionReason;
  readonly group?: number | null;
  readonly origin?: SuppressionOrigin;
};

export type SuppressionHoldings = {
  readonly people: number;
  readonly suppressions: number;
  readonly softBounces: number;
  /** When the oldest suppression was recorded here. */
  readonly oldest?: string;
};

/** Who must not be written to, and why. */
export type SuppressionStore = {
  /**
   * Takes suppressions up, each batch in transactions of its own, so that what was read before a source broke off is
   * kept. One that is known (same person, reason, group and origin) stays one, since the earliest instant that was told.
   * `at` is now. Gives how many were new and how many were known. Throws a Fault (exit 1) where `since` is no instant.
   */
  readonly record: (
    entries: AsyncIterable<readonly SuppressedAddress[]> | Iterable<readonly SuppressedAddress[]>,
    at: string,
  ) => Promise<{ readonly added: number; readonly known: number }>;
  /**
   * Takes up that mailboxes could not take mail for the time being. Only people whose mailbox did so on three days within
   * 90 days are suppressed for it, as `bounced`; `suppressed` says how many that are now. The same bounce may be told again.
   */
  readonly noteSoftBounces: (
    bounces: readonly SoftBounce[],
    at: string,
  ) => Promise<{ readonly noted: number; readonly known: number; readonly suppressed: number }>;
  /** All that is known against one person, the oldest first. */
  readonly of: (addressKey: string) => Promise<readonly Suppression[]>;
  /** All that is known, by pseudonym, to hold a whole audience against. */
  readonly index: () => Promise<ReadonlyMap<string, readonly Suppression[]>>;
  /** All that is known, with addresses, for export: in order of `since`, then of address. */
  readonly all: () => AsyncGenerator<readonly SuppressedAddress[]>;
  /** Takes suppressions of a person back; bounces that led to one count no more. Gives how many there were. */
  readonly lift: (addressKey: string, which?: WhichSuppressions) => Promise<number>;
  /** Forgets that a mailbox could not take mail for the time being. Gives how often it was. */
  readonly forgetSoftBounces: (addressKey: string) => Promise<number>;
  /** Writes down that a list was read to its end. */
  readonly syncFinished: (sync: SuppressionSync) => Promise<void>;
  /** What `syncFinished` wrote down last for each list, in order of origin and list. Empty: nothing was ever read. */
  readonly lastSyncs: () => Promise<readonly SuppressionSync[]>;
  readonly holdings: () => Promise<SuppressionHoldings>;
};
