import { withItems } from '../content/kept-choices.js';
import type { Issue } from '../model/issue.js';
import { type Tree, toText } from '../workspace/read.js';
import { replaceFile } from '../workspace/write-file.js';

/**
 * Writes the list of an issue's items to its issue.md, so that later issues know what ran.
 *
 * @throws Fault where the disk does not take it.
 */
export function keepItems(root: string, tree: Tree, issue: Issue): void {
  const path = `issues/${issue.publication.id}/${issue.date}/issue.md`;
  const there = tree.files.find((file) => file.path === path);
  const items = issue.sections.flatMap((section) => section.items.map(({ item }) => item.id));
  replaceFile(root, path, withItems(there && toText(there), items));
}
