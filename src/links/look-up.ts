import { setTimeout } from 'node:timers/promises';
import type { LinkState } from '../model/link-state.js';
import { type Ask, type Followed, follow, isOutOfReach } from './follow.js';
import { type MayConnect, publicWeb, type Resolve, refusedCode, systemResolve } from './guarded-connector.js';
import { openLinkCache } from './link-cache.js';
import { inTurn, type Limits, usualLimits } from './politeness.js';
import { openRequests, type Silence } from './request.js';

export type LookUpOptions = {
  /** Milliseconds since 1970: what is remembered from long before is looked up again. */
  readonly now: number;
  /** The file in which answers are remembered, absolute; without one they are not. */
  readonly cache?: string;
  /** The name of whoever asks, for the servers' records. */
  readonly sender?: string;
  readonly signal?: AbortSignal;
  /** Told after each link. */
  readonly progress?: (done: number, of: number) => void;
  readonly limits?: Partial<Limits>;
  /** Which connections may be made; for tests, whose servers are not public. */
  readonly mayConnect?: MayConnect;
  /** How names are resolved; for tests. */
  readonly resolve?: Resolve;
};

export type LookedUp = {
  /** By address, as it was given. What could not be looked up has none. */
  readonly states: ReadonlyMap<string, LinkState>;
  /** Whether there is no internet here, so that nothing is known but what is remembered. */
  readonly isOffline: boolean;
};

/**
 * Looks up whether links open: each page once, in turn, at public addresses only. Links to write to somebody, those with
 * a merge tag in them and those with a password are passed over. Nothing that goes wrong is thrown.
 */
export async function lookUp(urls: readonly string[], options: LookUpOptions): Promise<LookedUp> {
  const { now, signal, progress } = options;
  const limits = { ...usualLimits, ...options.limits };
  const cache = openLinkCache(options.cache);
  const pages = new Map(urls.flatMap((url) => pageOf(url) ?? []).map((page) => [page.href, page]));
  const states = new Map<string, LinkState>();
  for (const href of pages.keys()) {
    const known = cache.get(href, now);
    if (known) states.set(href, known);
  }
  const wanted = [...pages.values()].filter(({ href }) => !states.has(href));

  const network = watchNetwork();
  const stop = new AbortController();
  const until = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const { mayConnect = publicWeb, resolve = systemResolve } = options;
  const requests = openRequests({ mayConnect, resolve }, limits.timeout, nameOf(options.sender));
  const turn = inTurn(
    limits,
    (milliseconds) => setTimeout(milliseconds, undefined, { signal: until }),
    () => performance.now(),
  );
  let done = 0;
  const outOfReach = new Map<string, Silence>();
  const ask: Ask = (method, url) =>
    turn(
      url.host,
      async () => {
        const answer = await requests.ask(method, url, until);
        if ('code' in answer && isOutOfReach(answer)) outOfReach.set(url.host, answer);
        return answer;
      },
      () => outOfReach.get(url.host),
    );
  const look = async (page: URL) => {
    const followed = await follow(page, ask, limits.redirects).catch(() => undefined);
    if (!followed || until.aborted) return;
    done += 1;
    progress?.(done, wanted.length);
    network.saw(page.hostname, followed);
    if (network.isHopeless()) stop.abort();
    states.set(page.href, followed.state);
    cache.put(page.href, followed.state, now);
  };
  await Promise.all(wanted.map(look));
  await requests.close();

  const isOffline = network.isDown();
  if (isOffline) for (const { href } of wanted) states.delete(href);
  else cache.save(now);
  return { states: byAddress(urls, states), isOffline };
}

/** The page of a link, without what is behind a #, which servers are not told. */
function pageOf(address: string): URL | undefined {
  if (!/^https?:\/\//i.test(address) || address.includes('[[') || !URL.canParse(address)) return undefined;
  const page = new URL(address);
  page.hash = '';
  return page.username === '' && page.password === '' ? page : undefined;
}

function byAddress(urls: readonly string[], states: ReadonlyMap<string, LinkState>): ReadonlyMap<string, LinkState> {
  return new Map(
    urls.flatMap((url) => {
      const state = states.get(pageOf(url)?.href ?? '');
      return state ? [[url, state] as const] : [];
    }),
  );
}

/** Only what may stand in a header (RFC 9110, 5.5). */
function nameOf(sender: string | undefined): string {
  const name = (sender ?? '').replace(/[^\x20-\x7e]|[()\\]/g, '').trim();
  return `mailout-link-check/1.0 (looks whether the links of a newsletter open${name === '' ? '' : `; ${name}`})`;
}

/** After so many servers that are not found, with none that is, it is not the servers. */
const convincing = 3;

/** What a system without internet says of any name or address. */
const noNetwork = /^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN|ENOTFOUND|UND_ERR_CONNECT_TIMEOUT)$/;

/** Tells a network that is down from servers that are not there. */
function watchNetwork() {
  const missing = new Set<string>();
  let isCertain = false;
  let isSlow = false;
  let isUp = false;
  const isDown = () => !isUp && (isCertain || missing.size >= convincing);
  return {
    saw: (host: string, { silence }: Followed) => {
      // A connection that is refused here was not tried.
      if (silence === refusedCode) return;
      if (silence === undefined || !noNetwork.test(silence)) {
        isUp = true;
        return;
      }
      missing.add(host);
      // One server may not exist, or be down; the rest is said where nothing could be asked.
      isCertain ||= !/^(?:ENOTFOUND|UND_ERR_CONNECT_TIMEOUT)$/.test(silence);
      isSlow ||= silence !== 'ENOTFOUND';
    },
    isDown,
    /** Whether to ask for more would only take time. That names are not found is told fast, before others answer. */
    isHopeless: () => !isUp && isSlow && missing.size >= convincing,
  };
}
