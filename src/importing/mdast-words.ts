import type { Nodes } from 'mdast';

/** The words of a piece of text, without what marks them. A line that was broken has a blank there. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Where the links in a piece of text lead. */
export function urlsOf(node: Nodes): string[] {
  if (node.type === 'link') return [node.url];
  return 'children' in node ? node.children.flatMap(urlsOf) : [];
}
