import type { Tree } from './read.js';

/** Where a workspace keeps words that are spelt rightly and that no dictionary has. */
export const ownWordsFile = 'issues/words.txt';

/** The workspace's own words, one a line; what follows “#” is a comment. None if there is no such file. */
export function ownWords({ files }: Pick<Tree, 'files'>): readonly string[] {
  const file = files.find(({ path }) => path === ownWordsFile);
  const lines = file?.bytes.toString('utf8').split(/\r?\n/) ?? [];
  return lines.map((line) => line.replace(/#.*/, '').trim()).filter((word) => word !== '');
}
