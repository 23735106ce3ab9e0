import type { List, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Update } from '../../model/item.js';
import { isDate } from '../../model/time.js';
import { textOf } from '../bytes-to-text.js';
import type { Found, Haul, ReadMaterial, Skipped } from '../found.js';
import { importingFault } from '../importing-fault.js';
import { wordsOf } from '../mdast-words.js';
import { type Block, blocksOf } from '../text/headings.js';
import { inline } from '../text/inline.js';
import { linesOf } from '../text/lines.js';
import { signatoriesOf } from '../text/signatories.js';

/** Longer than any text that somebody wrote for a newsletter. */
const mostBytes = 1 << 20;

/** Reads a plain text, or Markdown, of one thing or several. */
export const readText: ReadMaterial = async (material) => {
  if (material.bytes.length > mostBytes) throw importingFault('too-big');
  const text = textOf(material.bytes, material.type);
  if (text.trim() === '') throw importingFault('no-text');
  return /^#{1,6}\s+\S/m.test(text) ? readMarkdown(text) : readPlain(text);
};

function readPlain(text: string): Haul {
  const blocks = blocksOf(linesOf(text));
  const found: Found[] = [];
  const skipped: Skipped[] = [];
  for (const part of parts(blocks)) {
    const at = `line ${part.from}`;
    if (part.blocks.length === 0) {
      skipped.push({
        at,
        ...(part.title !== undefined && { title: part.title }),
        why: 'There is a heading and nothing below it.',
      });
    } else found.push(foundIn(part, at));
  }
  return { kind: 'text', found, skipped };
}

type Part = { readonly title?: string; readonly from: number; readonly blocks: readonly Block[] };

function parts(blocks: readonly Block[]): readonly Part[] {
  const all: { title?: string; from: number; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const [first] = block.lines;
    if (!first) continue;
    if (block.isHeading) all.push({ title: first.text, from: first.number, blocks: [] });
    else if (all.length === 0) all.push({ from: first.number, blocks: [block] });
    else all.at(-1)?.blocks.push(block);
  }
  return all;
}

function foundIn({ title, blocks }: Part, at: string): Found {
  const { signatories, rest } = signatoriesOf(blocks);
  const cut = rest.map(withoutTail);
  const updates = cut.flatMap(({ lines }) => lines.flatMap(({ text }) => updateIn(text)));
  const body: Root = { type: 'root', children: nodesOf(cut.map(withoutUpdateMark)) };
  return {
    at,
    ...(title !== undefined && { title }),
    body,
    ...(cut.some(({ isCut }) => isCut) && { isExcerpt: true }),
    ...(signatories.length > 0 && { signatories }),
    ...(updates.length > 0 && { updates }),
  };
}

/** “… withContinue reading “Title””, as blogs close the beginning of a post. */
const tail = /(?:Continue reading\s*[“"'→].*|\[(?:…|\.\.\.)\]|\(?Read more\s*(?:…|»|→)\)?)$/;

function withoutTail(block: Block): Block & { readonly isCut: boolean } {
  const isCut = block.lines.some(({ text }) => tail.test(text));
  const lines = block.lines.map((line) => ({
    ...line,
    text: tail.test(line.text) ? `${line.text.replace(tail, '').trimEnd()} …` : line.text,
  }));
  return { ...block, lines, isCut };
}

const updateMark = /^\[Update[:,]?\s+(\d{1,2})[/.](\d{1,2})[/.](\d{4})\]\s*/i;

/** What is new stands in the first sentence. */
function updateIn(text: string): readonly Update[] {
  const [mark, day = '', month = '', year = ''] = updateMark.exec(text) ?? [];
  if (mark === undefined) return [];
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [sentence = ''] = /^.*?[.!?](?=\s|$)|^.+$/.exec(text.slice(mark.length)) ?? [];
  return isDate(on) ? [{ on, text: sentence }] : [];
}

/** A mark whose date there is not stays, so that somebody looks at it. */
function withoutUpdateMark(block: Block): Block {
  const lines = block.lines.map((line) =>
    updateIn(line.text).length > 0 ? { ...line, text: line.text.replace(updateMark, '') } : line,
  );
  return { ...block, lines };
}

function nodesOf(blocks: readonly Block[]): RootContent[] {
  const nodes: RootContent[] = [];
  for (const { lines } of blocks) {
    const [first] = lines;
    if (!first) continue;
    if (first.is === 'words') {
      nodes.push({ type: 'paragraph', children: inline(lines.map(({ text }) => text).join(' ')) });
      continue;
    }
    const list = listOf(
      first.is === 'numbered',
      lines.map(({ text }) => text),
    );
    const before = nodes.at(-1);
    // A list that was copied with empty lines between its entries is one list.
    if (before?.type === 'list' && before.ordered === list.ordered) before.children.push(...list.children);
    else nodes.push(list);
  }
  return nodes;
}

function listOf(ordered: boolean, entries: readonly string[]): List {
  return {
    type: 'list',
    ordered,
    spread: false,
    children: entries.map((entry) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: inline(entry) }],
    })),
  };
}

/** Markdown is split at its highest headings; one alone is the title of all. */
function readMarkdown(text: string): Haul {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const depths = tree.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const highest = Math.min(...depths);
  const count = depths.filter((depth) => depth === highest).length;
  const level = count === 1 && depths.length > 1 && isFirst(tree, highest) ? nextAfter(depths, highest) : highest;
  const found: { title?: string; at: string; body: { type: 'root'; children: RootContent[] } }[] = [];
  for (const node of tree.children) {
    const at = `line ${node.position?.start.line ?? 1}`;
    if (node.type === 'heading' && node.depth <= level) {
      found.push({ title: wordsOf(node), at, body: { type: 'root', children: [] } });
    } else {
      if (found.length === 0) found.push({ at, body: { type: 'root', children: [] } });
      const clean = withoutHtml(node);
      if (clean) found.at(-1)?.body.children.push(clean);
    }
  }
  const isFull = ({ body }: (typeof found)[number]) => body.children.length > 0;
  return {
    kind: 'text',
    found: found.filter(isFull),
    skipped: found
      .filter((one) => !isFull(one))
      .map(({ at, title }) => ({
        at,
        ...(title !== undefined && { title }),
        why: 'There is a heading and nothing below it.',
      })),
  };
}

function isFirst({ children }: Root, depth: number): boolean {
  const [node] = children;
  return node?.type === 'heading' && node.depth === depth;
}

function nextAfter(depths: readonly number[], highest: number): number {
  return Math.min(...depths.filter((depth) => depth > highest));
}

/** HTML in Markdown, and pictures, are nothing that a draft takes over. */
function withoutHtml<Node extends RootContent>(node: Node): Node | undefined {
  if (node.type === 'html' || node.type === 'image' || node.type === 'imageReference') return undefined;
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).flatMap((child) => withoutHtml(child) ?? []);
  return children.length === 0 && node.type === 'paragraph' ? undefined : ({ ...node, children } as Node);
}
