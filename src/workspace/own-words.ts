import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a workspace keeps words that are spelt rightly and that no dictionary has. */
export const ownWordsFile = 'issues/words.txt';

/** The workspace's own words, one a line; what follows “#” is a comment. None if there is no such file. */
export function ownWords(root: string): readonly string[] {
  try {
    const lines = readFileSync(join(root, ownWordsFile), 'utf8').split(/\r?\n/);
    return lines.map((line) => line.replace(/#.*/, '').trim()).filter((word) => word !== '');
  } catch {
    return [];
  }
}
