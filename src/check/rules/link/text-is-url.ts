import { rule } from '../../rule.js';
import { mismatchOf } from '../../shown-sites.js';

export const textIsUrl = rule({
  id: 'link/text-is-url',
  over: 'writing',
  severity: 'warning',
  title: 'Links have words, not addresses',
  why: 'Screen readers read an address letter by letter, and nobody else learns from it what is behind it. The plain text of a mail shows the address anyway.',
  origins: [
    {
      title: 'WCAG 2.2, 2.4.4 Link Purpose (In Context)',
      url: 'https://www.w3.org/TR/WCAG22/#link-purpose-in-context',
    },
  ],
  bad: 'Sign at https://www.example.org/petitions/2027/yemen.',
  good: '[Sign the petition for Yemen](https://www.example.org/petitions/2027/yemen).',
  *judge({ links }) {
    for (const link of links) {
      const { text, textPlace, url, in: where } = link;
      if (where === 'setting' || !/^https?:/i.test(url) || !/^(?:https?:\/\/|www\.)\S+$/i.test(text.trim())) continue;
      // “www.union.org.uk” is a name that people know and type.
      if (/^(?:https?:\/\/)?www\.[\w.-]+\/?$/i.test(text.trim())) continue;
      // That it is the address of another site is worse.
      if (mismatchOf(link)) continue;
      yield {
        place: textPlace,
        words: `Readers see the address “${text.length > 60 ? `${text.slice(0, 57)}…` : text}” where words should be.`,
        fix: 'Write [words that say what is there](the address).',
      };
    }
  },
});
