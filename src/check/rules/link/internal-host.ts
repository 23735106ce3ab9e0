import { privateReason } from '../../private-links.js';
import { rule } from '../../rule.js';
import { standInOf } from '../../stand-in-links.js';

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
      const why = privateReason(url);
      if (why !== undefined && standInOf(url) === undefined)
        yield { place, words: `Readers cannot open this: it is ${why}.`, fix };
    }
  },
});

const fix = 'Put the page or file where everybody can open it, and link to that. Try the link in a private window.';
