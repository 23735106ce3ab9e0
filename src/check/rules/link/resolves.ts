import type { LinkState } from '../../../model/link-state.js';
import { namedLink } from '../../printed-links.js';
import { privateReason } from '../../private-links.js';
import type { Complaint } from '../../rule.js';
import { rule } from '../../rule.js';
import type { WrittenLink } from '../../written-links.js';

export const resolves = rule({
  id: 'link/resolves',
  over: 'writing',
  severity: 'error',
  title: 'Links open',
  why: 'A dead link is what readers write in about, if they do not give up. Links are opened with --links only; a server that shuts out programs or is slow may still answer people.',
  origins: [
    {
      title: 'RFC 9110, section 15.5.5 (404 Not Found)',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5',
    },
  ],
  bad: '[The report](https://www.example.org/reports/2019)   # “404 Not Found”',
  good: '[The report](https://www.example.org/reports/archive/2019)',
  *judge({ links }, { linkStates }) {
    if (linkStates.size === 0) return;
    for (const link of links) {
      const state = linkStates.get(link.url);
      if (!state || state.is === 'open' || privateReason(link.url) !== undefined) continue;
      yield { place: link.place, ...told(link, state) };
    }
  },
});

function told(link: WrittenLink, state: Exclude<LinkState, { is: 'open' }>): Complaint {
  const name = namedLink(link);
  if (state.is === 'unsure') {
    return {
      severity: 'info',
      words: `Whether ${name} opens could not be seen: ${state.because}.`,
      fix: 'Open it once yourself.',
    };
  }
  if (state.is === 'unreachable') {
    return {
      severity: 'warning',
      words: `${name} does not open: ${state.because}.`,
      fix: 'Open it yourself. If it does not come, correct the address or take the link out.',
    };
  }
  if (state.status === 404 || state.status === 410) {
    return {
      words: `${name} leads to a page that is gone (${state.status}).`,
      fix: 'Look for its new address, or take the link out.',
    };
  }
  return {
    severity: 'warning',
    words: `${name} does not open: its server says that something is wrong (${state.status}).`,
    fix: 'Try it again later. If it stays so, link to something else.',
  };
}
