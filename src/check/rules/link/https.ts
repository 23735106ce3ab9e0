import { hostOf } from '../../hosts.js';
import { rule } from '../../rule.js';

export const https = rule({
  id: 'link/https',
  over: 'writing',
  severity: 'warning',
  title: 'Links begin with https',
  why: 'Over http anybody on the way can read and change what a reader sees, and browsers warn of such pages. Nearly every site answers to https.',
  origins: [{ title: 'RFC 9325, section 3.2', url: 'https://www.rfc-editor.org/rfc/rfc9325#section-3.2' }],
  bad: '[Sign the petition](http://www.example.org/petition)',
  good: '[Sign the petition](https://www.example.org/petition)',
  *judge({ links }) {
    for (const { url, place } of links) {
      if (!/^http:\/\//i.test(url)) continue;
      yield {
        place,
        words: `The link to ${hostOf(url) ?? url} is not encrypted.`,
        fix: 'Try it with https:// and write it so if it opens.',
      };
    }
  },
});
