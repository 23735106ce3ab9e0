import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';

/** Every node below a node and itself, in the order of the text. Without recursion, so that no nesting is too deep. */
export function* nodesOf(top: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [top];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    waiting.push(...childrenOf(node).toReversed());
  }
}

export function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

const wrappers: ReadonlySet<Nodes['type']> = new Set([
  'blockquote',
  'list',
  'listItem',
  'emphasis',
  'strong',
  'delete',
] as const);

/** The nodes with quotes, lists and emphasis taken off, however deep: what remains holds text itself. */
export function unwrapped(nodes: readonly Nodes[]): Nodes[] {
  const bare: Nodes[] = [];
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (wrappers.has(node.type)) waiting.push(...childrenOf(node).toReversed());
    else bare.push(node);
  }
  return bare;
}

/** What references in a tree point to. */
export type References = {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Footnotes in the order of their first references; the number of a footnote is its place here, from 1. */
  readonly footnotes: readonly FootnoteDefinition[];
};

export function referencesOf(tree: Root): References {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const cited = new Set<string>();
  for (const node of nodesOf(tree)) {
    // CommonMark 0.31 §4.7: of several definitions with one label, the first holds.
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if (node.type === 'footnoteReference') cited.add(node.identifier);
  }
  return { definitions, footnotes: [...cited].flatMap((identifier) => notes.get(identifier) ?? []) };
}

/** "[2]" for the second footnote of a tree; nothing for one that is not there. */
export function footnoteMark(identifier: string, { footnotes }: References): string {
  const index = footnotes.findIndex((note) => note.identifier === identifier);
  return index === -1 ? '' : `[${index + 1}]`;
}

/** A footnote's or a list item's blocks with a mark before their first words. */
export function withMark(mark: string, blocks: readonly Nodes[]): Nodes[] {
  const [first, ...others] = blocks;
  const text = { type: 'text', value: `${mark} ` } as const;
  if (first?.type === 'paragraph') return [{ ...first, children: [text, ...first.children] }, ...others];
  return [{ type: 'paragraph', children: [text] }, ...blocks];
}

/** Where a link of either form leads, as typed; null for a reference to nothing. */
export function urlOf(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, references: References): string | null {
  return node.type === 'link' ? node.url : (references.definitions.get(node.identifier)?.url ?? null);
}

const inline: ReadonlySet<Nodes['type']> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'html',
  'image',
  'imageReference',
  'link',
  'linkReference',
  'footnoteReference',
] as const);

/** The words of a node on one line: images are their alternative text, links their words. */
export function lineOf(node: Nodes): string {
  let text = '';
  for (const each of nodesOf(node)) {
    if (!inline.has(each.type)) text += ' ';
    text += ownText(each);
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** The text that a node holds itself, not its children; an image's is its alternative text. */
export function ownText(node: Nodes): string {
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return 'value' in node ? node.value : '';
}

/** The words of the first paragraph that has any; null if there is none. */
export function firstParagraph(tree: Root): string | null {
  for (const node of nodesOf(tree)) {
    const line = node.type === 'paragraph' ? lineOf(node) : '';
    if (line !== '') return line;
  }
  return null;
}

/** How many words a tree has: runs between spaces with a letter or a digit in them. */
export function plainWords(tree: Root): number {
  return lineOf(tree)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
