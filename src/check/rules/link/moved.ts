import { domainOf, urlOf } from '../../hosts.js';
import { namedLink } from '../../printed-links.js';
import { rule } from '../../rule.js';
import { shortenerOf } from '../../shortened-links.js';
import { replacing } from '../../source-text.js';
import type { Writing } from '../../subjects.js';
import { isSamePlace } from '../../web-page.js';
import { standsAnywhere, unwrapped } from '../../wrapped-links.js';
import type { WrittenLink } from '../../written-links.js';

export const moved = rule({
  id: 'link/moved',
  over: 'writing',
  severity: 'info',
  title: 'Links lead to where pages are now',
  why: 'A site that has moved passes readers on for a while. Newsletters are kept for longer, and each detour takes time on a phone.',
  origins: [
    {
      title: 'RFC 9110, section 15.4.2 (301 Moved Permanently)',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4.2',
    },
  ],
  bad: '[The report](https://www.example.org/old/report)   # which has moved for good',
  good: '[The report](https://www.example.org/reports/yemen)',
  *judge({ links, file }, { linkStates }) {
    if (linkStates.size === 0) return;
    for (const link of links) {
      const state = linkStates.get(link.url);
      if (state?.is !== 'open' || state.location === undefined) continue;
      const [from, to] = [urlOf(link.url), urlOf(state.location)];
      if (!from || !to || !isWorthTelling(link, from, to)) continue;
      if (to.pathname === '/' && from.pathname !== '/') {
        yield {
          place: link.place,
          words: `${namedLink(link)} leads to the front page of ${to.hostname}: the page itself may be gone.`,
          fix: 'Open it, and look for the new address of what you mean.',
        };
        continue;
      }
      const address = to.hash === '' ? `${state.location}${from.hash}` : state.location;
      yield {
        place: link.place,
        words: `The page of ${namedLink(link)} has moved for good.`,
        fix: `Write ${address} instead.`,
        ...editsFor(link, from, to, address, file),
      };
    }
  },
});

function isWorthTelling({ url }: WrittenLink, from: URL, to: URL): boolean {
  // What is not encrypted, shortened or wrapped has a rule of its own.
  if (from.protocol !== 'https:' || shortenerOf(url) !== undefined || unwrapped(url)) return false;
  // A front page passes on to that of a country or language, another one for each reader.
  if (from.pathname === '/' && domainOf(from.hostname) === domainOf(to.hostname)) return false;
  return !isSamePlace(from.href, to.href);
}

/** Another site, or another question to it, is for an editor to decide on. */
function editsFor({ range }: WrittenLink, from: URL, to: URL, address: string, file: Writing['file']) {
  const domain = domainOf(from.hostname);
  const isCertain =
    domain !== undefined &&
    domain === domainOf(to.hostname) &&
    to.protocol === 'https:' &&
    from.search === to.search &&
    standsAnywhere(address);
  return isCertain && range ? { edits: [replacing(file, range.from, range.to, address)] } : {};
}
