import { canonicalAddress, isRefused, maskedAddress } from '../audience/address.js';
import { exitCode, Fault } from '../model/fault.js';
import type { Suppression } from '../model/suppression.js';
import type { PeopleWorld } from './people-world.js';
import { withMadeDatabase } from './workspace-database.js';

/**
 * Writes down that a person must not be written to. Gives her address as it may be shown, and whether that is new.
 *
 * @param group only mail of this unsubscribe group; all mail if absent
 * @throws Fault (exit 2) for what is no address.
 */
export async function suppressPerson(
  typed: string,
  group: number | undefined,
  world: PeopleWorld,
): Promise<{ readonly shown: string; readonly isNew: boolean }> {
  const { address } = addressOf(typed);
  return withMadeDatabase(world, async ({ suppressions }) => {
    const entry = { address, reason: 'by-hand', origin: 'hand', since: world.now, ...(group && { group }) } as const;
    const { added } = await suppressions.record([[entry]], world.now);
    return { shown: maskedAddress(address), isNew: added > 0 };
  });
}

/**
 * Lets a person be written to again: takes back all that was written down against her here. Gives what that was; the
 * provider's own lists are not touched, and the next sync takes up again what is still on them.
 *
 * @throws Fault (exit 2) for what is no address.
 */
export async function liftSuppressions(
  typed: string,
  world: PeopleWorld,
): Promise<{ readonly shown: string; readonly lifted: readonly Suppression[] }> {
  const { address, key } = addressOf(typed);
  return withMadeDatabase(world, async ({ suppressions }) => {
    const lifted = await suppressions.of(key);
    await suppressions.lift(key);
    return { shown: maskedAddress(address), lifted };
  });
}

function addressOf(typed: string): { readonly address: string; readonly key: string } {
  const canonical = canonicalAddress(typed);
  if (!isRefused(canonical)) return canonical;
  throw new Fault({
    code: 'suppressions/no-address',
    exit: exitCode.usage,
    words: `That is no address: ${canonical.words}`,
    fix: canonical.fix,
  });
}
