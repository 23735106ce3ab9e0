import type { Root } from 'mdast';
import { wordsOf } from './mdast-words.js';

/** A text without the heading that begins it, where that is its title once more. */
export function withoutTitle(body: Root, title: string | undefined): Root {
  const [first, ...rest] = body.children;
  const isTitle = first?.type === 'heading' && title !== undefined && bare(wordsOf(first)) === bare(title);
  return isTitle && rest.length > 0 ? { ...body, children: rest } : body;
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
