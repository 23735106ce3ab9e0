import { parseDocument, stringify } from 'yaml';
import type { TextFile } from '../model/text-file.js';
import { cutFrontMatter } from './front-matter.js';

/**
 * issue.md with the list of items written into it, so that the issue stays as it is and its items count as having run.
 * Everything else that an editor wrote, comments and order included, is kept.
 *
 * @param file the issue.md that there is, if there is one; it must be readable
 */
export function withItems(file: TextFile | undefined, items: readonly string[]): string {
  if (!file) {
    const hint = '# yaml-language-server: $schema=../../../.mailout/schemas/issue.json\n';
    return `---\n${hint}${stringify({ items })}---\n`;
  }
  const { cut } = cutFrontMatter(file);
  if (!cut) return file.text;
  const document = parseDocument(cut.yaml.replace(/^\r?\n/, ''), { schema: 'failsafe' });
  document.set('items', document.createNode(items));
  const yaml = document.toString({ lineWidth: 120, flowCollectionPadding: true });
  return `---\n${yaml}---\n${cut.body}`;
}
