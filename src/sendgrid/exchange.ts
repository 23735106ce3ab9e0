import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';

/** One request, as it goes over the wire. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

/** The beginning of an answer, whatever its status. Its body must be read or destroyed. */
export type Opened = Head & { readonly body: Readable };

/** A whole answer, whatever its status. */
export type Answer = Head & { readonly bytes: Uint8Array };

export type Head = {
  readonly kind: 'answer';
  readonly status: number;
  /** The value of a header, named in lower case. */
  readonly header: (name: string) => string | undefined;
};

/**
 * That there is no whole answer. Only after `not-reached` and `certificate` is it certain that the server does not have
 * the request; after all others it may have done what it was asked to.
 */
export type NoAnswer = {
  readonly kind: 'not-reached' | 'certificate' | 'no-answer' | 'broke-off' | 'too-large';
  /** The code of the system or of undici, which tells nothing about the request. */
  readonly code: string;
};

export type Timeouts = {
  /** Milliseconds until there is a connection, TLS included. */
  readonly connect: number;
  /** Milliseconds without a byte of the answer. */
  readonly answer: number;
};

/** Exchanges requests for answers over connections of its own. Follows no redirect, repeats nothing, throws nothing. */
export type Exchange = {
  readonly open: (one: HttpRequest) => Promise<Opened | NoAnswer>;
  readonly whole: (one: HttpRequest, mostBytes: number) => Promise<Answer | NoAnswer>;
  readonly close: () => Promise<void>;
};

/** A server that gives a byte a minute keeps no command for ever. */
const wholeWithin = 10 * 60_000;

export function openExchange(timeouts: Timeouts): Exchange {
  const agent = new Agent({
    connect: { timeout: timeouts.connect },
    headersTimeout: timeouts.answer,
    bodyTimeout: timeouts.answer,
  });

  const open = async (one: HttpRequest, signal?: AbortSignal): Promise<Opened | NoAnswer> => {
    const { method, url, headers, body } = one;
    try {
      const answer = await request(url, { dispatcher: agent, method, headers, body: body ?? null, signal });
      // What goes wrong while nobody reads is told to whoever reads; without a listener it would end the process.
      answer.body.on('error', () => {});
      return { kind: 'answer', status: answer.statusCode, header: headerOf(answer.headers), body: answer.body };
    } catch (error) {
      return noAnswer(error);
    }
  };

  const whole = async (one: HttpRequest, mostBytes: number): Promise<Answer | NoAnswer> => {
    const opened = await open(one, AbortSignal.timeout(wholeWithin));
    if (opened.kind !== 'answer') return opened;
    const { kind, status, header, body } = opened;
    const pieces: Uint8Array[] = [];
    let length = 0;
    try {
      for await (const piece of body as AsyncIterable<Uint8Array>) {
        length += piece.length;
        // Leaving the loop lets go of the connection.
        if (length > mostBytes) return { kind: 'too-large', code: 'too-large' };
        pieces.push(piece);
      }
    } catch (error) {
      return noAnswer(error);
    }
    return { kind, status, header, bytes: Buffer.concat(pieces) };
  };

  return { open: (one) => open(one), whole, close: () => agent.destroy() };
}

/** What an error of undici, of the system or of TLS means. Nothing of it is kept but its code. */
export function noAnswer(error: unknown): NoAnswer {
  const code = codeOf(error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|^ERR_SSL_|^EPROTO$/.test(code)) return { kind: 'certificate', code };
  if (neverConnected.has(code) || isAboutConnecting(error)) return { kind: 'not-reached', code };
  if (/TIMEOUT|ABORT|TIMEDOUT/i.test(code)) return { kind: 'no-answer', code };
  return { kind: 'broke-off', code };
}

const neverConnected = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function isAboutConnecting(error: unknown): boolean {
  const syscall = error instanceof Error && 'syscall' in error ? error.syscall : undefined;
  return syscall === 'connect' || syscall === 'getaddrinfo';
}

/** Codes are words in capitals; anything else could be data. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
  // An AbortSignal's error has a number for its code.
  return error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name) ? 'TIMEOUT' : 'unknown';
}

export function headerOf(headers: Record<string, string | string[] | undefined>): Head['header'] {
  return (name) => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
}
