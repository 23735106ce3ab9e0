import type { Nodes, PhrasingContent, Root, RootContent, Table as TableNode, Text } from 'mdast';
import type { Place } from '../../model/place.js';
import { linkTarget } from '../link-target.js';
import { footnoteMark, nodesOf, type References, referencesOf, urlOf } from '../tree.js';
import type { Block, Inline, Picture } from './copy.js';
import { inPrint, type Proof } from './proof.js';

/** What a tree is set with. */
type Setting = { readonly file: string; readonly proof: Proof; readonly references: References };

/**
 * The blocks of one Markdown tree (mdast with GFM), for print: every heading a crosshead, pictures out of their lines
 * and on their own, footnotes as numbers in brackets with numbered notes at the end. `file` is where the tree's
 * positions point. Raw HTML is left out: an item with any is refused before it gets here.
 */
export function printBlocks(tree: Root, file: string, proof: Proof): readonly Block[] {
  const setting: Setting = { file, proof, references: referencesOf(tree) };
  const blocks = blocksOf(tree.children, setting);
  const notes = setting.references.footnotes.map((note) => blocksOf(note.children, setting));
  if (notes.length === 0) return blocks;
  return [...blocks, { kind: 'crosshead', inlines: text('Notes') }, { kind: 'numbers', start: 1, entries: notes }];
}

function blocksOf(nodes: readonly RootContent[], setting: Setting): Block[] {
  return nodes.flatMap((node) => blockOf(node, setting));
}

function blockOf(node: RootContent, setting: Setting): Block[] {
  switch (node.type) {
    case 'paragraph':
      return withPictures('paragraph', node.children, setting);
    case 'heading':
      return withPictures('crosshead', node.children, setting);
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(node.children, setting) }];
    case 'list': {
      const entries = node.children.map((entry) => checked(entry.checked, blocksOf(entry.children, setting)));
      return [node.ordered ? { kind: 'numbers', start: node.start ?? 1, entries } : { kind: 'bullets', entries }];
    }
    case 'table':
      return [tableOf(node, setting)];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    default:
      return [];
  }
}

/** A line of text, followed by the pictures that stood in it. */
function withPictures(kind: 'paragraph' | 'crosshead', nodes: readonly PhrasingContent[], setting: Setting): Block[] {
  const inlines = trimmed(inlinesOf(nodes, setting));
  const line: Block[] = inlines.length === 0 ? [] : [{ kind, inlines }];
  const pictures = nodes.flatMap((node) => [...nodesOf(node)]).flatMap((node) => pictureOf(node, setting) ?? []);
  return [...line, ...pictures.map((picture): Block => ({ kind: 'picture', picture }))];
}

function inlinesOf(nodes: readonly PhrasingContent[], setting: Setting): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, setting));
}

function inlineOf(node: PhrasingContent, setting: Setting): Inline[] {
  switch (node.type) {
    case 'text':
      return text(inPrint(node.value, (index) => placeIn(node, index, setting), setting.proof));
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'strong':
      return marked('strong', node.children, setting);
    case 'emphasis':
      return marked('em', node.children, setting);
    case 'delete':
      return marked('struck', node.children, setting);
    case 'link':
    case 'linkReference':
      return linkOf(node, setting);
    case 'footnoteReference':
      return text(footnoteMark(node.identifier, setting.references));
    default:
      return [];
  }
}

function text(value: string): Inline[] {
  return value === '' ? [] : [{ kind: 'text', text: value }];
}

function marked(kind: 'strong' | 'em' | 'struck', nodes: readonly PhrasingContent[], setting: Setting): Inline[] {
  const inlines = unmarked(kind, inlinesOf(nodes, setting));
  return inlines.length === 0 ? [] : [{ kind, inlines }];
}

/** A line without one kind of mark: bold in bold is bold. */
function unmarked(kind: 'strong' | 'em' | 'struck', inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => {
    if (!('inlines' in inline)) return [inline];
    const inner = unmarked(kind, inline.inlines);
    return inline.kind === kind ? inner : [{ ...inline, inlines: inner }];
  });
}

/** A link; its words alone where its address was a merge tag; its address where its words were a picture. */
function linkOf(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, setting: Setting): Inline[] {
  const inlines = inlinesOf(node.children, setting);
  const url = linkTarget(inPrint(urlOf(node, setting.references) ?? '', () => placeOf(node, setting), setting.proof));
  if (url === null) return inlines;
  return [{ kind: 'link', url, inlines: inlines.length === 0 ? text(url) : inlines }];
}

function tableOf(node: TableNode, setting: Setting): Block {
  const rows = node.children.map((row) => row.children.map((cell) => trimmed(inlinesOf(cell.children, setting))));
  const columns = Math.max(...rows.map((row) => row.length));
  return {
    kind: 'table',
    table: { align: Array.from({ length: columns }, (_, at) => node.align?.[at] ?? null), rows },
  };
}

function pictureOf(node: Nodes, setting: Setting): Picture | undefined {
  if (node.type !== 'image' && node.type !== 'imageReference') return undefined;
  const source = node.type === 'image' ? node : setting.references.definitions.get(node.identifier);
  const caption = inPrint(node.alt ?? '', () => placeOf(node, setting), setting.proof);
  return { file: source?.url ?? '', caption, ...(source?.title ? { credit: source.title } : {}) };
}

/** A task's box, as a character that every text font has. */
function checked(done: boolean | null | undefined, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (done === null || done === undefined || first?.kind !== 'paragraph') return blocks;
  return [{ ...first, inlines: [...text(done ? '☑ ' : '☐ '), ...first.inlines] }, ...rest];
}

/** A line without spaces or line ends at its edges, which pictures and merge tags can leave behind. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const first = inlines[0];
  const last = inlines.at(-1);
  if (first?.kind === 'break') return trimmed(inlines.slice(1));
  if (last?.kind === 'break') return trimmed(inlines.slice(0, -1));
  if (first?.kind === 'text' && /^\s/.test(first.text))
    return trimmed([...text(first.text.trimStart()), ...inlines.slice(1)]);
  if (last?.kind === 'text' && /\s$/.test(last.text))
    return trimmed([...inlines.slice(0, -1), ...text(last.text.trimEnd())]);
  return [...inlines];
}

function placeOf(node: Nodes, { file }: Setting): Place {
  return { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** The place of a character of a text. The tree does not know how far later lines are indented in the file. */
function placeIn(node: Text, index: number, setting: Setting): Place {
  const start = placeOf(node, setting);
  const lines = node.value.slice(0, index).split('\n');
  const column = lines.at(-1)?.length ?? 0;
  return lines.length === 1
    ? { ...start, column: start.column + column }
    : { ...start, line: start.line + lines.length - 1, column: column + 1 };
}
