import type { Stretch } from './passage.js';

/** A sentence is looked for so far: what is longer has no end that matters, and long texts must not cost their square. */
const farthest = 600;

const sentenceEnd = /[.!?](?=["”’)]{0,2}\s)/g;

/** The sentence of a passage that an offset is in, as far as full stops tell. */
export function sentenceAround(text: string, at: number): Stretch {
  const start = Math.max(at - farthest, 0);
  let from = start;
  for (const { index } of text.slice(start, at).matchAll(sentenceEnd)) from = start + index + 1;
  const end = text.slice(at, at + farthest).search(sentenceEnd);
  return { from, to: end === -1 ? Math.min(at + farthest, text.length) : at + end + 1 };
}

/** Whether an offset is between “ and ”: what is quoted is not ours to judge. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(at - farthest, 0), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”') && text.slice(at, at + farthest).includes('”');
}
