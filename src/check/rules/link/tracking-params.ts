import { rule } from '../../rule.js';
import { replacing } from '../../source-text.js';
import { personIn, withoutTracking } from '../../tracking.js';
import { unwrapped } from '../../wrapped-links.js';

export const trackingParams = rule({
  id: 'link/tracking-params',
  over: 'writing',
  severity: 'warning',
  title: 'Links do not spy',
  why: 'What follows the question mark may say who copied the address and from where. It came with a paste, tells others about readers, and makes the address longer.',
  origins: [
    { title: 'ICO, guidance on storage and access technologies (PECR, regulation 6)' },
    { title: 'This Week in Rust, checks of its links' },
  ],
  bad: '[Sign](https://www.example.org/sign?id=7&utm_source=newsletter&fbclid=IwAR0…)',
  good: '[Sign](https://www.example.org/sign?id=7)',
  *judge({ links, file }, { organisation }) {
    for (const { url, place, range } of links) {
      // What is inside a wrapped address comes to light when it is unwrapped.
      if (!url.includes('?') || unwrapped(url)) continue;
      const { url: clean, names } = withoutTracking(url);
      if (names.length > 0) {
        const quoted = [...new Set(names)].slice(0, 3).map((name) => `“${name}”`);
        yield {
          place,
          words: `The address has a code in it that tells others who follows it: ${quoted.join(', ')}${quoted.length < new Set(names).size ? ' and others.' : '.'}`,
          fix: `Write ${clean} instead.`,
          ...(range && { edits: [replacing(file, range.from, range.to, clean)] }),
        };
        continue;
      }
      const person = personIn(url);
      if (person === undefined || person === organisation.contact) continue;
      yield {
        place,
        words: `The address has the email address of one person in it: “${person}”.`,
        fix: 'Copy the address of the page as somebody sees it who did not get it by mail.',
      };
    }
  },
});
