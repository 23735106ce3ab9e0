import type { Region } from '../model/organisation.js';
import type { ApiRequest, ProviderApi } from '../model/provider-api.js';
import { type Clock, systemClock } from './clock.js';
import { download } from './download.js';
import { type Answer, type NoAnswer, openExchange, type Timeouts } from './exchange.js';
import { badKey, noKey, refusedWith, unreadable } from './faults.js';
import { hostOf } from './host.js';
import { patiently } from './patience.js';

export type SendGridSettings = {
  /** As it stands in the environment. Spaces around it go away; what a key looks like is SendGrid's business. */
  readonly key: string;
  readonly region: Region;
  /** Another server in the place of SendGrid's, for tests and rehearsals. */
  readonly baseUrl?: string;
  readonly timeouts?: Timeouts;
};

export type SendGridClient = ProviderApi & {
  /** Lets go of all connections. A client that is not used keeps no process alive, closed or not. */
  readonly close: () => Promise<void>;
};

/** The list of an unsubscribe group comes in one piece: this has room for a million addresses. */
const mostBytes = 32 * 1024 ** 2;

const usualTimeouts: Timeouts = { connect: 10_000, answer: 60_000 };

/**
 * SendGrid's API, version 3, for reading. A request that is throttled or that nobody answers is made again a few times;
 * no redirect is followed; the key goes to the one server that it is for.
 *
 * @throws Fault: exit 4 without a key, exit 2 for a `baseUrl` that the key must not be sent to. `ask` throws exit 4 where
 * the key is not accepted or lacks a scope, exit 5 for every other answer that is not the JSON that was asked for.
 */
export function sendGridClient(settings: SendGridSettings, clock: Clock = systemClock): SendGridClient {
  const host = hostOf(settings.region, settings.baseUrl);
  const headers = { accept: 'application/json', authorization: `Bearer ${keyIn(settings.key)}` };
  const exchange = openExchange(settings.timeouts ?? usualTimeouts);
  let date = Number.NaN;
  return {
    clock: () => (Number.isNaN(date) ? undefined : date),
    ask: async (asked) => {
      const one = {
        method: asked.method,
        url: urlOf(asked, host.url),
        headers: asked.body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
      };
      const isSafeToRepeat = asked.method === 'GET';
      const answer = await patiently(() => exchange.whole(one, mostBytes), isSafeToRepeat, clock);
      if (answer.kind === 'answer') date = Date.parse(answer.header('date') ?? '');
      return jsonOf(answer, asked.path);
    },
    download: (address) => download(address, host, exchange, clock),
    close: exchange.close,
  };
}

/** Nothing of an answer's words is repeated, since they may repeat what was asked. */
function jsonOf(answer: Answer | NoAnswer, path: string): unknown {
  if (answer.kind === 'certificate') {
    throw unreadable(
      'The server that answers is not SendGrid’s, by its certificate.',
      'Check the network for a proxy.',
    );
  }
  if (answer.kind === 'too-large') throw unreadable('SendGrid’s answer is larger than any that it should give.');
  if (answer.kind !== 'answer') throw unreadable('SendGrid could not be reached.');
  if (answer.status < 200 || answer.status > 299) throw refusedWith(answer.status, path);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.bytes));
  } catch {
    // The error of JSON.parse quotes the text.
    throw unreadable('SendGrid’s answer cannot be understood.');
  }
}

/** What cannot stand in a header would be an error of undici that quotes it (RFC 9110, 5.5). */
export function keyIn(text: string): string {
  const key = text.trim();
  if (key === '') throw noKey();
  if (!/^[\x21-\x7e]+$/.test(key)) throw badKey();
  return key;
}

function urlOf({ path, query = {} }: ApiRequest, origin: string): URL {
  // Set, not resolved: a path can never lead to another host.
  const url = new URL(origin);
  url.pathname = path;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}
