import type { Passage, PassageRole, Stretch } from '../passage.js';
import type { Spelling } from '../subjects.js';
import { type Word, wordsIn } from './words.js';

/** What stands alone, as a signpost. */
const signposts: ReadonlySet<PassageRole> = new Set(['title', 'label', 'heading', 'section-title']);

/** Whether a title, a heading or a button is in capitals altogether, and not only an acronym. */
export function isShouting({ role, text }: Passage, spelling: Spelling): boolean {
  if (!signposts.has(role) || /\p{Ll}/u.test(text)) return false;
  return ordinaryWords(text, spelling) > 0;
}

/** Runs of three and more words in capitals; rows of acronyms (“TUC ITUC EI”) are none. */
export function capitalRuns(passage: Passage, spelling: Spelling): readonly (Stretch & { readonly text: string })[] {
  if (!/\p{Lu}{2}/u.test(passage.text)) return [];
  const runs: Word[][] = [];
  let run: Word[] = [];
  for (const word of wordsIn(passage)) {
    const isCapital = word.text === word.text.toUpperCase() && /\p{Lu}/u.test(word.text);
    if (isCapital && word.follows) run.push(word);
    else {
      run = isCapital ? [word] : [];
      runs.push(run);
    }
  }
  return runs.flatMap((words) => {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last || words.length < 3) return [];
    const text = passage.text.slice(first.from, last.to);
    return ordinaryWords(text, spelling) * 2 < words.length ? [] : [{ text, from: first.from, to: last.to }];
  });
}

/** How many words in capitals would be words in small letters as well. */
function ordinaryWords(text: string, spelling: Spelling): number {
  const words = text.match(/\p{Lu}[\p{Lu}’'-]*/gu) ?? [];
  return words.filter((word) => word.length > 2 && spelling.isRight(word.toLowerCase())).length;
}
