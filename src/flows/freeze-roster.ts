import { type Refusal, refusalsAfter, refusalsBefore } from '../audience/guards.js';
import type { Exclusion, Recipient } from '../audience/recipients.js';
import { registerFor } from '../audience/register.js';
import { type ReadBy, rollBook } from '../audience/roll-book.js';
import type { ExclusionReason, Tally } from '../audience/tally.js';
import type { Database } from '../database/open.js';
import type { Roster, RosterBatch } from '../database/rosters.js';
import type { Audience } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import { neededFields } from '../render/needed-fields.js';
import { callRoll } from './call-roll.js';
import { factsBefore } from './guard-facts.js';
import type { LoadedAudience } from './load-audience.js';
import type { NextMail } from './next-mail.js';
import type { PeopleWorld } from './people-world.js';

/** A roster, or why there is none. */
export type FrozenRoster = {
  readonly roster?: Roster;
  readonly tally?: Tally;
  readonly refusals: readonly Refusal[];
  readonly findings: readonly Finding[];
};

/** A request to the provider takes no more. */
const batchSize = 1_000;

/**
 * Writes down who gets an issue, each with her edition, and who is left out and why; from then on neither changes. All
 * that stands against it is told at once, and then nothing is written.
 *
 * @throws Fault where the source or the database cannot be read to its end.
 */
export async function freezeRoster(
  { audience, content }: LoadedAudience,
  next: NextMail,
  database: Database,
  world: PeopleWorld,
): Promise<FrozenRoster> {
  const { publication, slot, mail } = next;
  const before = refusalsBefore(await factsBefore(audience, publication, database, world));
  if (before.length > 0) return { refusals: before, findings: [] };

  const previous = await previousRoster(next, audience, database);
  const fields = audience.columns.fields.map(({ name }) => name);
  const book = rollBook(fields, mail.editions.map(readBy), mail.editionOf);
  const register = registerFor(audience.unsubscribeGroup, database.personOf, await database.suppressions.index());
  const result: { tally?: Tally; findings: readonly Finding[]; refusals: readonly Refusal[] } = {
    findings: [],
    refusals: [],
  };
  const freezing = database.rosters.freeze(
    {
      publication: publication.id,
      date: slot.date,
      audience: audience.id,
      environment: audience.environment,
      frozenAt: world.now,
    },
    async (write) => {
      const batches = batcher(write);
      const leftOut = new Map<ExclusionReason, string[]>();
      const { tally, findings } = await callRoll(
        {
          audience,
          organisation: content.organisation,
          register,
          each: async ({ recipients, exclusions }) => {
            for (const recipient of recipients) {
              const written = batches.add(book.enter(recipient), recipient);
              // Awaiting nothing half a million times takes a while, too.
              if (written) await written;
            }
            noteLeftOut(leftOut, exclusions);
          },
        },
        world,
      );
      result.findings = findings;
      if (!tally) throw notFrozen;
      await batches.end();
      result.tally = tally;
      const real = book.real();
      result.refusals = refusalsAfter({
        audience,
        recipients: tally.recipients,
        ...(previous && { previous: { date: previous.date, recipients: previous.sums.recipients } }),
        ...(real && { real }),
        blank: book.blank(),
      });
      if (result.refusals.length > 0) throw notFrozen;
      return {
        rowsRead: tally.rowsRead,
        recipients: tally.recipients,
        excluded: tally.excluded,
        editions: book.editions(),
        leftOut: [...leftOut].map(([reason, people]) => ({ reason, people })),
      };
    },
  );
  const roster = await freezing.catch((error: unknown) => {
    if (error === notFrozen) return undefined;
    throw error;
  });
  return { ...result, ...(roster && { roster }) };
}

/** Thrown where the roster must not be kept after all, so that the database takes back what it has of it. */
const notFrozen = new Error('The roster is not frozen.');

/** The last issue of the same newsletter to the same audience before this one. */
export async function previousRoster(
  { publication, slot }: NextMail,
  audience: Audience,
  database: Database | undefined,
): Promise<Roster | undefined> {
  const rosters = (await database?.rosters.list({ publication: publication.id, audience: audience.id })) ?? [];
  return rosters.filter(({ date }) => date < slot.date).sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

export function readBy(edition: NextMail['mail']['editions'][number]): ReadBy {
  return { id: edition.id, needed: neededFields(edition) };
}

type Batcher = {
  /** Takes a recipient; what it gives has to be waited for, if anything. */
  readonly add: (edition: string, recipient: Recipient) => Promise<void> | undefined;
  /** Writes what is left over. */
  readonly end: () => Promise<void>;
};

/** Recipients of the same edition together, as many as a request takes, in the order of the source. */
function batcher(write: (batch: RosterBatch) => Promise<void>): Batcher {
  const waiting = new Map<string, string[]>();
  return {
    add: (edition, { person }) => {
      const people = waiting.get(edition) ?? [];
      people.push(person);
      if (people.length < batchSize) {
        waiting.set(edition, people);
        return undefined;
      }
      waiting.set(edition, []);
      return write({ edition, people });
    },
    end: async () => {
      for (const [edition, people] of waiting) if (people.length > 0) await write({ edition, people });
    },
  };
}

function noteLeftOut(leftOut: Map<ExclusionReason, string[]>, exclusions: readonly Exclusion[]): void {
  for (const { reason, person } of exclusions) {
    if (person === undefined) continue;
    const people = leftOut.get(reason) ?? [];
    people.push(person);
    leftOut.set(reason, people);
  }
}
