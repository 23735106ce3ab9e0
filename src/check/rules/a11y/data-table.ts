import { isLayout, ownOf } from '../../edition/tables.js';
import { nameOf } from '../../edition/words.js';
import { named } from '../../markup.js';
import { rule } from '../../rule.js';

export const dataTable = rule({
  id: 'a11y/data-table',
  over: 'edition',
  severity: 'error',
  title: 'Tables of data say what their headings head',
  why: 'Somebody who hears a table cell by cell needs to hear which column each is in. A screen reader can only say so if the headings are marked as headings, and of what.',
  origins: [
    { title: 'WCAG 2.2, 1.3.1 Info and Relationships', url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships' },
    { title: 'W3C technique H63', url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H63' },
  ],
  bad: '<table role="presentation"><tr><th>Branch</th><th>Raised</th></tr>…',
  good: '<table><tr><th scope="col">Branch</th><th scope="col">Raised</th></tr>…',
  *judge({ markup }) {
    for (const table of named(markup, 'table')) {
      const headings = ownOf(table, 'th');
      if (headings.length === 0 && ownOf(table, 'caption').length === 0) continue;
      if (isLayout(table)) {
        yield {
          words: `The table ${nameOf(table)} has headings and says that it is only layout.`,
          fix: 'Take role="presentation" off it, or make its headings plain cells.',
        };
      } else if (headings.some(({ attribs }) => !/^(?:col|row|colgroup|rowgroup)$/.test(attribs.scope ?? ''))) {
        yield {
          words: `The table ${nameOf(table)} has headings that do not say what they head.`,
          fix: 'Write scope="col" or scope="row" on each <th>.',
        };
      }
    }
  },
});
