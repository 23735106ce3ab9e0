import { createHash } from 'node:crypto';
import type { Outcome } from '../../../model/outcome.js';
import type { Letter, Message } from '../../message.js';
import { type Content, contentOf, isUnused, tagOf } from './content.js';
import { growingBytes } from './growing-bytes.js';
import { jsonText } from './json.js';
import { type PersonalizationWriter, personalizationWriter, valueBytes } from './personalization.js';
import type { SendGridSettings } from './settings.js';

/** How many people a request has at most (sendgrid.md, 1.1). */
export const mostPeople = 1_000;
/** Half of what SendGrid takes, attachments included. */
const mostBytes = 15 * 1024 ** 2;
/** Of one person's substitutions; the lower of the two limits that are documented (sendgrid.md, 0). */
const mostValueBytes = 10_000;
/** How many bytes one person takes, about; a few values, and her links to unsubscribe. */
const usualBytes = 1_000;

/** The name under which events have the attempt. */
export const attemptName = 'mo_attempt';

/** What is posted to /v3/mail/send, or why nothing can be. */
export type Body = { readonly bytes: Buffer } | { readonly refused: Outcome };

/** A letter of which all is worked out that every batch of it needs. */
export type PreparedLetter = { readonly content: Content; readonly writer: PersonalizationWriter };

/** Rejects where SendGrid's SDK does not understand the letter. */
export async function prepareLetter(
  letter: Letter,
  settings: Omit<SendGridSettings, 'post' | 'now'>,
): Promise<PreparedLetter> {
  const content = await contentOf(letter, settings);
  return { content, writer: personalizationWriter(letter, content.slots) };
}

/**
 * The request for a batch: the content once, then each reader as a personalization of her own, so that nobody sees who
 * else gets it. Its tags are of this attempt alone.
 */
export function bodyOf({ addressees, hold }: Message, prepared: PreparedLetter, attempt: string): Body {
  const { content, writer } = prepared;
  if (addressees.length === 0) return refused('bug', 'nobody');
  if (addressees.length > mostPeople) return refused('too-large', 'people');
  const nonce = nonceFor(attempt, content);
  const write = writer(content.slots.map((_, number) => tagOf(nonce, number)));
  const body = growingBytes(content.bytes, addressees.length * usualBytes);
  body.add(`,"custom_args":{"${attemptName}":${jsonText(attempt)}}`);
  if (hold !== undefined) body.add(`,"send_at":${hold.until},"batch_id":${jsonText(hold.lane)}`);
  const tooLong: number[] = [];
  for (const [place, addressee] of addressees.entries()) {
    const person = write(addressee);
    if (valueBytes(person, mostValueBytes) > mostValueBytes) tooLong.push(place);
    body.add(place === 0 ? ',"personalizations":[' : ',');
    body.add(person);
  }
  body.add(']}');
  const bytes = body.bytes();
  if (tooLong.length > 0) return { refused: rejectedAddress('values-too-long', tooLong) };
  if (bytes.length > mostBytes) return refused('too-large', 'bytes');
  for (const at of content.nonces) bytes.write(nonce, at, 'latin1');
  return { bytes };
}

/** No attempt has the id of another, so neither have their tags; and a text that has one all the same gets the next. */
function nonceFor(attempt: string, content: Content): string {
  for (let turn = 0; ; turn += 1) {
    const nonce = createHash('sha256').update(`${turn} ${attempt}`).digest('hex').slice(0, 16);
    if (isUnused(nonce, content)) return nonce;
  }
}

function refused(kind: 'bug' | 'too-large', reason: string): Body {
  return { refused: { outcome: 'rejected', kind, reason } };
}

function rejectedAddress(reason: string, places: readonly number[]): Outcome {
  return { outcome: 'rejected', kind: 'address', reason, places };
}
