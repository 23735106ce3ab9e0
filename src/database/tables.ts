import type { Environment } from '../model/audience.js';
import type { SuppressionOrigin, SuppressionReason } from '../model/suppression.js';
import type { BatchState, SendState } from './sends.js';

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
  sends: SendsTable;
  send_lanes: SendLanesTable;
  send_batches: SendBatchesTable;
  send_attempts: SendAttemptsTable;
  send_runs: SendRunsTable;
  send_notes: SendNotesTable;
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

type SendsTable = {
  id: string;
  publication: string;
  date: string;
  /** 1 where nobody gets mail by it. */
  rehearsal: number;
  round: number;
  audience: string;
  roster: string;
  transport: string;
  plan: string;
  /** JSON. */
  details: string;
  recipients: number;
  begun_at: string;
  release_at: string | null;
  state: SendState;
  ended_at: string | null;
};

type SendLanesTable = { send: string; lane: string; state: 'held' | 'taking-back' | 'taken-back' };

/** A slice of a batch of a roster, or, as a part of one that was split, some places of it. */
export type SendBatchesTable = {
  send: string;
  number: number;
  stage: number;
  edition: string;
  roster_batch: number;
  /** The first of its places, where it is a slice. */
  first: number;
  size: number;
  /** Its places, where it is a part: 16 bits each, little-endian. */
  places: Buffer | null;
  part_of: number | null;
  lane: string | null;
  state: BatchState;
  attempt: string | null;
  /** 1 where it is unknown because its run died. */
  died: number;
  /** The run that has it in hand. */
  holder: string | null;
  /** JSON, and how many they are. */
  late: string;
  late_count: number;
  rejected: string;
  rejected_count: number;
};

type SendAttemptsTable = {
  id: string;
  send: string;
  batch: number;
  run: string;
  /** How many were in the request. */
  people: number;
  at: string;
  /** JSON; null as long as nobody knows. */
  outcome: string | null;
  outcome_at: string | null;
};

type SendRunsTable = {
  run: string;
  send: string;
  host: string;
  pid: number;
  /** When its process began, as the system counts it; empty where it does not tell. */
  began: string;
  seen_at: string;
};

type SendNotesTable = {
  send: string;
  number: number;
  at: string;
  who: string;
  what: string;
  batch: number | null;
  because: string;
};
