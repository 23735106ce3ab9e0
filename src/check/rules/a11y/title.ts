import { named, wordsOf } from '../../markup.js';
import { rule } from '../../rule.js';

export const title = rule({
  id: 'a11y/title',
  over: 'edition',
  severity: 'error',
  title: 'An edition has a title',
  why: 'A screen reader says the title first when somebody opens an email in a tab or a window of its own. Without one it says the address of the page.',
  origins: [
    { title: 'WCAG 2.2, 2.4.2 Page Titled', url: 'https://www.w3.org/TR/WCAG22/#page-titled' },
    {
      title: 'Email Markup Consortium, accessibility report',
      url: 'https://emailmarkup.org/en/reports/accessibility/',
    },
  ],
  bad: '<mj-head></mj-head>',
  good: '<mj-head><mj-title>{{subject}}</mj-title></mj-head>',
  *judge({ markup }) {
    if (named(markup, 'title').some((element) => wordsOf(element) !== '')) return;
    yield { words: 'The edition has no title.', fix: 'Put the subject into <mj-title> in the head of the template.' };
  },
});
