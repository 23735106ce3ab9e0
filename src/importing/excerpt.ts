import type { Root, RootContent } from 'mdast';
import { wordsOf } from './mdast-words.js';

/** As much as anybody may quote to say what another's text is about. */
const mostWords = 60;

/** Fewer say nothing. */
const fewestWords = 12;

/** The first words of a text in whole sentences, without links, which lead to what is not taken over. */
export function excerptOf(body: Root): Root {
  const paragraphs = body.children.filter(({ type }) => type === 'paragraph');
  // Where nothing is a paragraph, what there is says what it is about.
  const text = beginning(paragraphs) || beginning(body.children);
  const kept = firstSentences(text);
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: kept }] }] };
}

/** The first of some texts; where that is a line and no more, with what follows. */
function beginning(nodes: readonly RootContent[]): string {
  let text = '';
  for (const node of nodes) {
    if (countOf(text) >= fewestWords) break;
    text = `${text} ${wordsOf(node).replace(/\s+/g, ' ')}`.trim();
  }
  return text;
}

/** A sentence that alone is longer is cut between words. */
function firstSentences(text: string): string {
  let kept = '';
  for (const { segment } of sentences.segment(text)) {
    if (kept !== '' && countOf(kept + segment) > mostWords) break;
    kept += segment;
  }
  const words = kept.trim().split(' ');
  return words.length <= mostWords * 1.5 ? kept.trim() : `${words.slice(0, mostWords).join(' ')} …`;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function countOf(text: string): number {
  return text.trim().split(/\s+/).length;
}
