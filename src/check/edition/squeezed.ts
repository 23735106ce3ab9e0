import { tagGrammar } from '../../model/merge-slots.js';
import type { Markup } from '../markup.js';
import { sightOf } from './sight.js';

const tags = new RegExp(tagGrammar, 'g');

/**
 * A text without white space, merge tags and what has no width: by it the same words are found again where lines are
 * broken elsewhere and tags have got a fallback.
 */
export function squeezed(text: string): string {
  return text.replace(tags, '').replace(/[\s\p{Cf}]+/gu, '');
}

const known = new WeakMap<Markup, string>();

/** All words of an edition that can be seen, squeezed. */
export function seenWords(markup: Markup): string {
  const before = known.get(markup);
  if (before !== undefined) return before;
  const words = squeezed(
    sightOf(markup)
      .texts.map(({ data }) => data)
      .join(''),
  );
  known.set(markup, words);
  return words;
}
