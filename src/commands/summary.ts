import { resolve } from 'node:path';
import { type Context, type Option, type Options, textOption } from './command.js';

/** For commands that tell in Markdown, too, what came of them. */
export const summaryOption: Option = {
  flags: '--summary <file>',
  words: 'add what came of it to this file, as Markdown: in CI, "$GITHUB_STEP_SUMMARY"',
};

/**
 * Adds to the file that `--summary` names, if it is given.
 *
 * @param markdown made only if it is wanted
 * @throws Fault (exit 1) if the disk does not take it.
 */
export async function addSummary(options: Options, { folder }: Context, markdown: () => string): Promise<void> {
  const path = textOption(options, 'summary');
  if (path === undefined) return;
  const { appendSummary } = await import('../workspace/append-summary.js');
  appendSummary(resolve(folder, path), markdown());
}
