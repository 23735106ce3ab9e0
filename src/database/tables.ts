import type { Environment } from '../model/audience.js';
import type { SuppressionOrigin, SuppressionReason } from '../model/suppression.js';

/** What a column of bytes is called: in SQLite a blob, in PostgreSQL a bytea. */
export type ByteColumn = 'blob' | 'bytea';

/** The tables as the newest migration leaves them. Instants are ISO, in UTC, to the millisecond: their order is that of time. */
export type Tables = {
  setup: { name: string; value: string };
  people: PeopleTable;
  suppressions: SuppressionsTable;
  soft_bounces: SoftBouncesTable;
  suppression_syncs: SuppressionSyncsTable;
  rosters: RostersTable;
  roster_batches: RosterBatchesTable;
  roster_left_out: RosterLeftOutTable;
};

/** People whose address is needed again, for the export of suppressions. */
type PeopleTable = {
  person: string;
  /** Sealed. */
  address: Buffer;
};

type SuppressionsTable = {
  person: string;
  reason: SuppressionReason;
  /** 0 where no mail at all is to be sent: it is part of the primary key, and so cannot be null. */
  unsubscribe_group: number;
  origin: SuppressionOrigin;
  since: string;
  recorded_at: string;
};

type SoftBouncesTable = {
  person: string;
  at: string;
  /** 1 where it counts no more, because the suppression that it led to was lifted. */
  settled: number;
};

type SuppressionSyncsTable = { origin: SuppressionOrigin; list: string; at: string; count: number };

type RostersTable = {
  id: string;
  publication: string;
  date: string;
  audience: string;
  environment: Environment;
  frozen_at: string;
  digest: string;
  /** JSON. */
  sums: string;
};

type RosterBatchesTable = {
  roster: string;
  number: number;
  edition: string;
  size: number;
  /** How many of its places were blanked. */
  erased: number;
  /** The pseudonyms, see packed.ts. */
  people: Buffer;
};

type RosterLeftOutTable = {
  roster: string;
  part: number;
  reason: string;
  people: Buffer;
};
