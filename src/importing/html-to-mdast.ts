import type { Element, ElementContent, Root as HtmlRoot, RootContent as HtmlRootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Root, RootContent } from 'mdast';
import { cleanHtml } from './clean-html.js';

/**
 * Text as Markdown knows it, from HTML that anybody may have written: headings, lists, quotations, tables and links stay;
 * markup, pictures, forms and all that runs do not.
 *
 * @param base what its links are relative to
 * @throws Fault where there is more markup than a text needs
 */
export function htmlToMdast(html: string, base?: string): Root {
  const tree = fromHtml(cleanHtml(html), { fragment: true });
  const children = tree.children.map(withoutLayout) as HtmlRoot['children'];
  const text = toMdast({ type: 'root', children }, { document: true });
  return text.type === 'root' ? tidied(text, base) : { type: 'root', children: [] };
}

/**
 * A text with nothing in it but what a draft may have: no HTML, no picture, no link but to the web or to a mailbox, nothing
 * that is empty.
 */
export function tidied(text: Root, base?: string): Root {
  return { type: 'root', children: flowOf(within(text.children, base)) };
}

/** Mails lay their text out in tables; a table of facts has no paragraphs, lists or tables in it. */
function withoutLayout(node: HtmlRootContent | ElementContent): HtmlRootContent | ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map((child) => withoutLayout(child) as ElementContent);
  if (node.tagName !== 'table') return { ...node, children };
  return isLayout(node) ? unfolded({ ...node, children }) : { ...node, children };
}

const blocks = new Set([
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'hr',
  'table',
  'dl',
]);

function isLayout(table: Element): boolean {
  const cells = cellsOf(table);
  const isOneColumn = cells.every((cell) => cell.alone);
  return isOneColumn || cells.some(({ cell }) => hasBlocks(cell) || paragraphs(cell) > 1);
}

function cellsOf(table: Element): { readonly cell: Element; readonly alone: boolean }[] {
  return elements(table).flatMap((part) => {
    if (part.tagName !== 'tr') return cellsOf(part);
    const cells = elements(part);
    return cells.map((cell) => ({ cell, alone: cells.length === 1 }));
  });
}

function hasBlocks(cell: Element): boolean {
  return elements(cell).some((child) => blocks.has(child.tagName) || hasBlocks(child));
}

function paragraphs(cell: Element): number {
  return elements(cell).filter(({ tagName }) => tagName === 'p').length;
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child) => child.type === 'element');
}

/** A table as what stands in its cells, one after the other. */
function unfolded(table: Element): Element {
  const isPart = ({ tagName }: Element) => /^(?:table|caption|thead|tbody|tfoot|tr|t[dh])$/.test(tagName);
  const children = table.children.map((child) =>
    child.type === 'element' && isPart(child) && child.tagName !== 'table' ? unfolded(child) : child,
  );
  return { ...table, tagName: 'div', children };
}

/** What stays of a node: none, itself, or what was in it. */
function tidy(node: Nodes, base: string | undefined): RootContent[] {
  switch (node.type) {
    case 'root':
      return [];
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'thematicBreak':
    case 'break':
      return [node];
    case 'link': {
      const children = within(node.children, base);
      if (!children.some(says)) return [];
      const url = safeAddress(node.url, base);
      return (url === undefined ? children : [{ type: 'link', url, children }]) as RootContent[];
    }
    case 'paragraph':
    case 'heading':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'list': {
      const children = within(node.children, base);
      return children.some(says) ? [{ ...node, children } as RootContent] : [];
    }
    case 'table': {
      const [first, ...rows] = within(node.children, base);
      // A table without a row of headings is given an empty one; its first row is as good.
      const children = first && rows.length > 0 && !says(first) ? rows : first ? [first, ...rows] : [];
      return children.some(says) ? [{ ...node, children } as RootContent] : [];
    }
    case 'blockquote': {
      const children = flowOf(within(node.children, base));
      return children.some(says) ? [{ type: 'blockquote', children } as RootContent] : [];
    }
    // An item or a cell with nothing in it still has its number, or its column.
    case 'listItem':
      return [
        {
          type: 'listItem',
          spread: node.spread ?? false,
          children: flowOf(within(node.children, base)),
        } as RootContent,
      ];
    case 'tableRow':
    case 'tableCell':
      return [{ ...node, children: within(node.children, base) } as RootContent];
    default:
      return [];
  }
}

function within(children: readonly Nodes[], base: string | undefined): RootContent[] {
  return children.flatMap((child) => tidy(child, base));
}

const inline = new Set(['text', 'inlineCode', 'break', 'link', 'emphasis', 'strong', 'delete']);

/** Blocks, with what stands between them without one put into paragraphs: only there marks of Markdown are escaped. */
function flowOf(nodes: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  let loose: RootContent[] = [];
  const close = () => {
    if (loose.some(says)) out.push({ type: 'paragraph', children: loose } as RootContent);
    loose = [];
  };
  for (const node of nodes) {
    if (inline.has(node.type)) loose.push(node);
    else {
      close();
      out.push(node);
    }
  }
  close();
  return out;
}

/** Whether anybody could read it. */
function says(node: Nodes): boolean {
  if (node.type === 'thematicBreak') return true;
  if ('value' in node) return /\S/.test(node.value);
  return 'children' in node && node.children.some(says);
}

/**
 * An address as an absolute one, if it leads to the web or to a mailbox.
 *
 * @param base what it is relative to
 */
export function safeAddress(address: string, base?: string): string | undefined {
  if (address === '' || address.startsWith('#') || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.protocol === 'mailto:') return url.href;
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}
