import type { BatchesSummary, Send, UncertainBatch } from '../../database/sends.js';
import { type Sums, totalOf } from '../../delivery/sums.js';
import type { PeopleWorld } from '../people-world.js';
import { withDatabase } from '../workspace-database.js';
import { isHeld } from './cancel-send.js';
import type { RunWorld } from './run-world.js';

/** How far a send has come, and what to do next. */
export type SendStatus = {
  readonly send: Send;
  readonly sums: Sums;
  readonly batches: BatchesSummary;
  /** Whether it can still be taken back. */
  readonly isHeld: boolean;
  /** What somebody should do, as commands with their reasons; empty where there is nothing. */
  readonly todo: readonly string[];
};

/** Every send, the newest first; those of one publication or with one id, if it is given. */
export async function sendStatus(
  wanted: string | undefined,
  world: PeopleWorld & Pick<RunWorld, 'runner'>,
): Promise<readonly SendStatus[]> {
  return withDatabase(world, { make: false }, async (database) => {
    const all = (await database?.sends.list({})) ?? [];
    const now = Date.parse(world.now);
    const sends = all.filter(
      ({ id, publication }) => wanted === undefined || id.startsWith(wanted) || publication === wanted,
    );
    const statuses: SendStatus[] = [];
    for (const send of sends) {
      if (!database) break;
      const sums = totalOf(await database.sends.sums(send.id));
      const batches = await database.sends.batches(send.id, world.runner);
      const held = isHeld(send, now) && send.state !== 'cancelled' && send.state !== 'stopped';
      statuses.push({ send, sums, batches, isHeld: held, todo: todoFor(send, sums, batches, held) });
    }
    return statuses;
  });
}

function todoFor(
  send: Send,
  { left, inFlight }: Sums,
  { uncertain }: BatchesSummary,
  held: boolean,
): readonly string[] {
  const { id, publication, date, state } = send;
  if (state === 'cancelling') return [`It is being taken back: mailout cancel ${id}`];
  if (state !== 'open') return [];
  const goOn = `mailout send ${publication} --date ${date}`;
  const dead = uncertain.some((batch) => batch.state === 'open' && !batch.isRunAlive);
  const unknown = uncertain.filter((batch) => batch.state === 'unknown');
  return [
    ...(dead ? [`A run ended in the middle of a request. Have that written down, and the rest sent: ${goOn}`] : []),
    ...(!dead && left > 0 && inFlight === 0 ? [`Some are still to come: ${goOn}`] : []),
    ...(unknown.length > 0 && held
      ? [`Take back what is uncertain, and send it again: mailout resolve ${id} --take-back --because "…"`]
      : []),
    ...(unknown.length > 0 ? [lookThemUp(id, unknown)] : []),
  ];
}

function lookThemUp(id: string, unknown: readonly UncertainBatch[]): string {
  const [first] = unknown;
  const which = unknown.map(({ number }) => number).join(', ');
  const what =
    unknown.length === 1 ? `batch ${which} arrived, and say so` : `batches ${which} arrived, and say so of each`;
  return `Look in SendGrid’s activity whether ${what}: mailout resolve ${id} --batch ${first?.number} --as accepted --because "…" (or --as not-sent)`;
}
