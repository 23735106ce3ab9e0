import { rule } from '../../rule.js';

/** A word or two to jump to are as good as the name of a part; whole sentences are left over from a search. */
const most = 80;

export const textFragment = rule({
  id: 'link/text-fragment',
  over: 'writing',
  severity: 'info',
  title: 'Addresses do not carry sentences of the page',
  why: 'Search engines add the words that they found to an address. Some browsers mark these words on the page, and once the page is reworded none does; the address is long for nothing.',
  origins: [{ title: 'WICG, URL Fragment Text Directives', url: 'https://wicg.github.io/scroll-to-text-fragment/' }],
  bad: '[The report](https://www.example.org/report#:~:text=War%20has%20left%20most%20of%20Yemen…)',
  good: '[The report](https://www.example.org/report)',
  *judge({ links }) {
    for (const { url, place } of links) {
      const at = url.indexOf(':~:text=');
      if (at === -1 || url.length - at <= most || !url.slice(0, at).includes('#')) continue;
      yield {
        place,
        words: 'The address has a sentence of the page in it.',
        fix: `Leave out everything from “:~:text=” on, unless readers must land at that sentence.`,
      };
    }
  },
});
