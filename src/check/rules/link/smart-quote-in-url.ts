import { rule } from '../../rule.js';

export const smartQuoteInUrl = rule({
  id: 'link/smart-quote-in-url',
  over: 'writing',
  severity: 'error',
  title: 'Addresses have no typographic marks in them',
  why: 'Word turns hyphens and quotation marks into prettier ones, in addresses too. Such an address leads nowhere.',
  origins: [{ title: 'RFC 3986, section 2', url: 'https://www.rfc-editor.org/rfc/rfc3986#section-2' }],
  bad: '[Sign](https://www.example.org/stand–with–yemen)',
  good: '[Sign](https://www.example.org/stand-with-yemen)',
  *judge({ links }) {
    for (const { url, place } of links) {
      const mark = /[‘’“”‚„–—…\u00a0]/.exec(url)?.[0];
      if (mark === undefined) continue;
      yield {
        place,
        words: `The address has a “${mark}” in it, which no address has.`,
        fix: 'Copy the address from the browser once more.',
      };
    }
  },
});
