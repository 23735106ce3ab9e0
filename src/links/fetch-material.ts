import { type Duplex, pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { exitCode, Fault } from '../model/fault.js';
import { redirectOf, silent } from './follow.js';
import {
  guardedConnector,
  type MayConnect,
  publicWeb,
  type Resolve,
  refusedCode,
  systemResolve,
} from './guarded-connector.js';
import { codeOf } from './request.js';

/** What was at an address. */
export type Fetched = {
  readonly bytes: Uint8Array;
  /** As it was asked for. */
  readonly name: string;
  /** Where it was in the end. */
  readonly url: string;
  /** The media type, as its server has it. */
  readonly type?: string;
};

export type FetchOptions = {
  /** The name of whoever asks, for the server's records. */
  readonly sender?: string;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<Record<keyof typeof usual, number>>;
  /** Which connections may be made; for tests, whose servers are not public. */
  readonly mayConnect?: MayConnect;
  /** How names are resolved; for tests. */
  readonly resolve?: Resolve;
};

/** Bytes of a page when it is unpacked, milliseconds from the first request to the last byte, and redirects. */
const usual = { bytes: 5 << 20, milliseconds: 20_000, redirects: 5 } as const satisfies Record<string, number>;

/**
 * Fetches one page of the public web, whole: one request at a time, without cookie, referrer or credential.
 *
 * @throws Fault (exit 1, `links/fetch-…`) where there is none, where it is larger or slower than its limits, or where it
 * leads into a private network
 */
export async function fetchMaterial(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...usual, ...options.limits };
  const inTime = AbortSignal.timeout(limits.milliseconds);
  const signal = options.signal ? AbortSignal.any([options.signal, inTime]) : inTime;
  const { mayConnect = publicWeb, resolve = systemResolve } = options;
  const agent = new Agent({
    connect: guardedConnector(mayConnect, resolve, limits.milliseconds / 2),
    headersTimeout: limits.milliseconds,
    bodyTimeout: limits.milliseconds,
    connections: 1,
  });
  try {
    return await followed(start(address), address, { agent, signal, limits, sender: options.sender });
  } catch (error) {
    throw error instanceof Fault || options.signal?.aborted
      ? error
      : silence(inTime.aborted ? 'TIMEOUT' : codeOf(error));
  } finally {
    await agent.destroy();
  }
}

function start(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw fault('fetch-address', 'This is no address of a web page.', 'Give one that begins with https://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw fault(
      'fetch-password',
      'There is a name or a password in this address.',
      'Save the page as a file and import that.',
    );
  }
  return url;
}

type Fetching = {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly limits: Readonly<Record<keyof typeof usual, number>>;
  readonly sender: string | undefined;
};

async function followed(first: URL, name: string, fetching: Fetching): Promise<Fetched> {
  let url = first;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(url, fetching);
    const header = (wanted: string) => [answer.headers[wanted]].flat()[0];
    const next = redirectOf({ status: answer.statusCode, header }, url);
    if (next === undefined) {
      const bytes = await bytesOf(answer, header('content-encoding'), fetching.limits.bytes);
      const type = header('content-type');
      return { bytes, name, url: url.href, ...(type !== undefined && { type }) };
    }
    discard(answer);
    if (next === 'nowhere')
      throw fault('fetch-redirect', 'Its server passes readers on to something that is no web page.', openIt);
    if (redirects === fetching.limits.redirects) {
      throw fault('fetch-redirect', `It is passed on more than ${fetching.limits.redirects} times.`, openIt);
    }
    url = next;
  }
}

const openIt = 'Open it in a browser, save it as a file or copy its text into one, and import that.';

function ask(url: URL, { agent, signal, sender }: Fetching): Promise<Dispatcher.ResponseData> {
  const name = (sender ?? '').replace(/[^\x20-\x7e]|[()\\]/g, '').trim();
  return request(url, {
    dispatcher: agent,
    method: 'GET',
    signal,
    headers: {
      accept: 'application/atom+xml,application/rss+xml,application/feed+json,text/html;q=0.9,*/*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      'accept-language': 'en-GB,en;q=0.8,*;q=0.5',
      'user-agent': `mailout-import/1.0 (takes over one page for a newsletter${name === '' ? '' : `; ${name}`})`,
    },
  });
}

/** What goes wrong after this is of no interest; without a listener it would end the process. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {});
  body.destroy();
}

async function bytesOf(
  answer: Dispatcher.ResponseData,
  encoding: string | undefined,
  most: number,
): Promise<Uint8Array> {
  if (answer.statusCode < 200 || answer.statusCode > 299) {
    discard(answer);
    throw fault('fetch-refused', `Its server answers with ${answer.statusCode}${meaning(answer.statusCode)}.`, openIt);
  }
  const unpack = unpacking(encoding);
  if (unpack === 'unknown') {
    discard(answer);
    throw fault('fetch-unreadable', 'Its server sends it in a form that nobody asked for.', openIt);
  }
  return whole(unpack ? pipeline(answer.body, unpack(), () => {}) : answer.body, most);
}

function meaning(status: number): string {
  if (status === 404 || status === 410) return ', so the page is not there';
  if (status === 401 || status === 403) return ', so it may be for members only, or not for programs';
  if (status === 429 || status >= 500) return ', so try again later';
  return '';
}

function unpacking(encoding = ''): (() => Duplex) | 'unknown' | undefined {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip;
    case 'deflate':
      return createInflate;
    case 'br':
      return createBrotliDecompress;
    default:
      return 'unknown';
  }
}

/** Counted as it comes, when it is unpacked: what a server says of the length is not believed. */
async function whole(pieces: Readable | Duplex, most: number): Promise<Uint8Array> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) throw fault('fetch-too-big', `It is larger than ${Math.round(most / (1 << 20))} MB.`, openIt);
    kept.push(piece);
  }
  return Buffer.concat(kept);
}

/** Why there was no answer, in the words that links have for it. */
function silence(code: string): Fault {
  if (code === 'TIMEOUT')
    return fault(
      'fetch-slow',
      'Its server takes too long.',
      'Try again later. If that does not help: open it in a browser and save it as a file.',
    );
  if (/^Z_|^ERR_(?:BROTLI|_ERROR)|^ERR_BUFFER/.test(code)) return fault('fetch-unreadable', 'It came damaged.', openIt);
  const { because } = silent(code);
  const fix =
    code === refusedCode
      ? 'mailout fetches pages of the public web only. Save it as a file and import that.'
      : 'Look whether the address is right, and whether this computer is online.';
  return fault(code === refusedCode ? 'fetch-private' : 'fetch-silent', `It cannot be fetched: ${because}.`, fix);
}

function fault(what: string, words: string, fix: string): Fault {
  return new Fault({ code: `links/${what}`, exit: exitCode.findings, words, fix });
}
