import type { Nodes, Root } from 'mdast';
import { escapeAttribute, escapeText } from '../escape.js';

/**
 * A tree as HTML to paste into any website: headings, paragraphs, lists, links, and nothing that depends on the place:
 * no classes, styles or scripts. Headings begin at the second level, since a page has a title of its own.
 */
export function htmlFragment(tree: Root): string {
  const depths = tree.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const shift =
    2 - Math.min(2, ...depths, 6) + (depths.length > 0 && Math.min(...depths) > 2 ? 2 - Math.min(...depths) : 0);
  return `${tree.children.map((node) => element(node, shift)).join('\n')}\n`;
}

function element(node: Nodes, shift: number): string {
  const inner = (): string =>
    'children' in node ? node.children.map((child: Nodes) => element(child, shift)).join('') : '';
  switch (node.type) {
    case 'text':
      return escapeText(node.value);
    case 'heading': {
      const level = Math.max(2, Math.min(6, node.depth + shift));
      return `<h${level}>${inner()}</h${level}>`;
    }
    case 'paragraph':
      return `<p>${inner()}</p>`;
    case 'strong':
      return `<strong>${inner()}</strong>`;
    case 'emphasis':
      return `<em>${inner()}</em>`;
    case 'delete':
      return `<del>${inner()}</del>`;
    case 'inlineCode':
      return `<code>${escapeText(node.value)}</code>`;
    case 'code':
      return `<pre><code>${escapeText(node.value)}</code></pre>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'link':
      return `<a href="${escapeAttribute(node.url)}">${inner()}</a>`;
    case 'blockquote':
      return `<blockquote>\n${node.children.map((child) => element(child, shift)).join('\n')}\n</blockquote>`;
    case 'list': {
      const start = node.ordered && node.start && node.start !== 1 ? ` start="${node.start}"` : '';
      const tag = node.ordered ? 'ol' : 'ul';
      return `<${tag}${start}>\n${node.children.map((child) => element(child, shift)).join('\n')}\n</${tag}>`;
    }
    case 'listItem': {
      const [only, ...more] = node.children;
      // A list without empty lines between its entries has no paragraphs.
      const isTight = only?.type === 'paragraph' && !node.spread;
      const first = isTight
        ? only.children.map((child) => element(child, shift)).join('')
        : only
          ? element(only, shift)
          : '';
      return `<li>${first}${more.map((child) => element(child, shift)).join('\n')}</li>`;
    }
    case 'table': {
      const [head, ...rows] = node.children;
      const line = (row: Nodes, tag: 'th' | 'td') =>
        'children' in row
          ? `<tr>${row.children.map((cell: Nodes) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${element(cell, shift)}</${tag}>`).join('')}</tr>`
          : '';
      return `<table>\n<thead>${head ? line(head, 'th') : ''}</thead>\n<tbody>\n${rows.map((row) => line(row, 'td')).join('\n')}\n</tbody>\n</table>`;
    }
    default:
      return inner();
  }
}
