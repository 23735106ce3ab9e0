import { hostOf } from '../../hosts.js';
import { rule } from '../../rule.js';

const shorteners = new Set(
  (
    'bit.ly tinyurl.com ow.ly t.co goo.gl buff.ly lnkd.in is.gd v.gd cutt.ly rebrand.ly shorturl.at rb.gy t.ly tiny.cc ' +
    'bl.ink short.io s.id dlvr.it fb.me ift.tt trib.al db.tt wp.me qrco.de linktr.ee'
  ).split(' '),
);

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
  *judge({ links }) {
    for (const { url, place } of links) {
      const host = hostOf(url)?.replace(/^www\./, '');
      if (host === undefined || !shorteners.has(host)) continue;
      yield {
        place,
        words: `Nobody can see where ${host} leads.`,
        fix: 'Open it, and copy the address of the page that comes.',
      };
    }
  },
});
