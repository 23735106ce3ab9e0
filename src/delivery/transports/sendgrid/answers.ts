import type { Outcome } from '../../../model/outcome.js';
import type { PostReply } from '../../../model/provider-post.js';

/** What is known of a request, for the answer to be understood. */
export type Asked = {
  readonly people: number;
  readonly sandbox: boolean /** Milliseconds since 1970. */;
  readonly now: number;
};

/**
 * What SendGrid's answer means (sendgrid.md, 1.2; reliability.md, 1.4.3). SendGrid knows no id that would make a request
 * safe to repeat, so whatever does not say that the request was refused is unknown.
 */
export function outcomeOf(reply: PostReply, asked: Asked): Outcome {
  if (reply.kind === 'not-sent') return { outcome: 'not-sent', why: reply.why };
  if (reply.kind === 'lost') return { outcome: 'unknown', why: reply.why };
  const { status } = reply;
  if (status === (asked.sandbox ? 200 : 202)) return accepted(reply.header('x-message-id'));
  if (status >= 500) return { outcome: 'unknown', why: 'server-error' };
  if (status >= 300 && status < 400) return rejected('bug', String(status));
  switch (status) {
    case 400:
    case 422:
      return refusal(status, errorsIn(reply.text), asked.people);
    case 401:
    case 403:
      return rejected('credentials', isAboutCredits(reply.text) ? `${status} credits` : String(status));
    case 404:
    case 405:
    case 406:
    case 407:
    case 415:
      return rejected('bug', String(status));
    case 413:
      return rejected('too-large', '413');
    case 429:
      return throttled(reply, asked.now);
    default:
      return { outcome: 'unknown', why: 'not-the-provider' };
  }
}

function accepted(id: string | undefined): Outcome {
  // What stands there goes into the ledger.
  return id !== undefined && /^[\w.-]{1,100}$/.test(id) ? { outcome: 'accepted', id } : { outcome: 'accepted' };
}

function rejected(kind: 'message' | 'too-large' | 'credentials' | 'bug', reason: string): Outcome {
  return { outcome: 'rejected', kind, reason };
}

type ProviderError = { readonly path: string; readonly place?: number };

/**
 * Whose fault it is. If every error names a recipient, it is theirs, unless it is of everybody and about something else
 * than addresses: then it is the message's. An error about the recipients that names none is one of them all the same.
 */
function refusal(status: number, errors: readonly ProviderError[], people: number): Outcome {
  const [first] = errors;
  const reason = [status, ...new Set(errors.map(({ path }) => path))].join(' ');
  const places = [...new Set(errors.flatMap(({ place }) => (place === undefined ? [] : [place])))].sort(
    (a, b) => a - b,
  );
  const isOfPeople = errors.every(({ path }) => path.startsWith('personalizations'));
  if (first === undefined || !isOfPeople) return rejected('message', reason);
  const isSomebody = places.every((place) => place < people);
  if (errors.some(({ place }) => place === undefined) || !isSomebody)
    return { outcome: 'rejected', kind: 'address', reason };
  const isOfAddresses = errors.every(({ path }) => path.startsWith('personalizations.to'));
  if (places.length === people && people > 1 && !isOfAddresses) return rejected('message', reason);
  return { outcome: 'rejected', kind: 'address', reason, places };
}

/** The words of paths that are SendGrid's own; a path may also have keys in it that we made. */
const knownWords = new Set(
  `personalizations to cc bcc from email name subject headers substitutions custom_args send_at reply_to content type
  value categories batch_id asm group_id tracking_settings mail_settings sandbox_mode ip_pool_name attachments`.split(
    /\s+/,
  ),
);

/** The errors of an answer, without its words, which quote addresses. */
function errorsIn(text: string): readonly ProviderError[] {
  const found = parsed(text);
  if (typeof found !== 'object' || found === null || !('errors' in found) || !Array.isArray(found.errors)) return [];
  return found.errors.map((error: unknown) => {
    const field = typeof error === 'object' && error !== null && 'field' in error ? error.field : undefined;
    if (typeof field !== 'string') return { path: 'other' };
    const [, number] = /^personalizations(?:\.|\[)(\d{1,6})(?![\d])/.exec(field) ?? [];
    const words = field.split(/[.[\]]+/).filter((word) => knownWords.has(word));
    const path = words.join('.') || 'other';
    return number === undefined ? { path } : { path, place: Number(number) };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAboutCredits(text: string): boolean {
  return /maximum credits exceeded/i.test(text);
}

/** The later of what Retry-After (RFC 9110, 10.2.3) and X-RateLimit-Reset (unix seconds) say, if either is yet to come. */
function throttled({ header }: Extract<PostReply, { kind: 'answer' }>, now: number): Outcome {
  const after = header('retry-after') ?? '';
  const instants = [
    /^\d{1,9}$/.test(after) ? now + Number(after) * 1_000 : Date.parse(after),
    /^\d{1,12}$/.test(header('x-ratelimit-reset') ?? '') ? Number(header('x-ratelimit-reset')) * 1_000 : Number.NaN,
  ].filter((instant) => instant > now);
  return instants.length > 0 ? { outcome: 'throttled', until: Math.max(...instants) } : { outcome: 'throttled' };
}
