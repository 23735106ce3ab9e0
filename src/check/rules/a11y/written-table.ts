import type { Nodes } from 'mdast';
import { rule } from '../../rule.js';
import { offsetAt, placeAt } from '../../source-text.js';

/** As many columns as a phone has room for. */
const most = 4;

export const writtenTable = rule({
  id: 'a11y/written-table',
  over: 'writing',
  severity: 'warning',
  title: 'Tables have headings, and no more columns than a phone shows',
  why: 'On a phone a table of many columns runs off the side or has a word to a line. Somebody who hears it needs the heading of each column to know what a number is.',
  origins: [
    { title: 'W3C, Tables Tutorial', url: 'https://www.w3.org/WAI/tutorials/tables/' },
    { title: 'WCAG 2.2, 1.4.10 Reflow', url: 'https://www.w3.org/TR/WCAG22/#reflow' },
  ],
  bad: '|   |   |\n|---|---|\n| Leeds | £400 |',
  good: '| Branch | Raised |\n|---|---|\n| Leeds | £400 |',
  *judge({ trees, file }) {
    for (const tree of trees) {
      for (const table of tree.children) {
        if (table.type !== 'table') continue;
        const { line = 1, column = 1 } = table.position?.start ?? {};
        const place = placeAt(file, offsetAt(file, line, column));
        const cells = table.children[0]?.children ?? [];
        const empty = cells.filter((cell) => textOf(cell).trim() === '').length;
        // The first heading may be missing: the first column often heads the rows.
        if (empty > 1 || (empty === 1 && textOf(cells[0] ?? table).trim() !== '')) {
          yield {
            place,
            words:
              empty === cells.length ? 'This table has no headings.' : 'Some columns of this table have no heading.',
            fix: 'Write what each column holds in the first row.',
          };
        }
        if (cells.length > most) {
          yield {
            place,
            words: `This table has ${cells.length} columns, too many for a phone.`,
            fix: `Leave columns out until there are ${most}, or write a list.`,
          };
        }
      }
    }
  },
});

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
