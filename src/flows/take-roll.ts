import { type Refusal, refusalsAfter, refusalsBefore } from '../audience/guards.js';
import { type Exclusion, emptyRegister, type Recipient, type Register } from '../audience/recipients.js';
import { registerFor } from '../audience/register.js';
import { rollBook } from '../audience/roll-book.js';
import type { Tally } from '../audience/tally.js';
import type { Database } from '../database/open.js';
import type { Roster } from '../database/rosters.js';
import type { Audience } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import { neededFields } from '../render/needed-fields.js';
import { callRoll } from './call-roll.js';
import { factsBefore } from './guard-facts.js';
import type { LoadedAudience } from './load-audience.js';
import type { NextMail } from './next-mail.js';
import type { PeopleWorld } from './people-world.js';

/** Is shown every recipient with the id of her edition, in the order of the source, and waited for where it says so. */
export type EachRecipient = (recipient: Recipient, edition: string) => Promise<void> | undefined;

/** What a roll call came to. Without a tally nobody could be read, and the findings or refusals say why. */
export type TakenRoll = {
  readonly tally?: Tally;
  /** How many recipients get each edition. */
  readonly editions: Readonly<Record<string, number>>;
  readonly refusals: readonly Refusal[];
  readonly findings: readonly Finding[];
};

/**
 * Reads everybody who gets an issue, each with her edition, and asks the guards before and after. Nothing is written.
 *
 * @throws Fault where the source or the database cannot be read to its end.
 */
export async function takeRoll(
  { audience, content }: LoadedAudience,
  next: NextMail,
  database: Database | undefined,
  world: PeopleWorld,
  each: EachRecipient,
  eachExclusion: (exclusion: Exclusion) => void = () => {},
): Promise<TakenRoll> {
  const { publication, mail } = next;
  const before = refusalsBefore(await factsBefore(audience, publication, database, world));
  if (before.length > 0) return { editions: {}, refusals: before, findings: [] };

  const previous = await previousRoster(next, audience, database);
  const fields = audience.columns.fields.map(({ name }) => name);
  const book = rollBook(fields, mail.editions.map(readBy), mail.editionOf);
  const { tally, findings } = await callRoll(
    {
      audience,
      organisation: content.organisation,
      register: await registerOf(audience, database),
      each: async ({ recipients, exclusions }) => {
        for (const recipient of recipients) {
          const done = each(recipient, book.enter(recipient));
          // Awaiting nothing half a million times takes a while, too.
          if (done) await done;
        }
        for (const exclusion of exclusions) eachExclusion(exclusion);
      },
    },
    world,
  );
  if (!tally) return { editions: {}, refusals: [], findings };
  const real = book.real();
  const refusals = refusalsAfter({
    audience,
    recipients: tally.recipients,
    ...(previous && { previous: { date: previous.date, recipients: previous.sums.recipients } }),
    ...(real && { real }),
    blank: book.blank(),
  });
  return { tally, editions: book.editions(), refusals, findings };
}

/** The last issue of the same newsletter to the same audience before this one. */
export async function previousRoster(
  { publication, slot }: NextMail,
  audience: Audience,
  database: Database | undefined,
): Promise<Roster | undefined> {
  const rosters = (await database?.rosters.list({ publication: publication.id, audience: audience.id })) ?? [];
  return rosters.filter(({ date }) => date < slot.date).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

export function readBy(edition: NextMail['mail']['editions'][number]): { id: string; needed: readonly string[] } {
  return { id: edition.id, needed: neededFields(edition) };
}

/** What the database knows about people, for the mail of an audience. */
export async function registerOf(audience: Audience, database: Database | undefined): Promise<Register> {
  if (!database) return emptyRegister;
  return registerFor(audience.unsubscribeGroup, database.personOf, await database.suppressions.index());
}
