import { createHash } from 'node:crypto';
import type { Letter } from '../message.js';
import type { MailStamp } from './mime.js';

/** The stamp of a mail that is known by these words: equal words give an equal stamp. Nothing can be read out of it. */
export function stampOf(letter: Letter, words: readonly string[], date: Date): MailStamp {
  const digest = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  const domain = letter.sender.address.split('@').at(-1) ?? 'localhost';
  return { messageId: `${digest.slice(0, 32)}@${domain}`, date, boundary: digest.slice(32, 48) };
}
