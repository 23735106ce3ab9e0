import type { LinkState } from '../model/link-state.js';
import { refusedCode } from './guarded-connector.js';
import type { Answer, Silence } from './request.js';

/** Asks a server about a page when its turn has come. */
export type Ask = (method: 'HEAD' | 'GET', url: URL) => Promise<Answer | Silence>;

/** What became of a link, and, if no server answered at all, the code that the system has for that. */
export type Followed = { readonly state: LinkState; readonly silence?: string };

/** Follows a link to its end: at most so many redirects, each of them to the web. */
export async function follow(start: URL, ask: Ask, mostRedirects: number): Promise<Followed> {
  let url = start;
  let location: URL | undefined;
  let isPermanent = true;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await see(url, ask);
    if ('code' in answer) return { state: silent(answer.code), ...(redirects === 0 && { silence: answer.code }) };
    const next = redirectOf(answer, url);
    if (next === undefined) return { state: stateFrom(answer, redirects, location) };
    if (next === 'nowhere') return { state: unsure('its server passes readers on to something that is no web page') };
    // A server that wants to set a cookie first sends whoever has none round in circles.
    if (redirects === mostRedirects) return { state: unsure(`it is passed on more than ${mostRedirects} times`) };
    isPermanent &&= answer.status === 301 || answer.status === 308;
    if (isPermanent) location = next;
    url = next;
  }
}

/** Asks for the headers alone, and for the page where a server does not know how to answer that. */
async function see(url: URL, ask: Ask): Promise<Answer | Silence> {
  const head = await ask('HEAD', url);
  const isWorthMore = 'code' in head ? !isOutOfReach(head) : head.status >= 400 && !isThrottling(head);
  return isWorthMore ? ask('GET', url) : head;
}

/** Whether a server could not even be connected to: whatever else it is asked, it is the same. */
export function isOutOfReach({ code }: Silence): boolean {
  return neverConnected.test(code);
}

const neverConnected = new RegExp(
  `^(?:${refusedCode}|ENOTFOUND|EAI_\\w+|ECONNREFUSED|E(?:NET|HOST)(?:UNREACH|DOWN)|UND_ERR_CONNECT_TIMEOUT|.*(?:CERT|TLS|SSL|SIGN).*)$`,
);

/** Where a server passes readers on to: no page of the web, or undefined where it does not. */
export function redirectOf({ status, header }: Answer, from: URL): URL | 'nowhere' | undefined {
  const location = header('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (!URL.canParse(location, from)) return 'nowhere';
  const next = new URL(location, from);
  // What is behind a # is not asked for, and credentials of others are not passed on.
  next.hash ||= from.hash;
  return /^https?:$/.test(next.protocol) && next.username === '' && next.password === '' ? next : 'nowhere';
}

function isThrottling({ status, header }: Answer): boolean {
  return status === 429 || (status === 503 && header('retry-after') !== undefined);
}

/** What servers say to programs and not to people: log in, prove that you are none, come back later. */
const notForPrograms = new Set([401, 402, 403, 406, 407, 418, 425, 429, 451, 999]);

function stateFrom(answer: Answer, redirects: number, location: URL | undefined): LinkState {
  const { status, header } = answer;
  if (status >= 200 && status < 300) {
    const lang = header('content-language')?.trim();
    return {
      is: 'open',
      redirects,
      ...(location && { location: location.href }),
      ...(lang !== undefined && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) && { lang }),
    };
  }
  if (isThrottling(answer)) return unsure('its server is busy');
  if (notForPrograms.has(status) || header('cf-mitigated') !== undefined) {
    return unsure('its server does not answer programs');
  }
  if (status < 400) return unsure('its server passes readers on and does not say where to');
  return { is: 'gone', status };
}

/** What it means, in words, that no server answered, by the code that the system has for that. */
export function silent(code: string): Extract<LinkState, { readonly because: string }> {
  if (code === refusedCode) return unreachable('it leads into a private network');
  if (code === 'ENOTFOUND') return unreachable('there is no server of that name');
  if (code === 'ECONNREFUSED') return unreachable('its server takes no connections');
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return unreachable('its server does not answer');
  if (code.startsWith('EAI_')) return unsure('its name could not be looked up');
  // Browsers know more authorities than Node, and fetch certificates that a server forgot to send.
  if (/^UNABLE_TO_(?:VERIFY_LEAF|GET_ISSUER)/.test(code)) return unsure('its certificate could not be verified');
  if (code === 'CERT_HAS_EXPIRED') return unreachable('its certificate has expired, and browsers warn of it');
  if (/CERT|TLS|SSL|SIGN/.test(code)) return unreachable('its certificate is not valid, and browsers warn of it');
  if (/TIMEOUT/.test(code)) return unsure('its server takes too long');
  return unsure('the connection broke off');
}

function unsure(because: string): Extract<LinkState, { readonly is: 'unsure' }> {
  return { is: 'unsure', because };
}

function unreachable(because: string): Extract<LinkState, { readonly is: 'unreachable' }> {
  return { is: 'unreachable', because };
}
