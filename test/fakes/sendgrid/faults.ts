import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, jsonReply, type Reply, write } from './answer.js';

/**
 * How a request to mail/send goes wrong. `accepts`: the mail is taken all the same, as far as nothing is wrong with the
 * request; without it nothing is looked at.
 */
export type Fault =
  /** 429. Seconds from now, in X-RateLimit-Reset or in Retry-After; neither where neither is given. */
  | { readonly kind: 'throttled'; readonly reset?: number; readonly retryAfter?: number }
  /** Any status, with any body. */
  | ({ readonly kind: 'status'; readonly accepts?: boolean } & Reply)
  /** The connection is reset when the headers are read and nothing else. */
  | { readonly kind: 'reset-before' }
  /** The connection is reset in the place of an answer. */
  | { readonly kind: 'reset-after' }
  /** There is never an answer. */
  | { readonly kind: 'hang'; readonly accepts?: boolean }
  /** The answer comes a byte at a time, so many milliseconds apart. */
  | { readonly kind: 'drip'; readonly every: number }
  /** 202, and the connection ends before what the headers promised. */
  | { readonly kind: 'truncated' }
  /** A redirect to where everything is taken. */
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  /** 400 for some, by their place in the request. */
  | { readonly kind: 'bad-address'; readonly places: readonly number[] }
  /** It does what it should and answers late, after so many milliseconds. */
  | { readonly kind: 'late'; readonly after: number };

/** Which requests to mail/send a fault is for, by number: the first is 1. `until` is the last; without it only `from`. */
export type FaultRule = { readonly from: number; readonly until?: number | 'for-ever' } & Fault;

/** The fault that a request is to have: that of the first rule for its number. */
export function faultFor(rules: readonly FaultRule[], request: number): Fault | undefined {
  return rules.find(({ from, until = from }) => request >= from && (until === 'for-ever' || request <= until));
}

/** Whether the request is to be dealt with before it goes wrong. */
export function acceptsFirst(fault: Fault): boolean {
  switch (fault.kind) {
    case 'reset-after':
    case 'truncated':
    case 'drip':
    case 'late':
      return true;
    case 'status':
    case 'hang':
      return fault.accepts === true;
    default:
      return false;
  }
}

/** Goes wrong. `honest` is the answer that there would be, if the request was dealt with. */
export function misbehave(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  honest: Reply | undefined,
  /** Seconds since 1970. */
  now: number,
): void {
  switch (fault.kind) {
    case 'throttled': {
      const { reset, retryAfter } = fault;
      const headers = {
        'content-type': 'application/json',
        ...(reset !== undefined && {
          'x-ratelimit-limit': '600',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.ceil(now + reset)),
        }),
        ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      };
      write(response, { status: 429, headers, body: JSON.stringify(errors('too many requests')) });
      return;
    }
    case 'status':
      write(response, fault);
      return;
    case 'reset-before':
    case 'reset-after':
      request.socket.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'drip':
      drip(request, honest ?? { status: 202 }, fault.every);
      return;
    case 'truncated':
      response.writeHead(202, { ...honest?.headers, 'content-length': 512 });
      response.write('{"mess', () => response.socket?.destroy());
      return;
    case 'redirect':
      response.writeHead(fault.status, { location: fault.location }).end();
      return;
    case 'bad-address':
      write(
        response,
        jsonReply(400, {
          errors: fault.places.map((place) => ({
            field: `personalizations.${place}.to.0.email`,
            message: 'Does not contain a valid address.',
          })),
        }),
      );
      return;
    case 'late':
      setTimeout(() => write(response, honest ?? { status: 202 }), fault.after);
  }
}

function drip({ socket }: IncomingMessage, { status, headers = {}, body = '' }: Reply, every: number): void {
  const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)) });
  const bytes = Buffer.from(
    `HTTP/1.1 ${status} Dripping\r\n${lines.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n${body}`,
  );
  let at = 0;
  const timer = setInterval(() => {
    if (at >= bytes.length || socket.destroyed) return clearInterval(timer);
    socket.write(bytes.subarray(at, at + 1));
    at += 1;
  }, every);
  timer.unref();
}
