import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { refusals, refuse, type Wire } from './answers.js';

/**
 * Lets pass what the workbench’s own page asks with the key of this run. A name that leads here by DNS, a page of
 * another site and another program on this computer are all turned away, before anything is read of what they send.
 */
export function guard(token: string): MiddlewareHandler<Wire> {
  return async (c, next) => {
    const { incoming } = c.env;
    const port = incoming.socket.localPort;
    // Node keeps the first of two; whoever sends two means to be understood in two ways.
    const [host, ...more] = incoming.headersDistinct.host ?? [];
    const isOwnHost = host === `127.0.0.1:${port}` || host === `localhost:${port}`;
    if (!isOwnHost || more.length > 0) return refuse(c, refusals.foreign);
    const origin = c.req.header('origin');
    if (origin === undefined ? c.req.method === 'POST' : origin !== `http://${host}`)
      return refuse(c, refusals.foreign);
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(c, refusals.foreign);
    if (!isPlain(incoming.url ?? '')) return refuse(c, refusals.unknown);
    if (c.req.method !== 'GET' && c.req.method !== 'POST') return refuse(c, refusals.method);

    // Cookies are shared by all ports of a computer: each preview has a name of its own for its key.
    const cookie = `mailout-${port}`;
    const given = c.req.path === '/' ? c.req.query('token') : undefined;
    if (given !== undefined) {
      if (!isSame(given, token)) return refuse(c, refusals.locked);
      setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect('/', 303);
    }
    if (!isSame(getCookie(c, cookie) ?? '', token)) return refuse(c, refusals.locked);
    return next();
  };
}

/** Compares in a time that says nothing of where two texts differ, or of how long they are. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/**
 * Whether the path is written as the workbench writes its own: letters, digits and what needs no escaping, and no
 * segment that is empty or climbs. Looked at as it was sent, since every address is made simpler on the way to a route.
 */
function isPlain(target: string): boolean {
  const [path = ''] = target.split('?');
  if (path === '/') return true;
  return /^(\/[A-Za-z0-9._~-]+)+$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part));
}
