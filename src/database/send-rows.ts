import type { LeftOut } from '../model/send-ledger.js';
import type { Send } from './sends.js';
import type { Tables } from './tables.js';

type SendRow = Tables['sends'];
type BatchRow = Tables['send_batches'];

/** A send, from its row and the ids of its lanes. */
export function sendOf(row: SendRow, lanes: readonly string[]): Send {
  return {
    id: row.id,
    publication: row.publication,
    date: row.date,
    audience: row.audience,
    roster: row.roster,
    transport: row.transport,
    isRehearsal: row.rehearsal === 1,
    plan: row.plan,
    details: JSON.parse(row.details),
    recipients: row.recipients,
    begunAt: row.begun_at,
    ...(row.release_at !== null && { releaseAt: row.release_at }),
    lanes,
    state: row.state,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}

/** The places of a batch in the batch of the roster that it is of. */
export function placesOfBatch({ places, first, size }: Pick<BatchRow, 'places' | 'first' | 'size'>): readonly number[] {
  return Array.from({ length: size }, (_, index) => (places === null ? first + index : places.readUInt16LE(index * 2)));
}

export function packPlaces(places: readonly number[]): Buffer {
  const packed = Buffer.alloc(places.length * 2);
  for (const [index, place] of places.entries()) packed.writeUInt16LE(place, index * 2);
  return packed;
}

/** Who of a batch is not in its request, as columns. */
export function lateColumns(late: readonly LeftOut[]): Pick<BatchRow, 'late' | 'late_count'> {
  return { late: JSON.stringify(late), late_count: late.length };
}

export const nobodyLate = lateColumns([]);

/** What every batch has before anybody has it in hand. */
export const untouched = {
  state: 'planned',
  attempt: null,
  died: 0,
  holder: null,
  ...nobodyLate,
  rejected: '[]',
  rejected_count: 0,
} as const;
