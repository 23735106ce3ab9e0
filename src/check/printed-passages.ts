import type { Passage } from './passage.js';
import type { ItemSubject, Writing } from './subjects.js';

/** What the readers of one publication get of an item’s passages: its version’s words in the place of the item’s own. */
export function printedPassages({ item, writing }: ItemSubject, publication: string): readonly Passage[] {
  const replaced = Object.keys(item.versions[publication] ?? {});
  return writing.passages.filter(({ path }) => {
    if (path.startsWith('versions.')) return path.startsWith(`versions.${publication}.`);
    return !replaced.includes(path.split('.', 1)[0] ?? '');
  });
}

/** Whether the words of a writing are English, for the rules that know no other language. */
export function isEnglish({ lang }: Pick<Writing, 'lang'>): boolean {
  return lang === 'en' || lang.startsWith('en-');
}

/** How many words there are in a text. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0;
}
