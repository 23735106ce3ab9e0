import { buildConnector, Client } from 'undici';
import { exitCode, Fault } from '../model/fault.js';
import type { Region } from '../model/organisation.js';
import type { PostReply, ProviderPost } from '../model/provider-post.js';
import { keyIn } from './client.js';
import { headerOf, noAnswer, type Timeouts } from './exchange.js';
import { type Host, hostOf } from './host.js';

export type PostSettings = {
  readonly key: string;
  readonly region: Region;
  /** A server on this computer in the place of SendGrid's, for tests and rehearsals. */
  readonly baseUrl?: string;
  readonly timeouts?: Timeouts;
};

/** A short wait for the answer would only make more outcomes unknown. */
const usualTimeouts: Timeouts = { connect: 10_000, answer: 180_000 };

/** How much of an answer is read: what SendGrid says of a thousand bad addresses fits. */
const mostCharacters = 1024 ** 2;
/** How long the rest of an answer is waited for, once its status is known. */
const restWithin = 10_000;

/**
 * Posts to SendGrid. Each request has a connection of its own: one that was kept open may be closed by the other side
 * just as the request is written, and then nobody knows whether it was taken. What is a failure to connect is known from
 * whether there was a connection, not from the words of an error.
 *
 * @throws Fault: exit 4 without a key, exit 2 for a `baseUrl` that mail must not go to.
 */
export function sendGridPost(settings: PostSettings): ProviderPost {
  const host = hostForMail(settings.region, settings.baseUrl);
  const authorization = `Bearer ${keyIn(settings.key)}`;
  const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' };
  const timeouts = settings.timeouts ?? usualTimeouts;
  // One for all connections, so that TLS sessions are resumed.
  const connect = buildConnector({ timeout: timeouts.connect, allowH2: false });

  return async (path, body, signal) => {
    if (signal.aborted) return { kind: 'not-sent', why: 'stopped' };
    const ends = AbortSignal.any([signal, AbortSignal.timeout(timeouts.connect + 2 * timeouts.answer)]);
    let isConnected = false;
    const client = new Client(host.url, {
      connect: (options, done) =>
        connect(options, (...[error, socket]) => {
          if (error) return done(error, null);
          isConnected = true;
          done(null, socket);
        }),
      headersTimeout: timeouts.answer,
      bodyTimeout: restWithin,
    });
    try {
      const answer = await client.request({ path, method: 'POST', headers, body, signal: ends });
      const text = await beginningOf(answer.body);
      return { kind: 'answer', status: answer.statusCode, header: headerOf(answer.headers), text };
    } catch (error) {
      return replyWithout(error, isConnected, signal.aborted);
    } finally {
      void client.destroy().catch(() => {});
    }
  };
}

/** The status says all that matters; whatever is wrong with the rest of an answer takes nothing from it. */
async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const until = performance.now() + restWithin;
  try {
    for await (const piece of body) {
      text += decoder.decode(piece, { stream: true });
      if (text.length > mostCharacters || performance.now() > until) return '';
    }
    return text;
  } catch {
    return '';
  }
}

function replyWithout(error: unknown, isConnected: boolean, isStopped: boolean): PostReply {
  const { kind, code } = noAnswer(error);
  if (isConnected) {
    if (isStopped) return { kind: 'lost', why: 'stopped' };
    return { kind: 'lost', why: kind === 'no-answer' ? 'no-answer' : 'broke-off' };
  }
  if (isStopped) return { kind: 'not-sent', why: 'stopped' };
  if (kind === 'certificate') return { kind: 'not-sent', why: 'tls' };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { kind: 'not-sent', why: 'no-such-host' };
  const isLate = code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT';
  return { kind: 'not-sent', why: isLate ? 'connect-timeout' : 'refused' };
}

/** Mail goes to SendGrid or stays on this computer. */
function hostForMail(region: Region, standIn: string | undefined): Host {
  const host = hostOf(region, standIn);
  const regions: readonly Region[] = ['global', 'eu'];
  if (host.isLoopback || regions.some((one) => hostOf(one, undefined).url === host.url)) return host;
  throw new Fault({
    code: 'sendgrid/bad-url',
    exit: exitCode.usage,
    words: 'MAILOUT_SENDGRID_URL is neither SendGrid’s nor this computer, so no mail goes there.',
    fix: 'Write an address on this computer, such as http://127.0.0.1 and a port, or unset it.',
  });
}
