import { hostOf } from '../../hosts.js';
import { isPrivateNumber } from '../../private-links.js';
import { rule } from '../../rule.js';

export const ipAddress = rule({
  id: 'link/ip-address',
  over: 'writing',
  severity: 'error',
  title: 'Links have names, not numbers',
  why: 'Honest sites have names. Filters take a mail with a numbered address for an attack, and readers should.',
  origins: [{ title: 'Apache SpamAssassin, NORMAL_HTTP_TO_IP' }],
  bad: '[Sign](https://203.0.113.7/sign)',
  good: '[Sign](https://www.example.org/sign)',
  *judge({ links }) {
    for (const { url, place } of links) {
      const host = hostOf(url);
      // What is in somebody’s own network is told by link/internal-host.
      if (host === undefined || !/^(\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(host) || isPrivateNumber(host)) continue;
      yield {
        place,
        words: `This link leads to a number, ${host}.`,
        fix: 'Write the address with the name of the site.',
      };
    }
  },
});
