import type { ApiError } from './answer.js';
import { type MailBody, type Personalization, peopleOf } from './mail-body.js';

/** What a check of a request has to know that does not stand in it. */
export type Circumstances = {
  /** Seconds since 1970. */
  readonly now: number;
  readonly isBatch: (id: string) => boolean;
  readonly isGroup: (id: number) => boolean;
  /** Addresses that are refused though they look like some. */
  readonly isRefused: (address: string) => boolean;
};

const mostPeople = 1_000;
const mostValueBytes = 10_000;
const mostAhead = 72 * 3_600;

/** Names that no header of a request may have (sendgrid.md, 1.1). */
const reserved = new Set(
  `x-sg-id x-sg-eid received dkim-signature content-type content-transfer-encoding to from subject reply-to cc
  bcc`.split(/\s+/),
);

/**
 * What is wrong with a request that has the right shape: the limits of sendgrid.md, 1.1, which the published
 * description does not have. As many as can be found, in one go. Where documents contradict one another, the stricter
 * holds.
 */
export function mailErrors(body: MailBody, facts: Circumstances): readonly ApiError[] {
  const found: ApiError[] = [];
  const say = (field: string | null, message: string) => found.push({ field, message });
  checkPeople(body, facts, say);
  for (const [index, one] of body.personalizations.entries()) {
    checkPersonalization(one, `personalizations.${index}`, body, facts, say);
  }
  checkAddress(body.from.email, 'from.email', facts, say);
  if (/[^\x20-\x7e]/.test(body.from.email)) say('from.email', 'Unicode is not supported for the from field.');
  if (body.reply_to && body.reply_to_list) say('reply_to', 'Only one of reply_to and reply_to_list may be present.');
  if (body.reply_to) checkAddress(body.reply_to.email, 'reply_to.email', facts, say);
  checkContent(body, say);
  checkHeaders(body.headers, 'headers', say);
  checkCategories(body.categories ?? [], say);
  checkTime(body.send_at, 'send_at', facts, say);
  if (body.batch_id !== undefined && !facts.isBatch(body.batch_id)) say('batch_id', 'The batch_id is not valid.');
  if (body.asm && !facts.isGroup(body.asm.group_id)) say('asm.group_id', 'The asm group does not exist.');
  return found;
}

type Say = (field: string | null, message: string) => void;

function checkPeople({ personalizations }: MailBody, _facts: Circumstances, say: Say): void {
  const addresses = personalizations.flatMap(peopleOf).map(({ email }) => email.toLowerCase());
  if (addresses.length > mostPeople) {
    say(
      'personalizations',
      `The personalizations block is limited to ${mostPeople} personalizations per API request. You have provided ${addresses.length}.`,
    );
  }
  const seen = new Set<string>();
  for (const address of addresses) {
    if (seen.has(address)) {
      say(
        'personalizations',
        `Each unique email address in the personalizations array should only be included once. You have included [${address}] more than once.`,
      );
      return;
    }
    seen.add(address);
  }
}

function checkPersonalization(
  one: Personalization,
  path: string,
  body: MailBody,
  facts: Circumstances,
  say: Say,
): void {
  for (const kind of ['to', 'cc', 'bcc'] as const) {
    for (const [index, { email, name = '' }] of (one[kind] ?? []).entries()) {
      checkAddress(email, `${path}.${kind}.${index}.email`, facts, say);
      if (/[,;]/.test(name)) say(`${path}.${kind}.${index}.name`, 'The name may not contain a comma or a semicolon.');
    }
  }
  checkHeaders(one.headers, `${path}.headers`, say);
  checkTime(one.send_at, `${path}.send_at`, facts, say);
  const { substitutions } = one;
  if (substitutions && body.template_id?.startsWith('d-')) {
    say(`${path}.substitutions`, 'Substitutions may not be used with dynamic templating.');
  }
  if (sizeOf(substitutions) > mostValueBytes) {
    say(
      `${path}.substitutions`,
      `The substitutions are limited to ${mostValueBytes} bytes per personalization object.`,
    );
  }
  if (sizeOf({ ...body.custom_args, ...one.custom_args }) > mostValueBytes) {
    say(`${path}.custom_args`, `The custom_args are limited to ${mostValueBytes} bytes.`);
  }
}

function sizeOf(values: Readonly<Record<string, string>> | undefined): number {
  return values === undefined ? 0 : Buffer.byteLength(JSON.stringify(values));
}

function checkAddress(address: string, field: string, facts: Circumstances, say: Say): void {
  const isAddress = /^[\x21-\x3f\x41-\x7e]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(address) && address.length <= 320;
  if (!isAddress || facts.isRefused(address)) say(field, 'Does not contain a valid address.');
}

function checkContent({ subject, personalizations, content, template_id }: MailBody, say: Say): void {
  if (template_id !== undefined) return;
  if (subject === undefined && !personalizations.every((one) => one.subject !== undefined)) {
    say('subject', 'The subject is required.');
  }
  if (content === undefined || content.length === 0) {
    say('content', 'Unless a valid template_id is provided, the content parameter is required.');
    return;
  }
  const ranks = content.map(({ type }) => (type === 'text/plain' ? 0 : type === 'text/html' ? 1 : 2));
  if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) {
    say('content', 'The content blocks must be in the order text/plain, text/html, then others.');
  }
  for (const [index, { type }] of content.entries()) {
    if (/[;,\r\n]/.test(type)) say(`content.${index}.type`, 'The content type may not contain ; , or CRLF characters.');
  }
}

function checkHeaders(headers: Readonly<Record<string, string>> | undefined, path: string, say: Say): void {
  const seen = new Set<string>();
  for (const [name, value] of Object.entries(headers ?? {})) {
    const key = name.toLowerCase();
    if (reserved.has(key)) say(`${path}.${name}`, `The header ${name} is reserved and may not be used.`);
    if (seen.has(key)) say(`${path}.${name}`, 'The header is there twice.');
    if (!/^[\x21-\x39\x3b-\x7e]+$/.test(name)) say(`${path}.${name}`, 'Header names are ASCII without spaces.');
    if (!/^[\x20-\x7e]*$/.test(value)) say(`${path}.${name}`, 'Header values have to be encoded (RFC 2047).');
    seen.add(key);
  }
}

function checkCategories(categories: readonly string[], say: Say): void {
  for (const [index, category] of categories.entries()) {
    if (/[^\x20-\x7e]/.test(category)) say(`categories.${index}`, 'The category may only be ASCII.');
  }
}

function checkTime(time: number | undefined, field: string, { now }: Circumstances, say: Say): void {
  if (time === undefined) return;
  if (time > now + mostAhead) say(field, 'Scheduling more than 72 hours in advance is forbidden.');
}
