import type { Kysely } from 'kysely';
import { noSums, type StageSums } from '../model/send-ledger.js';
import type { Tables } from './tables.js';

type Mutable = { -readonly [Name in keyof StageSums]: StageSums[Name] };

/** What became of everybody of a send, by stage. See `StageSums`. */
export async function sumsOf(db: Kysely<Tables>, send: string): Promise<readonly StageSums[]> {
  const rows = await db
    .selectFrom('send_batches')
    .select((eb) => [
      'stage',
      'state',
      'died',
      eb.fn.sum<number>('size').as('size'),
      eb.fn.sum<number>('late_count').as('late'),
      eb.fn.sum<number>('rejected_count').as('rejected'),
      eb.fn.sum<number>(eb.case().when('part_of', 'is', null).then(eb.ref('size')).else(0).end()).as('planned'),
    ])
    .where('send', '=', send)
    .groupBy(['stage', 'state', 'died'])
    .orderBy('stage')
    .execute();
  const stages = new Map<number, Mutable>();
  for (const row of rows) {
    const sums = stages.get(row.stage) ?? { stage: row.stage, ...noSums };
    stages.set(row.stage, sums);
    const others = Number(row.size) - Number(row.late);
    sums.planned += Number(row.planned);
    sums.excluded += Number(row.late);
    sums.rejected += Number(row.rejected);
    if (row.state === 'accepted') sums.accepted += others;
    if (row.state === 'open') sums.inFlight += others;
    if (row.state === 'planned') sums.left += others;
    if (row.state === 'unknown') sums.unknown += others;
    if (row.state === 'unknown' && row.died === 1) sums.died += others;
  }
  return [...stages.values()];
}
