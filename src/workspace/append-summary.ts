import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskFault } from './disk-fault.js';

/**
 * Adds Markdown to the end of a file that several commands write to in turn, such as the summary of a job on GitHub.
 *
 * @param path absolute
 * @param markdown whole blocks: an empty line comes between them and what follows
 * @throws Fault (exit 1) if the disk does not take it.
 */
export function appendSummary(path: string, markdown: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `${markdown.trimEnd()}\n\n`);
  } catch (error) {
    throw diskFault(error, path);
  }
}
