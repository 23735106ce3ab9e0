import type { Nodes, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { html, type Markup } from './markup.js';

/** Markdown as a colleague reads it. Its headings begin at the second level, below that of the page. */
export function proseOf(markdown: string): Markup {
  return prose(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

function prose(node: Nodes): Markup {
  const inner = () => ('children' in node ? node.children.map(prose) : []);
  switch (node.type) {
    case 'heading':
      return heading(node.depth, inner());
    case 'paragraph':
      return html`<p dir="auto">${inner()}</p>\n`;
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'emphasis':
      return html`<em>${inner()}</em>`;
    case 'blockquote':
      return html`<blockquote>${inner()}</blockquote>\n`;
    case 'list':
      return node.ordered ? html`<ol>${inner()}</ol>\n` : html`<ul>${inner()}</ul>\n`;
    case 'listItem':
      return html`<li>${inner()}</li>`;
    case 'link':
      return /^https?:\/\//i.test(node.url)
        ? html`<a href="${node.url}" rel="noreferrer">${inner()}</a>`
        : html`${inner()}`;
    case 'image':
      return html`${node.alt ?? ''}`;
    case 'table':
      return table(node);
    case 'break':
      return html`<br>`;
    case 'thematicBreak':
      return html`<hr>\n`;
    default:
      // What has no form of its own here is said as it is written: raw HTML too, which is text.
      return 'value' in node ? html`${node.value}` : html`${inner()}`;
  }
}

function heading(depth: number, words: readonly Markup[]): Markup {
  if (depth === 1) return html`<h2>${words}</h2>\n`;
  if (depth === 2) return html`<h3>${words}</h3>\n`;
  return html`<h4>${words}</h4>\n`;
}

function table({ children: [head, ...rows] }: Table): Markup {
  return html`<table>
<thead><tr>${head?.children.map((cell) => html`<th scope="col">${cell.children.map(prose)}</th>`)}</tr></thead>
<tbody>${rows.map(({ children: [name, ...cells] }) => html`<tr><th scope="row">${name?.children.map(prose)}</th>${cells.map((cell) => html`<td>${cell.children.map(prose)}</td>`)}</tr>\n`)}</tbody>
</table>
`;
}
