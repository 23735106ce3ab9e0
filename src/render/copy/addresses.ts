import { linkTarget } from '../link-target.js';
import type { Block, CopyItem, Inline } from './copy.js';
import { plain } from './word-count.js';

type Link = Extract<Inline, { kind: 'link' }>;

/** An address spelt out, since print cannot be clicked; nothing where no reader could open it. */
export function spelledOut(address: string): readonly Inline[] {
  const url = linkTarget(address);
  return url === null
    ? []
    : [{ kind: 'link', url, inlines: [{ kind: 'text', text: address.replace(/^(?:mailto|tel):/i, '') }] }];
}

/** The links of running copy whose words are not their address, in order, each once. */
export function addressesIn(blocks: readonly Block[]): CopyItem['addresses'] {
  const links = blocks.flatMap(linksOf).map(({ url, inlines }) => ({ words: plain(inlines), url }));
  return links.filter(
    ({ words, url }, at) =>
      !url.endsWith(words) && links.findIndex((other) => other.url === url && other.words === words) === at,
  );
}

function linksOf(block: Block): Link[] {
  switch (block.kind) {
    case 'paragraph':
    case 'crosshead':
      return linksIn(block.inlines);
    case 'bullets':
    case 'numbers':
      return block.entries.flat().flatMap(linksOf);
    case 'quote':
      return block.blocks.flatMap(linksOf);
    case 'table':
      return block.table.rows.flat(2).flatMap((inline) => linksIn([inline]));
    default:
      return [];
  }
}

function linksIn(inlines: readonly Inline[]): Link[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'link') return [inline];
    return 'inlines' in inline ? linksIn(inline.inlines) : [];
  });
}
