import { openLane } from '../../delivery/transports/sendgrid/lanes.js';
import type { Organisation } from '../../model/organisation.js';
import type { PeopleWorld } from '../people-world.js';
import { provider } from '../provider.js';

/** SendGrid takes back at most ten at a time; two are left for those that have to be sent again. */
const mostLanes = 8;

/**
 * Asks SendGrid for the ids by which the mail of a send can be taken back, at most one a batch.
 *
 * @throws Fault where there is no key, or SendGrid gives none; nothing was sent then.
 */
export async function openLanes(
  batches: number,
  { region }: Organisation,
  { variable }: PeopleWorld,
): Promise<readonly string[]> {
  const api = await provider(region, variable);
  return Promise.all(Array.from({ length: Math.min(mostLanes, batches) }, () => openLane(api)));
}
