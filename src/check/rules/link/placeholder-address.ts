import { rule } from '../../rule.js';
import { standInOf } from '../../stand-in-links.js';

export const placeholderAddress = rule({
  id: 'link/placeholder-address',
  over: 'writing',
  severity: 'error',
  title: 'No link waits for its address',
  why: 'An address that was put there to be filled in later looks like any other in the mail, and leads nowhere or to a stranger’s site.',
  origins: [{ title: 'RFC 2606, section 3 (example.com)', url: 'https://www.rfc-editor.org/rfc/rfc2606#section-3' }],
  bad: '[Sign the petition](https://example.com/petition)',
  good: '[Sign the petition](https://www.union.org.uk/petitions/yemen)',
  *judge({ links }) {
    for (const { url, place } of links) {
      const found = standInOf(url);
      if (found === undefined) continue;
      yield {
        place,
        words: `The address has still to be filled in: “${found}” stands for another.`,
        fix: 'Write the real address, or take the link out.',
      };
    }
  },
});
