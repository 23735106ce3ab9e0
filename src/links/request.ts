import { Agent, request } from 'undici';
import { guardedConnector, type MayConnect, type Resolve } from './guarded-connector.js';

/** What a server says of a page, without the page. */
export type Answer = { readonly status: number; readonly header: (name: string) => string | undefined };

/** That no server said anything; `code` is that of the system or of undici. */
export type Silence = { readonly code: string };

export type Requests = {
  readonly ask: (method: 'HEAD' | 'GET', url: URL, signal?: AbortSignal) => Promise<Answer | Silence>;
  readonly close: () => Promise<void>;
};

/**
 * Asks servers about pages through guarded connections. No cookie, referrer or credential goes along, no redirect is
 * followed, and nothing of a page is read but its headers.
 *
 * @param sender who asks, for the server's records
 */
export function openRequests(
  guard: { readonly mayConnect: MayConnect; readonly resolve: Resolve },
  timeout: number,
  sender: string,
): Requests {
  const agent = new Agent({
    connect: guardedConnector(guard.mayConnect, guard.resolve, timeout / 2),
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connections: 2,
  });
  const headers = {
    accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    'accept-language': 'en-GB,en;q=0.8,*;q=0.5',
    'user-agent': sender,
  };
  return {
    ask: async (method, url, signal) => {
      const until = AbortSignal.timeout(timeout);
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method,
          headers,
          signal: signal ? AbortSignal.any([signal, until]) : until,
        });
        // What goes wrong after this is of no interest; without a listener it would end the process.
        answer.body.on('error', () => {});
        answer.body.destroy();
        return { status: answer.statusCode, header: (name) => [answer.headers[name]].flat()[0] };
      } catch (error) {
        return { code: codeOf(error) };
      }
    },
    close: () => agent.destroy(),
  };
}

/** The code of what went wrong with a request; “TIMEOUT” where it was given up. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (/^(?:Abort|Timeout)Error$/.test(error.name)) return 'TIMEOUT';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses were tried, one after the other.
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first === undefined ? 'unknown' : codeOf(first);
}
