import type { Edition } from '../model/edition.js';
import { exitCode, Fault } from '../model/fault.js';
import {
  type FieldValues,
  htmlPieces,
  joined,
  type Pieces,
  type Slot,
  slotValue,
  textPieces,
} from '../model/merge-slots.js';
import type { Sender } from '../model/publication.js';

/**
 * How readers unsubscribe: by a link of the organisation's, or by a group of the provider, which then makes the links
 * and headers itself. Never both: a message would have two List-Unsubscribe headers.
 */
export type Unsubscribe =
  /** Templates of addresses with `{token}` where the reader's token goes, exactly once in the link. */
  | { readonly by: 'link'; readonly link: string; readonly mailto?: string }
  | { readonly by: 'group'; readonly group: number };

/** What a letter is made of. */
export type LetterParts = {
  readonly edition: Pick<Edition, 'subject' | 'html' | 'text' | 'mergeFields'>;
  readonly sender: Sender;
  /** RFC 2919: what the list is called, and its identifier, which looks like a host's name and stays for ever. */
  readonly list: { readonly name: string; readonly id: string };
  /** What mailbox providers count complaints by: up to three names and who sends, between colons. */
  readonly feedbackId?: string;
  readonly unsubscribe: Unsubscribe;
  /** The fields that are the same for all readers, such as web_url. */
  readonly shared: FieldValues;
};

/** One edition, ready to be filled in for each reader. */
export type Letter = {
  readonly sender: Sender;
  readonly subject: Pieces;
  readonly text: Pieces;
  readonly html: Pieces;
  /** The headers that all readers get alike, besides those of every mail. */
  readonly headers: Readonly<Record<string, string>>;
  readonly unsubscribe: Unsubscribe;
};

/** Somebody who gets a message. */
export type Addressee = {
  readonly address: string;
  /** The pseudonym by which the database knows her. It is never sent anywhere. */
  readonly person: string;
  /** What her links to unsubscribe know her by: opaque, hard to forge, and not the pseudonym. */
  readonly token: string;
  readonly values: FieldValues;
};

/** What a transport sends in one try: a letter, and everybody who gets it. */
export type Message = {
  readonly letter: Letter;
  readonly addressees: readonly Addressee[];
  /** Until when the provider holds it back (seconds since 1970), and under which id it can be taken back until then. */
  readonly hold?: { readonly until: number; readonly lane: string };
};

/** The field whose value is the reader's link to unsubscribe. */
export const unsubscribeField = 'unsubscribe_url';

/**
 * Cuts an edition at its merge tags and makes the headers of RFC 2919.
 *
 * @throws Fault (exit 2) where a header would not be one: line ends, a list's identifier that is none, links to
 * unsubscribe that RFC 8058 does not know, a sender's name that the provider refuses.
 */
export function letterOf(parts: LetterParts): Letter {
  const { edition, sender, list, feedbackId, unsubscribe, shared } = parts;
  checkSender(sender);
  checkList(parts);
  if (unsubscribe.by === 'link') checkLinks(unsubscribe);
  if (hasControls(edition.subject)) throw wrong('subject', 'The subject has a line end in it.');
  const declared = new Set(edition.mergeFields);
  const filled = (text: Pieces) =>
    filledIn(text, (slot) => (Object.hasOwn(shared, slot.field) ? slotValue(slot, shared) : undefined));
  return {
    sender,
    subject: filled(textPieces(edition.subject, declared)),
    text: filled(textPieces(edition.text, declared)),
    html: filled(htmlPieces(edition.html, declared)),
    headers: {
      'List-Id': `${phrase(list.name)} <${list.id}>`,
      ...(feedbackId !== undefined && { 'Feedback-ID': feedbackId }),
    },
    unsubscribe,
  };
}

/**
 * What one reader's merge tags stand for, each on one line and as Unicode can write it. Where the provider makes the
 * link to unsubscribe it is not among them.
 */
export function valuesOf({ unsubscribe }: Letter, { values, token }: Addressee): FieldValues {
  const own: Record<string, string> = {};
  for (const [field, value] of Object.entries(values)) if (value !== undefined) own[field] = cleanValue(value);
  if (unsubscribe.by === 'link') own[unsubscribeField] = withToken(unsubscribe.link, token);
  return own;
}

