import { type ContactBook, contactBook } from '../../audience/contact-book.js';
import type { Database } from '../../database/open.js';
import type { Finding } from '../../model/finding.js';
import { callRoll } from '../call-roll.js';
import type { LoadedAudience } from '../load-audience.js';
import type { PeopleWorld } from '../people-world.js';
import { registerOf } from '../take-roll.js';

/**
 * Reads the addresses of an audience again, for a roster that was frozen before. Without a book, the findings say why
 * nobody could be read.
 *
 * @throws Fault where the source or the database cannot be read to its end.
 */
export async function readContacts(
  { audience, content }: LoadedAudience,
  database: Database,
  world: PeopleWorld,
): Promise<{ readonly contacts?: ContactBook; readonly findings: readonly Finding[] }> {
  const contacts = contactBook();
  const { tally, findings } = await callRoll(
    {
      audience,
      organisation: content.organisation,
      register: await registerOf(audience, database),
      each: ({ recipients }) => {
        for (const recipient of recipients) contacts.add(recipient);
      },
    },
    world,
  );
  return { ...(tally && { contacts }), findings };
}

/** How many people are in the source now who are not in the roster, and the other way round. */
export type Comings = { readonly joined: number; readonly left: number };

/** Compares a roster with the source as it is now. */
export async function comings(roster: string, contacts: ContactBook, database: Database): Promise<Comings> {
  let stayed = 0;
  let left = 0;
  for await (const { people } of database.rosters.batches(roster)) {
    for (const person of people) {
      if (person !== undefined && contacts.find(person)) stayed += 1;
      else left += 1;
    }
  }
  return { joined: contacts.size() - stayed, left };
}
