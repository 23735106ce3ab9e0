import { sightOf } from '../../edition/sight.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const h1 = rule({
  id: 'a11y/h1',
  over: 'edition',
  severity: 'error',
  title: 'An edition has one heading of the first level',
  why: 'People who cannot see the page look for the main heading to learn what they are reading, and go on from there. With none they are lost; with several they do not know which one it is.',
  origins: [
    { title: 'WCAG 2.2, 1.3.1 Info and Relationships', url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships' },
    {
      title: 'Email Markup Consortium, accessibility report',
      url: 'https://emailmarkup.org/en/reports/accessibility/',
    },
  ],
  bad: '<p style="font-size:28px">Monday Morning Mail-Out</p>',
  good: '<h1>Monday Morning Mail-Out</h1>',
  *judge({ markup }) {
    const { isHidden } = sightOf(markup);
    const count = named(markup, 'h1').filter((heading) => !isHidden(heading)).length;
    if (count === 1) return;
    yield count === 0
      ? { words: 'The edition has no <h1>.', fix: 'Make the title of the newsletter an <h1>.' }
      : {
          words: `The edition has ${count} headings <h1>.`,
          fix: 'Keep one for the title of the newsletter, and make the others <h2>.',
        };
  },
});
