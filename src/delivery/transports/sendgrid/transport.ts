import type { Letter, Message } from '../../message.js';
import type { Transport } from '../../ports.js';
import { outcomeOf } from './answers.js';
import { bodyOf } from './body.js';
import { type Content, contentOf } from './content.js';
import type { SendGridSettings } from './settings.js';

/** SendGrid's mail/send: a batch is one request. What an edition has in common is encoded once. */
export function sendGridTransport(settings: SendGridSettings): Transport<Message> {
  const contents = new WeakMap<Letter, Content>();
  const contentFor = (letter: Letter) => {
    const content = contents.get(letter) ?? contentOf(letter, settings);
    contents.set(letter, content);
    return content;
  };
  return {
    send: async (message, attempt, signal) => {
      const body = bodyOf(message, contentFor(message.letter), attempt);
      if ('refused' in body) return body.refused;
      const reply = await settings.post('/v3/mail/send', body.bytes, signal);
      const { sandbox, now } = settings;
      return outcomeOf(reply, { people: message.addressees.length, sandbox, now: now() });
    },
  };
}
