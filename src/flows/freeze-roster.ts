import { canonicalAddress, isRefused } from '../audience/address.js';
import type { ContactBook } from '../audience/contact-book.js';
import type { Refusal } from '../audience/guards.js';
import type { Exclusion, Recipient } from '../audience/recipients.js';
import type { ExclusionReason, Tally } from '../audience/tally.js';
import type { Database } from '../database/open.js';
import type { Roster, RosterBatch } from '../database/rosters.js';
import type { Finding } from '../model/finding.js';
import type { Tester } from '../model/persona.js';
import type { LoadedAudience } from './load-audience.js';
import type { NextMail } from './next-mail.js';
import type { PeopleWorld } from './people-world.js';
import { takeRoll } from './take-roll.js';

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
 * @param contacts gets everybody's address and fields, for whoever writes to them at once
 * @throws Fault where the source or the database cannot be read to its end.
 */
export async function freezeRoster(
  loaded: LoadedAudience,
  next: NextMail,
  database: Database,
  world: PeopleWorld,
  contacts?: ContactBook,
): Promise<FrozenRoster> {
  const { audience, content } = loaded;
  const { publication, slot } = next;
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
      const batches = batcher(testerKeys(content.testers), write);
      const leftOut = new Map<ExclusionReason, string[]>();
      const taken = await takeRoll(
        loaded,
        next,
        database,
        world,
        (recipient, edition) => {
          contacts?.add(recipient);
          return batches.add(edition, recipient);
        },
        (exclusion) => noteLeftOut(leftOut, exclusion),
      );
      const { tally, editions, refusals, findings } = taken;
      result.findings = findings;
      result.refusals = refusals;
      if (tally) result.tally = tally;
      if (!tally || refusals.length > 0) throw notFrozen;
      await batches.end();
      return {
        rowsRead: tally.rowsRead,
        recipients: tally.recipients,
        excluded: tally.excluded,
        editions,
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

/** By what testers are told from other recipients. */
export function testerKeys(testers: readonly Tester[]): ReadonlySet<string> {
  return new Set(
    testers.flatMap(({ address }) => {
      const canonical = canonicalAddress(address);
      return isRefused(canonical) ? [] : [canonical.key];
    }),
  );
}

type Batcher = {
  /** Takes a recipient; what it gives has to be waited for, if anything. */
  readonly add: (edition: string, recipient: Recipient) => Promise<void> | undefined;
  /** Writes what is left over. */
  readonly end: () => Promise<void>;
};

/**
 * Recipients of the same edition together, as many as a request takes, in the order of the source. Testers are in
 * batches of their own, so that an issue can go to them before it goes to anybody else.
 */
function batcher(testers: ReadonlySet<string>, write: (batch: RosterBatch) => Promise<void>): Batcher {
  const waiting = { testers: new Map<string, string[]>(), others: new Map<string, string[]>() };
  return {
    add: (edition, { person, key }) => {
      const pile = testers.has(key) ? waiting.testers : waiting.others;
      const people = pile.get(edition) ?? [];
      people.push(person);
      if (people.length < batchSize) {
        pile.set(edition, people);
        return undefined;
      }
      pile.set(edition, []);
      return write({ edition, people });
    },
    end: async () => {
      for (const pile of [waiting.testers, waiting.others]) {
        for (const [edition, people] of pile) if (people.length > 0) await write({ edition, people });
      }
    },
  };
}

function noteLeftOut(leftOut: Map<ExclusionReason, string[]>, { reason, person }: Exclusion): void {
  if (person === undefined) return;
  const people = leftOut.get(reason) ?? [];
  people.push(person);
  leftOut.set(reason, people);
}
