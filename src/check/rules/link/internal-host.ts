import { isUnder, urlOf } from '../../hosts.js';
import { rule } from '../../rule.js';

export const internalHost = rule({
  id: 'link/internal-host',
  over: 'writing',
  severity: 'error',
  title: 'Readers can open what links lead to',
  why: 'An address that works at your desk may be one of the office network, of a draft, or of a document that only colleagues may open. Readers get an error, or a page that asks for a password.',
  origins: [
    { title: 'RFC 6761, Special-Use Domain Names', url: 'https://www.rfc-editor.org/rfc/rfc6761' },
    { title: 'RFC 6890, Special-Purpose IP Address Registries', url: 'https://www.rfc-editor.org/rfc/rfc6890' },
  ],
  bad: '[The motion](https://unionuk.sharepoint.com/:w:/r/sites/intl/motion.docx)',
  good: '[The motion (Word)](https://www.example.org/files/motion.docx)',
  *judge({ links }) {
    for (const { url, place } of links) {
      const why = reason(url);
      if (why !== undefined) yield { place, words: `Readers cannot open this: it is ${why}.`, fix };
    }
  },
});

const fix = 'Put the page or file where everybody can open it, and link to that. Try the link in a private window.';

const ownNetwork = ['localhost', 'local', 'internal', 'lan', 'intranet', 'corp', 'home', 'test', 'invalid'];

function reason(address: string): string | undefined {
  const url = urlOf(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const { hostname: host, pathname } = url;
  if (
    /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.)/.test(host) ||
    /^\[(::1|f[cd]|fe80)/i.test(host)
  ) {
    return 'an address in somebody’s own network';
  }
  if (ownNetwork.some((name) => isUnder(host, name)) || !host.includes('.'))
    return 'an address in somebody’s own network';
  if (/^intranet\./.test(host)) return 'an intranet';
  if (isUnder(host, 'sharepoint.com') && !/^\/:[a-z]:\/g\//.test(pathname)) return 'a document for colleagues';
  if (host === 'docs.google.com' && /\/edit\b/.test(pathname)) return 'a document opened for editing';
  if (/^(outlook\.office(365)?\.com|outlook\.live\.com|mail\.google\.com)$/.test(host)) return 'somebody’s mailbox';
  if (/^(staging|preview|dev|test|uat)\./.test(host)) return 'a draft of a site';
  return undefined;
}
