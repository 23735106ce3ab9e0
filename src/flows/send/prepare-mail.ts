import type { ContactBook } from '../../audience/contact-book.js';
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
  /** What a person's links to unsubscribe know her by. */
  readonly tokenOf: (person: string) => string;
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
      const addressees: Addressee[] = [];
      const late: LeftOut[] = [];
      for (const [place, person] of batch.people.entries()) {
        const addressee = addresseeOf(person, parts);
        if (typeof addressee === 'string') late.push({ place, reason: addressee });
        else addressees.push(addressee);
      }
      return { message: { letter, addressees, ...holdOf(batch, parts) }, late };
    },
  };
}

/** Somebody as she is written to, or why she is not. */
function addresseeOf(
  person: string | undefined,
  { contacts, register, fields, tokenOf }: MailParts,
): Addressee | string {
  if (person === undefined) return 'erased';
  const suppression = register.suppressionOf(person);
  if (suppression !== undefined) return `suppressed/${suppression}`;
  const contact = contacts.find(person);
  if (!contact) return 'left';
  const values: Record<string, string> = {};
  for (const [index, field] of fields.entries()) values[field] = contact.fields[index] ?? '';
  return { address: contact.address, person, token: tokenOf(person), values };
}

/** Mail whose time has come goes out as soon as it is sent. */
function holdOf({ lane }: Batch, { releaseAt, now }: MailParts): Pick<Message, 'hold'> {
  if (lane === undefined || releaseAt === undefined || releaseAt <= now()) return {};
  return { hold: { until: Math.floor(releaseAt / 1000), lane } };
}
