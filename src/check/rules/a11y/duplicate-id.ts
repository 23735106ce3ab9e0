import { rule } from '../../rule.js';

export const duplicateId = rule({
  id: 'a11y/duplicate-id',
  over: 'edition',
  severity: 'warning',
  title: 'No two parts of an edition have the same id',
  why: 'Links within an email, and the names that screen readers say, go to the first part with an id. Those of the second lead to the wrong place.',
  origins: [
    {
      title: 'HTML standard, the id attribute',
      url: 'https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute',
    },
    {
      title: 'Email Markup Consortium, accessibility report',
      url: 'https://emailmarkup.org/en/reports/accessibility/',
    },
  ],
  bad: '<h2 id="news">…  <h2 id="news">…',
  good: '<h2 id="news">…  <h2 id="diary">…',
  *judge({ markup }) {
    const counts = new Map<string, number>();
    for (const { attribs } of markup.elements) {
      if (attribs.id) counts.set(attribs.id, (counts.get(attribs.id) ?? 0) + 1);
    }
    for (const [id, count] of counts) {
      if (count === 1) continue;
      yield { words: `${count} elements have the id “${id}”.`, fix: 'Give each an id of its own, or none.' };
    }
  },
});
