import type { Send } from '../../database/sends.js';
import { cancelLane, openLane } from '../../delivery/transports/sendgrid/lanes.js';
import { grouped } from '../../model/count.js';
import { exitCode, Fault } from '../../model/fault.js';
import { loadWorkspace } from '../load-audience.js';
import type { PeopleWorld } from '../people-world.js';
import { provider } from '../provider.js';
import { isHeld } from './cancel-send.js';
import { withSend } from './find-send.js';
import type { RunWorld } from './run-world.js';

/** What somebody found out about a batch of which nobody knew whether it arrived. */
export type Resolution = {
  readonly send: string;
  readonly batch: number;
  readonly as: 'accepted' | 'not-sent';
  /** How it is known. */
  readonly because: string;
  readonly by: string;
};

/**
 * Writes down what became of an unknown batch, and who says so and why. What was not sent is planned again.
 *
 * @throws Fault (exit 2) where there is no such batch, (exit 3) where it is not unknown.
 */
export async function resolveBatch(resolution: Resolution, world: PeopleWorld & RunWorld): Promise<Send> {
  const { batch, as, because, by } = resolution;
  return withSend(resolution.send, world, async (send, database) => {
    const at = new Date(world.clock.now()).toISOString();
    const result = await database.sends.settle(send.id, batch, as, { by, because, at });
    if (result === 'no-such-batch') throw noBatch(send, batch);
    if (result === 'not-unknown') throw notUnknown(send, batch);
    return send;
  });
}

/** What was taken back: its people are planned again, and the next run sends to them under new ids. */
export type TakenBack = { readonly send: Send; readonly lanes: number; readonly people: number };

/**
 * Settles everything that is unknown of a send that the provider still holds: takes back the lanes that it went by, with
 * what was accepted under them, and plans all of it again under new ones.
 *
 * @throws Fault (exit 3) where the provider does not hold it any more, or a run is at work on it.
 */
export async function takeBackUnknown(
  id: string,
  because: string,
  by: string,
  world: PeopleWorld & RunWorld,
): Promise<TakenBack> {
  return withSend(id, world, async (send, database) => {
    const now = world.clock.now();
    if (!isHeld(send, now)) throw notHeld(send);
    const lanes = (await database.sends.lanes(send.id)).filter(
      ({ unknown, state }) => state === 'taking-back' || (state === 'held' && unknown > 0),
    );
    const { content } = loadWorkspace(world);
    const api = await provider(content?.organisation.region ?? 'global', world.variable);
    const at = new Date(now).toISOString();
    let people = 0;
    for (const lane of lanes) {
      world.progress(`Taking back ${grouped(lane.people)} people …`);
      const begun = await database.sends.beginRenewal(send.id, lane.id, { by, because, at }, world.runner);
      if (begun === 'busy') throw busy(send);
      await cancelLane(api, lane.id);
      people += await database.sends.renewLane(send.id, lane.id, await openLane(api));
    }
    return { send, lanes: lanes.length, people };
  });
}

function noBatch({ id }: Send, batch: number): Fault {
  return new Fault({
    code: 'resolve/no-batch',
    exit: exitCode.usage,
    words: `The send ${id} has no batch ${batch}.`,
    fix: `See which are unknown: mailout status ${id}.`,
  });
}

function notUnknown({ id }: Send, batch: number): Fault {
  return new Fault({
    code: 'resolve/not-unknown',
    exit: exitCode.refused,
    words: `Batch ${batch} of the send ${id} is not unknown, so there is nothing to settle.`,
    fix: `See which are: mailout status ${id}. If a run ended in the middle of a request, start the send again first.`,
  });
}

function notHeld({ id }: Send): Fault {
  return new Fault({
    code: 'resolve/not-held',
    exit: exitCode.refused,
    words: `SendGrid does not hold the send ${id} any more, or not for long enough to take it back.`,
    fix: `Look in SendGrid’s activity what arrived, and say so: mailout resolve ${id} --batch … --as accepted, or --as not-sent.`,
  });
}

function busy({ id }: Send): Fault {
  return new Fault({
    code: 'resolve/busy',
    exit: exitCode.refused,
    words: `A run is at work on the send ${id} just now.`,
    fix: 'Wait until it has ended, or end it with Ctrl-C.',
  });
}