/** The headers by which one reader unsubscribes with one click (RFC 2369, 3.2; RFC 8058, 3.1); none by a group. */
export function unsubscribeHeaders(
  { unsubscribe }: Letter,
  { token }: Pick<Addressee, 'token'>,
): Readonly<Record<string, string>> {
  if (unsubscribe.by === 'group') return {};
  const { link, mailto } = unsubscribe;
  const addresses = [link, ...(mailto === undefined ? [] : [mailto])];
  return {
    'List-Unsubscribe': addresses.map((address) => `<${withToken(address, token)}>`).join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** The words of a letter as one reader gets them. */
export function wordsFor(
  { subject, text, html }: Letter,
  inSlot: (slot: Slot) => string,
): { readonly subject: string; readonly text: string; readonly html: string } {
  return { subject: joined(subject, inSlot), text: joined(text, inSlot), html: joined(html, inSlot) };
}

/** Fills in the slots that are the same for everybody, and leaves those for which there is nothing yet. */
export function filledIn({ texts, slots }: Pieces, inSlot: (slot: Slot) => string | undefined): Pieces {
  const leftTexts: string[] = [];
  const leftSlots: Slot[] = [];
  let text = texts[0] ?? '';
  for (const [index, slot] of slots.entries()) {
    const after = texts[index + 1] ?? '';
    const filled = inSlot(slot);
    if (filled !== undefined) text += filled + after;
    else {
      leftTexts.push(text);
      leftSlots.push(slot);
      text = after;
    }
  }
  return { texts: [...leftTexts, text], slots: leftSlots };
}

/** Half a surrogate pair is no character, and neither JSON nor an address can have it. */
function cleanValue(value: string): string {
  return /^[\x20-\x7e]*$/.test(value)
    ? value
    : value.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[\s\p{Control}]+/gu, ' ');
}

function withToken(template: string, token: string): string {
  return template.replace('{token}', () => encodeURIComponent(token));
}

/** Words in a header: in quotation marks if they are more than atoms (RFC 5322, 3.2.5). */
function phrase(words: string): string {
  return /^[\w!#$%&'*+/=?^`{|}~ -]*$/.test(words) ? words : `"${words.replace(/["\\]/g, '\\$&')}"`;
}

function checkSender({ name, address, replyTo }: Sender): void {
  if (hasControls(name)) throw wrong('sender', 'The sender’s name has a line end in it.');
  if (/[,;]/.test(name)) {
    throw wrong('sender', 'The sender’s name has a comma or semicolon in it, which the provider refuses.');
  }
  if (![address, replyTo ?? address].every((one) => /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(one))) {
    throw wrong('sender', 'The address of the sender, or the one for replies, is no address that mail can come from.');
  }
}

function checkList({ list, feedbackId = 'a' }: LetterParts): void {
  const isName = /^[\x20-\x7e]*$/.test(list.name);
  const isId = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(list.id) && list.id.length <= 255;
  if (!isName || !isId) throw wrong('list', 'The list’s name or identifier cannot stand in a header.');
  if (!/^[\x21-\x7e]+$/.test(feedbackId)) throw wrong('list', 'The id for complaints cannot stand in a header.');
}

function checkLinks({ link, mailto }: Extract<Unsubscribe, { by: 'link' }>): void {
  const tokens = link.split('{token}').length - 1;
  const isLink = /^https:\/\/[^\s<>,]+$/.test(link) && URL.canParse(link.replace('{token}', 'x'));
  if (tokens !== 1 || !isLink) {
    throw wrong('unsubscribe', 'The link to unsubscribe does not begin with https://, or does not have {token} once.');
  }
  if (mailto !== undefined && !/^mailto:[^\s<>,@]+@[^\s<>,@]+$/.test(mailto)) {
    throw wrong('unsubscribe', 'The address to unsubscribe by mail does not begin with mailto: and have one address.');
  }
}

function hasControls(text: string): boolean {
  return /\p{Control}/u.test(text);
}

function wrong(what: 'sender' | 'list' | 'unsubscribe' | 'subject', words: string): Fault {
  const where = what === 'subject' ? 'the issue or the publication’s file' : 'the publication’s file or mailout.yaml';
  return new Fault({ code: `delivery/${what}`, exit: exitCode.usage, words, fix: `Correct it in ${where}.` });
}
