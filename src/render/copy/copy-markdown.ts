import type { BlockContent, ListItem, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Block, Box, CopyDocument, CopyItem, CopyTotal, Inline, Picture, Table } from './copy.js';
import { fileOf } from './furniture.js';
import { printable } from './proof.js';
import { countInWords, grouped } from './word-count.js';

/**
 * The copy as one Markdown file (CommonMark; tables and struck-out words are GitHub's), to be read as it is: headings
 * one level a step from the publication down to crossheads, box-outs and quotes set off by ">".
 */
export function copyMarkdown(doc: CopyDocument): string {
  return markdownOf({
    type: 'root',
    children: [
      heading(1, `${doc.publication}: ${doc.label}`),
      paragraph([
        text(`Copy for print, ${doc.dateInWords}. ${doc.organisation}. Questions to `),
        ...phrasing(doc.contact),
        text('.'),
      ]),
      totalsTable(doc),
      ...(doc.intro ? [heading(2, 'Introduction'), ...doc.intro.flatMap(blockNodes)] : []),
      ...sectionNodes(doc, { isCounted: true }),
    ],
  });
}

/** A tree as Markdown. */
export function markdownOf(tree: Root): string {
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown()],
    bullet: '-',
    emphasis: '*',
    listItemIndent: 'one',
    rule: '-',
  });
}

/** All sections: their headings at the second level, those of items at the third. */
export function sectionNodes({ sections }: CopyDocument, furniture: { readonly isCounted: boolean }): BlockContent[] {
  return sections.flatMap(({ heading: title, intro, items }) => [
    ...(title === '' ? [] : [heading(2, title)]),
    ...(intro ? [paragraph([text(intro)])] : []),
    ...items.flatMap((item) => itemNodes(item, furniture)),
  ]);
}

function itemNodes(item: CopyItem, { isCounted }: { readonly isCounted: boolean }): BlockContent[] {
  const { kicker, headline, standfirst, body, boxes, picture, partner, note, words } = item;
  return [
    heading(3, headline),
    ...(kicker ? [paragraph([text(kicker)])] : []),
    ...(isCounted ? [paragraph([{ type: 'emphasis', children: [text(countInWords(words))] }])] : []),
    ...(standfirst ? [paragraph([strong(standfirst)])] : []),
    ...body.flatMap(blockNodes),
    ...(isCounted ? boxes.map(boxNode) : boxes.flatMap(boxLines)),
    ...(picture ? pictureNodes(picture) : []),
    ...(partner ? [paragraph(phrasing(partner))] : []),
    ...(note ? [paragraph([{ type: 'emphasis', children: phrasing(note) }])] : []),
  ];
}

function blockNodes(block: Block): BlockContent[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(phrasing(block.inlines))];
    case 'crosshead':
      return [{ type: 'heading', depth: 4, children: phrasing(block.inlines) }];
    case 'bullets':
      return [{ type: 'list', ordered: false, ...entriesOf(block.entries) }];
    case 'numbers':
      return [{ type: 'list', ordered: true, start: block.start, ...entriesOf(block.entries) }];
    case 'quote':
      return [{ type: 'blockquote', children: block.blocks.flatMap(blockNodes) }];
    case 'table':
      return [tableNode(block.table)];
    case 'picture':
      return pictureNodes(block.picture);
    case 'code':
      return [{ type: 'code', value: printable(block.text) }];
    case 'rule':
      return [{ type: 'thematicBreak' }];
  }
}

function entriesOf(entries: readonly (readonly Block[])[]): { spread: boolean; children: ListItem[] } {
  const spread = entries.some((blocks) => blocks.filter(({ kind }) => kind === 'paragraph').length > 1);
  return {
    spread,
    children: entries.map((blocks) => ({ type: 'listItem', spread, children: blocks.flatMap(blockNodes) })),
  };
}

function boxNode(box: Box): BlockContent {
  return { type: 'blockquote', children: boxLines(box) };
}

function boxLines({ heading: title, lines }: Box): BlockContent[] {
  return [paragraph([strong(title)]), ...lines.map((line) => paragraph(phrasing(line)))];
}

function pictureNodes(picture: Picture): BlockContent[] {
  const { caption, credit } = picture;
  const words = [...(caption ? [`Caption: ${caption}`] : []), ...(credit ? [`Credit: ${credit}`] : [])];
  const lines = words.flatMap((each): PhrasingContent[] => [{ type: 'break' }, text(each)]);
  return [paragraph([text('Picture: '), ...phrasing(fileOf(picture)), ...lines])];
}

function totalsTable({ totals, total }: CopyDocument): BlockContent {
  const cells = ({ title, words }: CopyTotal): readonly (readonly Inline[])[] =>
    [title, ...[words.standfirst, words.body, words.boxes, words.total].map(grouped)].map((cell) => [
      { kind: 'text', text: cell },
    ]);
  const head = ['Item', 'Standfirst', 'Body', 'Boxes', 'Total'].map((cell): readonly Inline[] => [
    { kind: 'text', text: cell },
  ]);
  return tableNode({
    align: [null, 'right', 'right', 'right', 'right'],
    rows: [head, ...totals.map(cells), cells({ title: 'Total', words: total })],
  });
}

function tableNode({ align, rows }: Table): BlockContent {
  return {
    type: 'table',
    align: [...align],
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
    })),
  };
}

function phrasing(inlines: readonly Inline[]): PhrasingContent[] {
  return inlines.map(phrase);
}

function phrase(inline: Inline): PhrasingContent {
  switch (inline.kind) {
    case 'text':
      return text(inline.text);
    case 'code':
      return { type: 'inlineCode', value: printable(inline.text) };
    case 'break':
      return { type: 'break' };
    case 'strong':
      return { type: 'strong', children: phrasing(inline.inlines) };
    case 'em':
      return { type: 'emphasis', children: phrasing(inline.inlines) };
    case 'struck':
      return { type: 'delete', children: phrasing(inline.inlines) };
    case 'link':
      return link(inline.url, phrasing(inline.inlines));
  }
}

function heading(depth: 1 | 2 | 3, words: string): BlockContent {
  return { type: 'heading', depth, children: [text(words)] };
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

function link(url: string, children: PhrasingContent[]): PhrasingContent {
  return { type: 'link', url: printable(url), children };
}

function strong(words: string): PhrasingContent {
  return { type: 'strong', children: [text(words)] };
}

function text(words: string): PhrasingContent {
  return { type: 'text', value: printable(words) };
}
