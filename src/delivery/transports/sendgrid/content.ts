import type { Pieces, Slot } from '../../../model/merge-slots.js';
import { filledIn, type Letter, unsubscribeField } from '../../message.js';
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

/** The content of an edition. It depends on nobody who gets it. */
export function contentOf(letter: Letter, settings: Omit<SendGridSettings, 'post' | 'now'>): Content {
  const { sender, headers, unsubscribe } = letter;
  const group = unsubscribe.by === 'group' ? unsubscribe.group : undefined;
  const own = ({ field }: Slot) => (group !== undefined && field === unsubscribeField ? groupLink : undefined);
  const [subject, text, html] = [letter.subject, letter.text, letter.html].map((pieces) => filledIn(pieces, own));
  const writing = startWriting();
  writing.json('{"from":', { email: sender.address, name: sender.name });
  if (sender.replyTo !== undefined) writing.json(',"reply_to":', { email: sender.replyTo });
  writing.raw(',"subject":');
  if (subject) writing.pieces(subject);
  writing.raw(',"content":[{"type":"text/plain","value":');
  if (text) writing.pieces(text);
  writing.raw('},{"type":"text/html","value":');
  if (html) writing.pieces(html);
  writing.json('}],"headers":', headers);
  if (settings.categories.length > 0) writing.json(',"categories":', settings.categories);
  if (group !== undefined) writing.json(',"asm":', { group_id: group });
  writing.json(',"tracking_settings":', trackingOf(settings.tracking));
  if (settings.sandbox) writing.json(',"mail_settings":', { sandbox_mode: { enable: true } });
  return writing.end();
}

/** All of it is said, because what is not said is as the account has it. */
function trackingOf({ clicks, opens }: SendGridSettings['tracking']): object {
  return {
    click_tracking: { enable: clicks, enable_text: false },
    open_tracking: { enable: opens },
    subscription_tracking: { enable: false },
    ganalytics: { enable: false },
  };
}

type Writing = {
  readonly raw: (text: string) => void;
  readonly json: (before: string, value: unknown) => void;
  readonly pieces: (pieces: Pieces) => void;
  readonly end: () => Content;
};

function startWriting(): Writing {
  const parts: string[] = [];
  const nonces: number[] = [];
  const slots: Slot[] = [];
  const numbers = new Map<string, number>();
  let length = 0;

  const raw = (text: string) => {
    parts.push(text);
    length += Buffer.byteLength(text);
  };
  const numberOf = (slot: Slot) => {
    const key = JSON.stringify([slot.field, slot.manner, slot.fallback]);
    const number = numbers.get(key) ?? slots.push(slot) - 1;
    numbers.set(key, number);
    return number;
  };
  return {
    raw,
    json: (before, value) => raw(before + JSON.stringify(value)),
    pieces: ({ texts, slots: here }) => {
      raw('"');
      for (const [index, text] of texts.entries()) {
        raw(JSON.stringify(text).slice(1, -1));
        const slot = here[index];
        if (slot === undefined) continue;
        nonces.push(length + opening.length);
        raw(tagOf('0'.repeat(nonceLength), numberOf(slot)));
      }
      raw('"');
    },
    end: () => ({ bytes: Buffer.from(parts.join('')), nonces, slots }),
  };
}
