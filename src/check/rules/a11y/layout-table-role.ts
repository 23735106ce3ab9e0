import { isLayout, ownOf } from '../../edition/tables.js';
import { nameOf } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const layoutTableRole = rule({
  id: 'a11y/layout-table-role',
  over: 'edition',
  severity: 'error',
  title: 'Tables that only make the layout say so',
  why: 'A screen reader says of every table how many rows and columns it has, and of every cell where it stands. In an email that is laid out with tables that is nearly all that a person hears.',
  origins: [
    { title: 'W3C technique F46', url: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F46' },
    {
      title: 'Email Markup Consortium, accessibility report',
      url: 'https://emailmarkup.org/en/reports/accessibility/',
    },
  ],
  bad: '<table width="100%"><tr><td>…',
  good: '<table role="presentation" width="100%"><tr><td>…',
  *judge({ markup }) {
    for (const table of named(markup, 'table')) {
      const isData = ownOf(table, 'th').length > 0 || ownOf(table, 'caption').length > 0;
      if (isData || isLayout(table)) continue;
      const { role } = table.attribs;
      yield {
        words: role
          ? `The table around ${nameOf(table)} has the role “${role}”, which does not make it layout.`
          : `The table around ${nameOf(table)} says neither that it is layout nor what its columns are.`,
        fix: 'Write role="presentation" on it; if it holds data, give its columns headings (<th scope="col">).',
      };
    }
  },
});
