import type { Nodes, Root, RootContent } from 'mdast';
import { rule } from '../../rule.js';
import { offsetAt, placeAt } from '../../source-text.js';

/** Longer ones are sentences that somebody wanted to stand out. */
const mostWords = 10;

export const fakeHeading = rule({
  id: 'prose/fake-heading',
  over: 'writing',
  severity: 'warning',
  title: 'Headings are headings, not bold lines',
  why: 'People who cannot see the page jump from heading to heading. A line that is only bold is no heading to them: they hear it as part of the text before it.',
  origins: [
    { title: 'WCAG 2.2, 1.3.1 Info and Relationships', url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships' },
    { title: 'axe rule p-as-heading', url: 'https://dequeuniversity.com/rules/axe/4.10/p-as-heading' },
  ],
  bad: '**What you can do**\n\nWrite to your MP.',
  good: '## What you can do\n\nWrite to your MP.',
  *judge({ trees, file }) {
    for (const { children } of trees) {
      for (const [index, node] of children.entries()) {
        const text = boldLine(node);
        const next = children[index + 1];
        if (text === undefined || !next || !isText(next) || boldLine(next) !== undefined) continue;
        const { line = 1, column = 1 } = node.position?.start ?? {};
        yield {
          place: placeAt(file, offsetAt(file, line, column)),
          words: `“${text}” is a line in bold that does the work of a heading.`,
          fix: `Write it as a heading: “## ${text}”.`,
        };
      }
    }
  },
});

/** The words of a paragraph that is bold altogether and reads like a heading: short, with no full stop, date or link. */
function boldLine(node: RootContent): string | undefined {
  if (node.type !== 'paragraph' || node.children.length !== 1) return undefined;
  const [strong] = node.children;
  if (strong?.type !== 'strong') return undefined;
  const text = plainText(strong);
  if (text === undefined || /[\d@]|[.!…:,;]["”’)]?$/.test(text) || text.split(/\s+/).length > mostWords)
    return undefined;
  return text;
}

function isText({ type }: Root['children'][number]): boolean {
  return type === 'paragraph' || type === 'list' || type === 'blockquote' || type === 'table';
}

/** The words of a node, if they are nothing but words. */
function plainText(node: Nodes): string | undefined {
  if (node.type === 'text') return node.value;
  if (node.type !== 'strong' && node.type !== 'emphasis') return undefined;
  const parts = node.children.map(plainText);
  return parts.includes(undefined) ? undefined : parts.join('');
}
