import type { Address, Attachment, Email } from 'postal-mime';
import { dayOf } from '../day-of.js';
import type { Found, Material, ReadMaterial, Skipped } from '../found.js';
import { htmlToMdast, tidied } from '../html-to-mdast.js';
import { importingFault, orFault } from '../importing-fault.js';
import { type Impersonal, withoutPersonalLines } from '../personal-lines.js';
import { languageOf, oneLine } from '../plain-words.js';
import { withoutTitle } from '../without-title.js';
import { withoutQuotedHeaders } from './quoted-headers.js';

/** Mail servers take no larger ones. */
const mostBytes = 25 << 20;

/** Of the text alone: attachments are not read. */
const mostText = 2 << 20;

/** Real mails have up to some dozens of parts, a handful deep, and some kilobytes of headers. */
const mostParts = 1_000;
const limits = { maxNestingDepth: 32, maxHeadersSize: 256 << 10, forceRfc822Attachments: true } as const;

/** Reads a mail (.eml): what was written, without what belongs to whoever got it. */
export const readMail: ReadMaterial = async (material) => {
  if (material.bytes.length > mostBytes || partsIn(material.bytes) > mostParts) throw importingFault('too-big');
  const mail = await orFault('mail-damaged', async () => {
    const { default: PostalMime } = await import('postal-mime');
    return PostalMime.parse(material.bytes, limits);
  });
  const { body, dropped } = await bodyOf(mail);
  if (body.children.length === 0) throw importingFault('no-text');
  const title = titleOf(mail.subject);
  const found: Found = { at: 'the mail', ...known(mail, title, material), body: withoutTitle(body, title) };
  return { kind: 'mail', found: [found], skipped: [...personal(dropped), ...mail.attachments.map(skippedAttachment)] };
};

/** Each part begins with a line of this kind; counted before anything is made of them. */
function partsIn(bytes: Uint8Array): number {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let parts = 0;
  for (let at = raw.indexOf('\n--'); at !== -1 && parts <= mostParts; at = raw.indexOf('\n--', at + 1)) parts += 1;
  return parts;
}

async function bodyOf(mail: Email): Promise<Impersonal> {
  const { html, text = '' } = mail;
  if ((html ?? text).length > mostText) throw importingFault('too-big');
  const fromHtml = html === undefined ? undefined : htmlToMdast(html);
  // Some programs write an HTML part with nothing in it.
  const body = fromHtml?.children.length ? fromHtml : await orFault('too-much', () => typed(text));
  return withoutPersonalLines(withoutQuotedHeaders(body), { addresses: readersOf(mail), links: waysOut(mail) });
}

async function typed(text: string) {
  const { plainMail } = await import('./plain-mail.js');
  return tidied(plainMail(text));
}

/** Whoever got it. The addresses are looked for, and go nowhere else. */
function readersOf({ to = [], cc = [], bcc = [], deliveredTo }: Email): string[] {
  const mailboxes = [...to, ...cc, ...bcc].flatMap((address: Address) => address.group ?? [address]);
  const addresses = mailboxes.map(({ address }) => address ?? '');
  return [...addresses, deliveredTo ?? ''].filter((address) => address.includes('@'));
}

/** The links to leave a list that programs are told of (RFC 2369). */
function waysOut({ headers }: Email): string[] {
  const values = headers.filter(({ key }) => key === 'list-unsubscribe').map(({ value }) => value);
  return values.flatMap((value) => [...value.matchAll(/<([^<>]{1,2000})>/g)].map((found) => found[1] ?? ''));
}

/** A subject without what programs put before it when a mail is answered or passed on. */
function titleOf(subject: string | undefined): string | undefined {
  return (
    oneLine(subject)?.replace(
      /^(?:(?:re|fwd?|aw|wg|tr|sv|ymlaen|ateb)(?:\[\d+\])?\s*:\s*|\[(?:external|ext)\]\s*)+/i,
      '',
    ) || undefined
  );
}

function known({ headers, from }: Email, title: string | undefined, material: Material): Omit<Found, 'at' | 'body'> {
  const header = (name: string) => headers.find(({ key }) => key === name)?.value;
  const published = dayOf(header('date'));
  const by = nameOf(from);
  const lang = languageOf(header('content-language')?.split(',')[0]);
  return {
    ...(title !== undefined && { title }),
    ...(material.url !== undefined && { url: material.url }),
    ...(published !== undefined && { published }),
    ...(by !== undefined && { by }),
    ...(lang !== undefined && { lang }),
  };
}

/** The name somebody gave herself, never her address, which many programs put in its place. */
function nameOf(from: Address | undefined): string | undefined {
  const name = oneLine(from?.name);
  return name === undefined || name.includes('@') ? undefined : name;
}

function personal(dropped: number): Skipped[] {
  const why =
    'They hold links or addresses that are for whoever got the mail, such as the one to unsubscribe: others must never use them.';
  return dropped === 0 ? [] : [{ at: dropped === 1 ? '1 sentence' : `${dropped} sentences`, why }];
}

function skippedAttachment({ filename, mimeType }: Attachment): Skipped {
  const name = oneLine(filename);
  const at = name === undefined || name.includes('@') ? 'an attachment' : `the attachment “${name}”`;
  if (mimeType === 'message/rfc822') return { at, why: 'It is a mail of its own: save it as a file and import that.' };
  if (mimeType.startsWith('image/')) return { at, why: 'It is a picture, and only text is taken over.' };
  return { at, why: 'Attachments are not opened: save it as a file, and import that if it is to be read.' };
}
