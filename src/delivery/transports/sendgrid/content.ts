import { joined, type Pieces, type Slot } from '../../../model/merge-slots.js';
import { filledIn, type Letter, unsubscribeField } from '../../message.js';
import { requestBody } from './sdk.js';
import type { SendGridSettings } from './settings.js';

/**
 * All of a request that is the same for every batch of an edition, as bytes: an object of JSON without its end. In the
 * places of what differs from reader to reader stand substitution tags, which SendGrid replaces wherever they occur.
 */
export type Content = {
  readonly bytes: Buffer;
  /** Where in the bytes the nonce of each tag goes. */
  readonly nonces: readonly number[];
  /** What stands for each tag, by its number. */
  readonly slots: readonly Slot[];
};

/** What SendGrid puts the bare address of its own unsubscribe page in the place of. */
const groupLink = '<%asm_group_unsubscribe_raw_url%>';

const nonceLength = 16;
const opening = '-mo';

/**
 * The tag of a slot. It has letters that HTML, JSON and addresses all leave as they are, and none is the beginning of
 * another (sendgrid.md, 2.1).
 */
export function tagOf(nonce: string, number: number): string {
  return `${opening}${nonce}_${number}-`;
}

/** Whether nothing in the content looks like a tag with this nonce. */
export function isUnused(nonce: string, { bytes }: Content): boolean {
  return !bytes.includes(`${opening}${nonce}`);
}

/**
 * The content of an edition, as SendGrid's SDK writes it for one reader. It depends on nobody who gets it. Rejects where
 * the SDK does not understand it.
 */
export async function contentOf(letter: Letter, settings: Omit<SendGridSettings, 'post' | 'now'>): Promise<Content> {
  const { sender, headers, unsubscribe } = letter;
  const group = unsubscribe.by === 'group' ? unsubscribe.group : undefined;
  const own = ({ field }: Slot) => (group !== undefined && field === unsubscribeField ? groupLink : undefined);
  const nonce = placeholderFor(letter);
  const { slots, tagged } = startTagging(nonce);
  const words = (pieces: Pieces) => tagged(filledIn(pieces, own));
  const { personalizations: _, ...shared } = await requestBody({
    personalizations: [{ to: { email: sender.address } }],
    from: { email: sender.address, name: sender.name },
    ...(sender.replyTo !== undefined && { replyTo: { email: sender.replyTo } }),
    subject: words(letter.subject),
    text: words(letter.text),
    html: words(letter.html),
    headers: { ...headers },
    ...(settings.categories.length > 0 && { categories: [...settings.categories] }),
    ...(group !== undefined && { asm: { groupId: group } }),
    trackingSettings: trackingOf(settings.tracking),
    ...(settings.sandbox && { mailSettings: { sandboxMode: { enable: true } } }),
  });
  const bytes = Buffer.from(JSON.stringify(shared).slice(0, -1));
  return { bytes, nonces: placesOf(opening + nonce, bytes).map((place) => place + opening.length), slots };
}

/** All of it is said, because what is not said is as the account has it. */
function trackingOf({ clicks, opens }: SendGridSettings['tracking']) {
  return {
    clickTracking: { enable: clicks, enableText: false },
    openTracking: { enable: opens },
    subscriptionTracking: { enable: false },
    ganalytics: { enable: false },
  };
}

/** What stands in tags until they get a nonce; nothing in the letter looks like one with it. */
function placeholderFor(letter: Letter): string {
  const all = JSON.stringify(letter);
  for (let number = 0; ; number += 1) {
    const nonce = String(number).padStart(nonceLength, '0');
    if (!all.includes(opening + nonce)) return nonce;
  }
}

function startTagging(nonce: string): {
  readonly slots: readonly Slot[];
  readonly tagged: (pieces: Pieces) => string;
} {
  const slots: Slot[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (slot: Slot) => {
    const key = JSON.stringify([slot.field, slot.manner, slot.fallback]);
    const number = numbers.get(key) ?? slots.push(slot) - 1;
    numbers.set(key, number);
    return number;
  };
  return { slots, tagged: (pieces) => joined(pieces, (slot) => tagOf(nonce, numberOf(slot))) };
}

function placesOf(words: string, bytes: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) places.push(at);
  return places;
}
