import type { Environment } from '../model/audience.js';

/** What a roster is for, and what it was frozen from. */
export type NewRoster = {
  readonly publication: string;
  /** The date of the issue. */
  readonly date: string;
  readonly audience: string;
  readonly environment: Environment;
  /** Now, an ISO instant. */
  readonly frozenAt: string;
};

/** Up to 1,000 people who get the same edition, by pseudonym (see `Database.personOf`). */
export type RosterBatch = { readonly edition: string; readonly people: readonly string[] };

/** How the rows of the source became the roster: rowsRead = recipients + all that were excluded. */
export type RosterSums = {
  readonly rowsRead: number;
  readonly recipients: number;
  readonly excluded: Readonly<Record<string, { readonly count: number; readonly firstRows: readonly number[] }>>;
  /** How many recipients get each edition. */
  readonly editions: Readonly<Record<string, number>>;
};

/** The sums, and who was left out of the roster though she is in the source, by reason. */
export type RosterResult = RosterSums & {
  readonly leftOut: readonly { readonly reason: string; readonly people: readonly string[] }[];
};

/** An audience as it was frozen for one issue. */
export type Roster = NewRoster & {
  /** Short, and in order of the instants of freezing. */
  readonly id: string;
  /** SHA-256 over the pseudonyms and editions of its batches, in order, as they were when it was frozen. */
  readonly digest: string;
  readonly sums: RosterSums;
};

/** A batch of a frozen roster. */
export type FrozenBatch = {
  /** From 1, without a gap, in the order of writing. */
  readonly number: number;
  readonly edition: string;
  /** As many as there were when it was frozen; undefined in the place of whoever was erased or forgotten since. */
  readonly people: readonly (string | undefined)[];
};

/** What one roster has to do with one person: her place in it, or why she was left out. */
export type PersonInRoster = {
  readonly roster: Roster;
  readonly place: { readonly edition: string; readonly batch: number } | { readonly leftOut: string };
};

export type RosterFilter = {
  readonly publication?: string;
  readonly date?: string;
  readonly audience?: string;
};

export type RosterHoldings = {
  readonly rosters: number;
  /** Places that somebody has: a person in three rosters has three. */
  readonly places: number;
  /** When the oldest roster was frozen. */
  readonly oldest?: string;
};

/** Audiences as they were frozen, each for one issue. */
export type RosterStore = {
  /**
   * Freezes a roster in one transaction: `fill` writes its batches and gives its sums, and then all of it is there; or,
   * if `fill` throws or the machine stops, nothing. `fill` must wait for each write, and may read from this database
   * meanwhile but write nothing else to it. Throws an Error where the sums are not those of the batches.
   */
  readonly freeze: (
    head: NewRoster,
    fill: (write: (batch: RosterBatch) => Promise<void>) => Promise<RosterResult>,
  ) => Promise<Roster>;
  /** Takes back a roster that no send was begun with. Of any other it changes nothing, and throws an Error. */
  readonly drop: (id: string) => Promise<void>;
  /** The newest first. */
  readonly list: (filter?: RosterFilter) => Promise<readonly Roster[]>;
  /** The batches of a roster, in order. */
  readonly batches: (id: string) => AsyncGenerator<FrozenBatch>;
  /** Every roster that a person is in or was left out of, the one that was frozen last first. */
  readonly history: (addressKey: string) => Promise<readonly PersonInRoster[]>;
  /**
   * Blanks a person's places in all rosters, pseudonym and all. Batches keep their sizes and numbers, and rosters their
   * digests. Gives in how many rosters she was.
   */
  readonly erase: (addressKey: string) => Promise<number>;
  /**
   * Blanks everybody in all rosters that were frozen before an instant, and who was left out of them; how many they were
   * stays. Rosters that a send still needs are left alone: one that is open, or that the provider held until after that
   * instant and that could be taken back and sent anew. Gives in how many rosters there was anybody, and how many
   * recipients those were. Throws a Fault (exit 1) for no instant.
   */
  readonly forget: (before: string) => Promise<{ readonly rosters: number; readonly people: number }>;
  readonly holdings: () => Promise<RosterHoldings>;
};
