import { matchesIn, type Passage, type PassageRole, type Stretch } from '../passage.js';
import type { Spelling } from '../subjects.js';

/** What stands alone, as a signpost. */
const signposts: ReadonlySet<PassageRole> = new Set(['title', 'label', 'heading', 'section-title']);

const runs = /\p{Lu}[\p{Lu}’'-]*(?:[\s,]+\p{Lu}[\p{Lu}’'-]*)*/gu;

/** Whether a title, a heading or a button is in capitals altogether, and not only an acronym. */
export function isShouting({ role, text }: Passage, spelling: Spelling): boolean {
  if (!signposts.has(role) || /\p{Ll}/u.test(text)) return false;
  return ordinaryWords(text, spelling) > 0;
}

/** Runs of three and more words in capitals; rows of acronyms ("TUC, ITUC, EI") are none. */
export function capitalRuns(passage: Passage, spelling: Spelling): readonly (Stretch & { readonly text: string })[] {
  if (!/\p{Lu}{2}[^\p{Ll}]*\s\p{Lu}/u.test(passage.text)) return [];
  return [...matchesIn(passage, runs)].flatMap(({ 0: text, from, to }) => {
    // A capital that begins an ordinary word is no part of the run.
    const isCut = /\p{Ll}/u.test(passage.text.charAt(to));
    const whole = isCut ? text.replace(/[\s,]*\p{Lu}[\p{Lu}’'-]*$/u, '') : text;
    const words = whole.split(/[\s,]+/).filter((word) => word !== '');
    if (words.length < 3 || ordinaryWords(whole, spelling) * 2 < words.length) return [];
    return [{ text: whole, from, to: to - (text.length - whole.length) }];
  });
}

/** How many words in capitals would be words in small letters as well. */
function ordinaryWords(text: string, spelling: Spelling): number {
  const words = text.match(/\p{Lu}[\p{Lu}’'-]*/gu) ?? [];
  return words.filter((word) => word.length > 2 && spelling.isRight(word.toLowerCase())).length;
}
