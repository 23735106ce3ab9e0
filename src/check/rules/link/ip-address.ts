import { hostOf } from '../../hosts.js';
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
      if (host === undefined || !/^(\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(host) || isPrivate(host)) continue;
      yield {
        place,
        words: `This link leads to a number, ${host}.`,
        fix: 'Write the address with the name of the site.',
      };
    }
  },
});

/** What is in somebody’s own network is told by link/internal-host. */
function isPrivate(host: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[(::1|f[cd]|fe80))/i.test(host);
}
