import type { Block, Box, Inline, Picture, WordCount } from './copy.js';

/** How many words a text has: runs between spaces with a letter or a digit in them, as Word counts but for bare dashes. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What a line reads, without its marks. */
export function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
      return inline.kind === 'break' ? '\n' : plain(inline.inlines);
    })
    .join('');
}

/** The count of one piece. Captions and credits inside the body count with the boxes, as they do beside it. */
export function countWords(piece: {
  readonly standfirst?: string | undefined;
  readonly body?: readonly Block[];
  readonly boxes?: readonly Box[];
  readonly picture?: Picture | undefined;
  readonly partner?: readonly Inline[] | undefined;
}): WordCount {
  const { standfirst = '', body = [], boxes = [], picture, partner = [] } = piece;
  const pictures = [...picturesIn(body), ...(picture ? [picture] : [])];
  return counted({
    standfirst: wordsIn(standfirst),
    body: sum(body.map(wordsInBlock)),
    boxes:
      sum(boxes.map(({ heading, lines }) => wordsIn(heading) + sum(lines.map((line) => wordsIn(plain(line)))))) +
      sum(pictures.map(({ caption, credit }) => wordsIn(caption) + wordsIn(credit ?? ''))) +
      wordsIn(plain(partner)),
  });
}

/** Several counts as one. */
export function addWords(counts: readonly WordCount[]): WordCount {
  return counted({
    standfirst: sum(counts.map(({ standfirst }) => standfirst)),
    body: sum(counts.map(({ body }) => body)),
    boxes: sum(counts.map(({ boxes }) => boxes)),
  });
}

/** "412 words: standfirst 31, body 340, boxes 41"; a part with none is not named. */
export function countInWords({ standfirst, body, boxes, total }: WordCount): string {
  const parts = [
    ...(standfirst > 0 ? [`standfirst ${grouped(standfirst)}`] : []),
    ...(body > 0 ? [`body ${grouped(body)}`] : []),
    ...(boxes > 0 ? [`boxes ${grouped(boxes)}`] : []),
  ];
  const words = `${grouped(total)} ${total === 1 ? 'word' : 'words'}`;
  return parts.length > 0 ? `${words}: ${parts.join(', ')}` : words;
}

/** "1,234". Not by Intl, which differs between versions of Node. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function counted(parts: Omit<WordCount, 'total'>): WordCount {
  return { ...parts, total: parts.standfirst + parts.body + parts.boxes };
}

function wordsInBlock(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'crosshead':
      return wordsIn(plain(block.inlines));
    case 'bullets':
    case 'numbers':
      return sum(block.entries.flat().map(wordsInBlock));
    case 'quote':
      return sum(block.blocks.map(wordsInBlock));
    case 'table':
      return sum(block.table.rows.flat().map((cell) => wordsIn(plain(cell))));
    case 'code':
      return wordsIn(block.text);
    case 'picture':
    case 'rule':
      return 0;
  }
}

function picturesIn(blocks: readonly Block[]): Picture[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block.picture];
    if (block.kind === 'quote') return picturesIn(block.blocks);
    return block.kind === 'bullets' || block.kind === 'numbers' ? picturesIn(block.entries.flat()) : [];
  });
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
