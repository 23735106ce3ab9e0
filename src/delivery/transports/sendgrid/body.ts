import { createHash } from 'node:crypto';
import { slotValue } from '../../../model/merge-slots.js';
import { type Addressee, type Letter, type Message, unsubscribeHeaders, valuesOf } from '../../message.js';
import type { Outcome } from '../../outcome.js';
import { type Content, isUnused, tagOf } from './content.js';
import { jsonText } from './json.js';

/** How many people a request has at most (sendgrid.md, 1.1). */
export const mostPeople = 1_000;
/** Half of what SendGrid takes, attachments included. */
const mostBytes = 15 * 1024 ** 2;
/** Of one person's substitutions; the lower of the two limits that are documented (sendgrid.md, 0). */
const mostValueBytes = 10_000;

/** The name under which events have the attempt. */
export const attemptName = 'mo_attempt';

/** What is posted to /v3/mail/send, or why nothing can be. */
export type Body = { readonly bytes: Buffer } | { readonly refused: Outcome };

/**
 * The request for a batch: the content once, then each reader as a personalization of her own, so that nobody sees who
 * else gets it. Its tags are of this attempt alone.
 */
export function bodyOf({ letter, addressees, hold }: Message, content: Content, attempt: string): Body {
  if (addressees.length === 0) return refused('bug', 'nobody');
  if (addressees.length > mostPeople) return refused('too-large', 'people');
  const nonce = nonceFor(attempt, content);
  const tags = content.slots.map((_, number) => `"${tagOf(nonce, number)}":`);
  const people: string[] = [];
  const tooLong: number[] = [];
  for (const [place, addressee] of addressees.entries()) {
    const substitutions = substitutionsOf(letter, addressee, content, tags);
    if (isLonger(substitutions, mostValueBytes)) tooLong.push(place);
    people.push(personalization(letter, addressee, substitutions));
  }
  if (tooLong.length > 0) return { refused: rejectedAddress('values-too-long', tooLong) };
  const settings = [
    `"custom_args":{"${attemptName}":${jsonText(attempt)}}`,
    ...(hold === undefined ? [] : [`"send_at":${hold.until}`, `"batch_id":${jsonText(hold.lane)}`]),
  ];
  const rest = `,${settings.join(',')},"personalizations":[${people.join(',')}]}`;
  const size = content.bytes.length + Buffer.byteLength(rest);
  if (size > mostBytes) return refused('too-large', 'bytes');
  const bytes = Buffer.allocUnsafe(size);
  content.bytes.copy(bytes);
  for (const at of content.nonces) bytes.write(nonce, at, 'latin1');
  bytes.write(rest, content.bytes.length);
  return { bytes };
}

/** No attempt has the id of another, so neither have their tags; and a text that has one all the same gets the next. */
function nonceFor(attempt: string, content: Content): string {
  for (let turn = 0; ; turn += 1) {
    const nonce = createHash('sha256').update(`${turn} ${attempt}`).digest('hex').slice(0, 16);
    if (isUnused(nonce, content)) return nonce;
  }
}

function substitutionsOf(
  letter: Letter,
  addressee: Addressee,
  content: Content,
  tags: readonly string[],
): string | undefined {
  if (tags.length === 0) return undefined;
  const values = valuesOf(letter, addressee);
  let text = '{';
  for (const [number, slot] of content.slots.entries()) {
    text += (number === 0 ? '' : ',') + tags[number] + jsonText(slotValue(slot, values));
  }
  return `${text}}`;
}

/** The address stands alone, without a name: a name is one thing more that a leak would tell. */
function personalization(letter: Letter, addressee: Addressee, substitutions: string | undefined): string {
  const headers = Object.entries(unsubscribeHeaders(letter, addressee));
  const written = headers.map(([name, value]) => `"${name}":${jsonText(value)}`).join(',');
  return `{"to":[{"email":${jsonText(addressee.address)}}]${headers.length > 0 ? `,"headers":{${written}}` : ''}${
    substitutions === undefined ? '' : `,"substitutions":${substitutions}`
  }}`;
}

function isLonger(text: string | undefined, bytes: number): boolean {
  if (text === undefined || text.length * 3 <= bytes) return false;
  return Buffer.byteLength(text) > bytes;
}

function refused(kind: 'bug' | 'too-large', reason: string): Body {
  return { refused: { outcome: 'rejected', kind, reason } };
}

function rejectedAddress(reason: string, places: readonly number[]): Outcome {
  return { outcome: 'rejected', kind: 'address', reason, places };
}
