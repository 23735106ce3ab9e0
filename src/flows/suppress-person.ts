import { canonicalAddress, isRefused, maskedAddress } from '../audience/address.js';
import type { Database } from '../database/open.js';
import { exitCode, Fault } from '../model/fault.js';
import type { Suppression } from '../model/suppression.js';
import { callRoll } from './call-roll.js';
import { loadWorkspace } from './load-audience.js';
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
 * Writes down that whoever a link to unsubscribe was made for has unsubscribed. Her address is looked for among the people
 * of all audiences, as only her pseudonym can be known from the link.
 *
 * @param token what stood in the link in the place of {token}
 * @throws Fault (exit 2) where it is no token, (exit 1) where nobody in any audience has it.
 */
export async function suppressByToken(
  token: string,
  world: PeopleWorld,
): Promise<{ readonly shown: string; readonly isNew: boolean }> {
  return withMadeDatabase(world, async (database) => {
    const person = database.personOfToken(token.trim());
    if (person === undefined) throw noToken();
    const address = await addressOfPerson(person, database, world);
    if (address === undefined) throw nobodysToken();
    const entry = { address, reason: 'unsubscribed', origin: 'hand', since: world.now } as const;
    const { added } = await database.suppressions.record([[entry]], world.now);
    return { shown: maskedAddress(address), isNew: added > 0 };
  });
}

async function addressOfPerson(
  person: string,
  { personOf }: Database,
  world: PeopleWorld,
): Promise<string | undefined> {
  const { content } = loadWorkspace(world);
  const register = { personOf, suppressionOf: () => undefined };
  for (const audience of content?.audiences ?? []) {
    if (!content || !audience.people) continue;
    let found: string | undefined;
    await callRoll(
      {
        audience,
        organisation: content.organisation,
        register,
        each: ({ recipients }) => {
          found ??= recipients.find((one) => one.person === person)?.address;
        },
      },
      world,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function noToken(): Fault {
  return new Fault({
    code: 'suppressions/no-token',
    exit: exitCode.usage,
    words: 'That is not what mailout puts into a link to unsubscribe.',
    fix: 'Copy all of what stands in the place of {token}: 22 letters, digits, “-” and “_”.',
  });
}

function nobodysToken(): Fault {
  return new Fault({
    code: 'suppressions/nobodys-token',
    exit: exitCode.findings,
    words: 'Nobody in any audience has that link now, or it was made with another key.',
    fix: 'Ask the reader for her address: mailout suppressions add jo@example.org.',
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
