import type { Passage, Stretch } from '../passage.js';
import { isApart } from '../passage.js';

/** A word of a passage. */
export type Word = Stretch & {
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly plain: string;
  readonly isCapitalised: boolean;
  /** Whether a sentence begins with it, so that its capital says nothing. */
  readonly startsSentence: boolean;
  /** Whether nothing but white space is between it and the word before it. */
  readonly follows: boolean;
};

const word = /[\p{L}\p{M}\p{N}]+(?:[’'‐-][\p{L}\p{M}\p{N}]+)*/gu;

const known = new WeakMap<Passage, readonly Word[]>();

/** The words of a passage, in order, without those of addresses, hashtags and abbreviations with full stops. */
export function wordsIn(passage: Passage): readonly Word[] {
  const before = known.get(passage);
  if (before) return before;
  const words = readWords(passage);
  known.set(passage, words);
  return words;
}

function readWords(passage: Passage): readonly Word[] {
  const { text } = passage;
  const words: Word[] = [];
  let end = 0;
  let isFirst = true;
  let isNext = false;
  for (const match of text.matchAll(word)) {
    const [written] = match;
    const [from, to] = [match.index, match.index + written.length];
    const between = text.slice(end, from);
    const isUsual = between === ' ' || between === '\n';
    const startsSentence = isFirst || (!isUsual && /[.!?…][^\p{L}]*$/u.test(between.slice(-8)));
    const follows = isNext && (isUsual || /^\s+$/.test(between));
    [end, isFirst] = [to, false];
    isNext = !isInAddress(text, from, to) && (passage.apart.length === 0 || !isApart(passage, { from, to }));
    if (!isNext) continue;
    const lower = written.toLowerCase();
    words.push({
      text: written,
      plain: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      from,
      to,
      isCapitalised: written.charAt(0) !== lower.charAt(0),
      startsSentence,
      follows,
    });
  }
  return words;
}

/** Whether a word is a piece of an address ("example.org", "@union"), a hashtag, or an abbreviation ("e.g."). */
function isInAddress(text: string, from: number, to: number): boolean {
  const before = text.charAt(from - 1);
  if (before === '@' || before === '#' || before === '_' || before === '\\') return true;
  if (before === '.' && /[\p{L}\p{N}]/u.test(text.charAt(from - 2))) return true;
  const after = text.charAt(to);
  if (after === '@' || after === '_') return true;
  if (after === '.' && /[\p{L}\p{N}]/u.test(text.charAt(to + 1))) return true;
  return (after === '/' && text.charAt(to + 1) === '/') || (after === ':' && text.startsWith('//', to + 1));
}
