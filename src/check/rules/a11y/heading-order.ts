import type { Heading, Nodes, Root } from 'mdast';
import { rule } from '../../rule.js';
import { offsetAt, placeAt } from '../../source-text.js';

export const headingOrder = rule({
  id: 'a11y/heading-order',
  over: 'writing',
  severity: 'warning',
  title: 'Headings in a text leave no level out and are not empty',
  why: 'People who cannot see the page go from heading to heading and hear their levels. mailout closes the gap when it makes an edition, and cannot know whether that is what was meant: a heading may end up under the wrong one.',
  origins: [
    { title: 'WCAG 2.2, 1.3.1 Info and Relationships', url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships' },
    { title: 'axe rule heading-order', url: 'https://dequeuniversity.com/rules/axe/4.10/heading-order' },
  ],
  bad: '## What happened\n\n#### In Wales',
  good: '## What happened\n\n### In Wales',
  *judge({ trees, file }) {
    for (const tree of trees) {
      let before = 0;
      for (const heading of headingsIn(tree)) {
        const { line = 1, column = 1 } = heading.position?.start ?? {};
        const place = placeAt(file, offsetAt(file, line, column));
        const words = textOf(heading).trim();
        if (words === '') {
          yield { place, words: 'A heading has no words.', fix: 'Take the “#” out, or write the heading after it.' };
          continue;
        }
        if (before > 0 && heading.depth > before + 1) {
          yield {
            place,
            words: `The heading “${words}” leaves a level out: it is a ${marks(heading.depth)} below a ${marks(before)}.`,
            fix: `Write “${'#'.repeat(before + 1)} ${words}”.`,
          };
        }
        before = heading.depth;
      }
    }
  },
});

function headingsIn(tree: Root): Heading[] {
  return tree.children.filter((node) => node.type === 'heading');
}

function marks(depth: number): string {
  return `“${'#'.repeat(depth)}”`;
}

/** What stands in a heading; a picture in it counts by its description. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
