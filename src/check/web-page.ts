import { isTracking } from './tracking.js';

/**
 * A name for the page that an address leads to, the same for all ways to write it: with www. or without, with http or
 * https, with a slash at the end, a part of the page or a code that counts visits. Undefined for what is no page: the
 * front page of a site, an address to write to.
 */
export function pageOf(address: string): string | undefined {
  const parts = /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(address);
  if (!parts) return undefined;
  const [, host = '', path = '', query = ''] = parts;
  const asked = query.split('&').filter((one) => one !== '' && !isTracking(one));
  const page = path.endsWith('/') ? path.slice(0, -1) : path;
  return page === '' && asked.length === 0 ? undefined : [host.toLowerCase(), page, ...asked].join('|');
}

/** Whether two addresses lead to the same place. */
export function isSamePlace(one: string, other: string): boolean {
  return one === other || (pageOf(one) ?? frontOf(one)) === (pageOf(other) ?? frontOf(other));
}

/** A front page by its host; anything that is no page by itself. */
function frontOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? address;
}
