import { namedLink } from '../../printed-links.js';
import { rule } from '../../rule.js';
import { shortenerOf } from '../../shortened-links.js';
import { unwrapped } from '../../wrapped-links.js';

/** How often a link may be passed on: to https, and to where a page is now. */
const most = 2;

export const redirectChain = rule({
  id: 'link/redirect-chain',
  over: 'writing',
  severity: 'info',
  title: 'Links are not passed on many times',
  why: 'Each detour takes time on a phone, may be counted by somebody, and is one more thing that can break.',
  origins: [
    { title: 'RFC 9110, section 15.4 (Redirection 3xx)', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.4' },
  ],
  bad: '[Book](https://events.example.org/go?e=7)   # which is passed on three times',
  good: '[Book](https://www.example.org/events/network-meeting)',
  *judge({ links }, { linkStates }) {
    if (linkStates.size === 0) return;
    for (const link of links) {
      const state = linkStates.get(link.url);
      if (state?.is !== 'open' || state.redirects <= most) continue;
      // Where there is a better address, another rule has it.
      if (state.location !== undefined || shortenerOf(link.url) !== undefined || unwrapped(link.url)) continue;
      yield {
        place: link.place,
        words: `${namedLink(link)} is passed on ${state.redirects} times before the page comes.`,
        fix: 'Open it, and copy the address of the page that comes, if it is the same for everybody.',
      };
    }
  },
});
