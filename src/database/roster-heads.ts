import type { NewRoster, Roster, RosterSums } from './rosters.js';
import type { Tables } from './tables.js';

type RosterRow = Tables['rosters'];

/** What a roster is for, as it is kept. */
export function headColumns(head: NewRoster): Omit<RosterRow, 'id' | 'digest' | 'sums'> {
  const { publication, date, audience, environment, fields, frozenAt, sourceDigest } = head;
  return {
    publication,
    date,
    audience,
    environment,
    fields: JSON.stringify(fields),
    frozen_at: frozenAt,
    source_digest: sourceDigest ?? null,
  };
}

/** A roster, from its row. */
export function rosterOf(row: RosterRow): Roster {
  const { id, publication, date, audience, environment, digest } = row;
  return {
    id,
    publication,
    date,
    audience,
    environment,
    fields: JSON.parse(row.fields) as readonly string[],
    frozenAt: row.frozen_at,
    ...(row.source_digest !== null && { sourceDigest: row.source_digest }),
    digest,
    sums: JSON.parse(row.sums) as RosterSums,
  };
}
