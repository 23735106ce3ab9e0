import type { Kysely } from 'kysely';
import { pages } from './pages.js';
import type { Tables } from './tables.js';

const rowsAtOnce = 500;

/** Every send with its batches, attempts and notes, one record at a time. No person is in it: places, and no names. */
export async function* exportSends(db: Kysely<Tables>): AsyncGenerator<object> {
  const sends = await db.selectFrom('sends').selectAll().orderBy('begun_at').orderBy('id').execute();
  for (const { details, ...send } of sends) {
    yield { record: 'send', ...send, details: JSON.parse(details) };
    const lanes = await db.selectFrom('send_lanes').selectAll().where('send', '=', send.id).orderBy('lane').execute();
    for (const lane of lanes) yield { record: 'lane', ...lane };
    const batches = (after: Tables['send_batches'] | undefined, size: number) =>
      db
        .selectFrom('send_batches')
        .selectAll()
        .where('send', '=', send.id)
        .where('number', '>', after?.number ?? 0)
        .orderBy('number')
        .limit(size)
        .execute();
    for await (const page of pages(rowsAtOnce, batches)) {
      for (const { places: _, late, rejected, ...batch } of page) {
        yield { record: 'batch', ...batch, late: JSON.parse(late), rejected: JSON.parse(rejected) };
      }
    }
    const attempts = (after: Tables['send_attempts'] | undefined, size: number) =>
      db
        .selectFrom('send_attempts')
        .selectAll()
        .where('send', '=', send.id)
        .where('id', '>', after?.id ?? '')
        .orderBy('id')
        .limit(size)
        .execute();
    for await (const page of pages(rowsAtOnce, attempts)) {
      for (const { outcome, ...attempt } of page) {
        yield { record: 'attempt', ...attempt, outcome: outcome === null ? null : JSON.parse(outcome) };
      }
    }
    const notes = await db.selectFrom('send_notes').selectAll().where('send', '=', send.id).orderBy('number').execute();
    for (const note of notes) yield { record: 'note', ...note };
  }
}
