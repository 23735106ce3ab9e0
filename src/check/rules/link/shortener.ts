import { rule } from '../../rule.js';
import { shortenerOf } from '../../shortened-links.js';

export const shortener = rule({
  id: 'link/shortener',
  over: 'writing',
  severity: 'warning',
  title: 'Links show where they lead',
  why: 'Nobody can see where a shortened address leads, its owner can turn it elsewhere, and spam filters count it against the mail.',
  origins: [
    { title: 'Apache SpamAssassin, rules for URL shorteners' },
    { title: 'NCSC, phishing: spot and report scam emails' },
  ],
  bad: '[Sign](https://bit.ly/3xYz)',
  good: '[Sign](https://www.example.org/petitions/yemen)',
  *judge({ links }, { linkStates }) {
    for (const { url, place } of links) {
      const host = shortenerOf(url);
      if (host === undefined) continue;
      const state = linkStates.get(url);
      const page = state?.is === 'open' ? state.location : undefined;
      yield {
        place,
        words: `Nobody can see where ${host} leads.`,
        fix: page === undefined ? 'Open it, and copy the address of the page that comes.' : `Write ${page} instead.`,
      };
    }
  },
});
