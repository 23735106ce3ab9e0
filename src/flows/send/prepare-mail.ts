import type { Contact, ContactBook } from '../../audience/contact-book.js';
import type { Register } from '../../audience/recipients.js';
import type { Addressee, Message } from '../../delivery/message.js';
import type { Mail } from '../../delivery/ports.js';
import type { Batch, LeftOut } from '../../model/send-ledger.js';
import type { Letters } from './letters.js';

export type MailParts = {
  readonly letters: Letters;
  readonly contacts: ContactBook;
  readonly register: Pick<Register, 'suppressionOf'>;
  /** The names of the fields of a contact, in their order. */
  readonly fields: readonly string[];
  /** What the links of people to unsubscribe know them by. */
  readonly tokensOf: (people: readonly string[]) => readonly string[];
  /** Until when the provider is to hold mail back, in milliseconds since 1970. */
  readonly releaseAt?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

/**
 * Makes messages of batches: addresses come from the source as it is now, and whoever left it or was suppressed since
 * the roster was frozen is left out.
 */
export function mailOf(parts: MailParts): Mail<Message> {
  const { letters } = parts;
  return {
    prepare: async (batch) => {
      const letter = letters.get(batch.edition);
      if (!letter) throw new Error('A batch has an edition that the issue has not.');
      const reached: Reached[] = [];
      const late: LeftOut[] = [];
      for (const [place, person] of batch.people.entries()) {
        const found = reach(person, parts);
        if (typeof found === 'string') late.push({ place, reason: found });
        else reached.push(found);
      }
      return { message: { letter, addressees: addressees(reached, parts), ...holdOf(batch, parts) }, late };
    },
  };
}

type Reached = Contact & { readonly person: string };

/** How somebody is reached, or why she is not written to. */
function reach(person: string | undefined, { contacts, register }: MailParts): Reached | string {
  if (person === undefined) return 'erased';
  const suppression = register.suppressionOf(person);
  if (suppression !== undefined) return `suppressed/${suppression}`;
  const contact = contacts.find(person);
  return contact ? { address: contact.address, fields: contact.fields, person } : 'left';
}

function addressees(reached: readonly Reached[], { fields, tokensOf }: MailParts): readonly Addressee[] {
  const tokens = tokensOf(reached.map(({ person }) => person));
  return reached.map(({ address, person, fields: hers }, index) => {
    const values: Record<string, string> = {};
    for (const [at, field] of fields.entries()) values[field] = hers[at] ?? '';
    return { address, person, token: tokens[index] ?? '', values };
  });
}

/** Mail whose time has come goes out as soon as it is sent. */
function holdOf({ lane }: Batch, { releaseAt, now }: MailParts): Pick<Message, 'hold'> {
  if (lane === undefined || releaseAt === undefined || releaseAt <= now()) return {};
  return { hold: { until: Math.floor(releaseAt / 1000), lane } };
}
