import type { Letter, Message } from '../../message.js';
import type { Transport } from '../../ports.js';
import { outcomeOf } from './answers.js';
import { bodyOf, type PreparedLetter, prepareLetter } from './body.js';
import type { SendGridSettings } from './settings.js';

/** SendGrid's mail/send: a batch is one request. What an edition has in common is worked out once. */
export function sendGridTransport(settings: SendGridSettings): Transport<Message> {
  const letters = new WeakMap<Letter, Promise<PreparedLetter | undefined>>();
  const prepared = (letter: Letter) => {
    // What the SDK does not understand is a mistake of ours, and nothing was sent.
    const preparing = letters.get(letter) ?? prepareLetter(letter, settings).catch(() => undefined);
    letters.set(letter, preparing);
    return preparing;
  };
  return {
    send: async (message, attempt, signal) => {
      const letter = await prepared(message.letter);
      if (letter === undefined) return { outcome: 'rejected', kind: 'bug', reason: 'content' };
      const body = bodyOf(message, letter, attempt);
      if ('refused' in body) return body.refused;
      const reply = await settings.post('/v3/mail/send', body.bytes, signal);
      const { sandbox, now } = settings;
      return outcomeOf(reply, { people: message.addressees.length, sandbox, now: now() });
    },
  };
}
