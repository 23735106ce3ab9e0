import type { Send } from '../../database/sends.js';
import { cancelLane } from '../../delivery/transports/sendgrid/lanes.js';
import { exitCode, Fault } from '../../model/fault.js';
import { loadWorkspace } from '../load-audience.js';
import type { PeopleWorld } from '../people-world.js';
import { provider } from '../provider.js';
import { withSend } from './find-send.js';
import type { RunWorld } from './run-world.js';

/** What became of a send that was to be taken back. */
export type Cancelled = {
  readonly send: Send;
  /** Whether nobody gets it; otherwise some have it, and the others get nothing more. */
  readonly isTakenBack: boolean;
  /** Lanes that the provider confirmed. */
  readonly lanes: number;
};

/** SendGrid promises to take back what is to go out in more than ten minutes (sendgrid.md, 4). */
const lastChance = 10 * 60_000;

/**
 * Takes back what the provider holds of a send, and sends nothing more of it. The ledger has it first, so that no run goes
 * on with what is being taken back; if the provider cannot be reached, the command is to be given again.
 *
 * @throws Fault (exit 3) where it is too late; where the provider does not confirm it.
 */
export async function cancelSend(
  id: string,
  by: string,
  because: string,
  world: PeopleWorld & RunWorld,
): Promise<Cancelled> {
  return withSend(id, world, async (send, database) => {
    const now = world.clock.now();
    const at = new Date(now).toISOString();
    if (send.state === 'complete' && !isHeld(send, now)) throw tooLate(send);
    if (send.state === 'cancelled' || send.state === 'stopped') throw over(send);
    await database.sends.beginCancel(send.id, { by, because, at });
    const lanes = isHeld(send, now) ? await database.sends.lanes(send.id) : [];
    if (lanes.length > 0) {
      const { content } = loadWorkspace(world);
      const api = await provider(content?.organisation.region ?? 'global', world.variable);
      for (const lane of lanes) {
        await cancelLane(api, lane.id);
        world.progress('Taking back …');
      }
    }
    const ended = await database.sends.endCancel(send.id, { isTakenBack: lanes.length > 0, at });
    return { send: ended, isTakenBack: ended.state === 'cancelled', lanes: lanes.length };
  });
}

/** Whether the provider still holds it, and for long enough. */
export function isHeld({ releaseAt, lanes }: Send, now: number): boolean {
  return releaseAt !== undefined && lanes.length > 0 && Date.parse(releaseAt) - now > lastChance;
}

function tooLate({ id, releaseAt }: Send): Fault {
  const why = releaseAt === undefined ? 'it went out at once' : 'that is possible until ten minutes before it goes out';
  return new Fault({
    code: 'cancel/too-late',
    exit: exitCode.refused,
    words: `The send ${id} is complete and cannot be taken back: ${why}.`,
    fix: 'Write a new issue for what has to be said.',
  });
}

function over({ id, state }: Send): Fault {
  return new Fault({
    code: 'cancel/over',
    exit: exitCode.refused,
    words: `The send ${id} was ${state === 'cancelled' ? 'taken back' : 'stopped'} before.`,
    fix: 'There is nothing left to do about it.',
  });
}
