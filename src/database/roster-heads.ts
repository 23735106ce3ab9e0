import type { NewRoster, Roster, RosterSums } from './rosters.js';
import type { Tables } from './tables.js';

type RosterRow = Tables['rosters'];

/** What a roster is for, as it is kept. */
export function headColumns(head: NewRoster): Omit<RosterRow, 'id' | 'digest' | 'sums'> {
  const { publication, date, audience, environment, frozenAt } = head;
  return { publication, date, audience, environment, frozen_at: frozenAt };
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
    frozenAt: row.frozen_at,
    digest,
    sums: JSON.parse(row.sums) as RosterSums,
  };
}
