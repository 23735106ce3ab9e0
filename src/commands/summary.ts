import { resolve } from 'node:path';
import { exitCode, Fault } from '../model/fault.js';
import { reportFault } from '../terminal/report-fault.js';
import { noColours } from '../terminal/terminal.js';
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
export async function addSummary(
  options: Options,
  { folder }: Context,
  markdown: () => string | Promise<string>,
): Promise<void> {
  const path = textOption(options, 'summary');
  if (path === undefined) return;
  const { appendSummary } = await import('../workspace/append-summary.js');
  appendSummary(resolve(folder, path), await markdown());
}

/** Runs a command of which a summary is wanted. If a fault ends it, the summary says so, too. */
export async function withFaultsInSummary<Result>(
  options: Options,
  context: Context,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Fault) {
      const { codeBlock } = await import('../terminal/markdown.js');
      await addSummary(options, context, () => `## Stopped\n\n${codeBlock(reportFault(error.details, noColours))}`);
    }
    throw error;
  }
}

/** Throws a Fault (exit 2) where `--summary` is given and nothing would be written to it. */
export function refuseSummary(options: Options, unless: string): void {
  if (options.summary === undefined) return;
  throw new Fault({
    code: 'command/no-summary',
    exit: exitCode.usage,
    words: `--summary has something to say with ${unless} only.`,
    fix: `Add ${unless}, or leave --summary away.`,
  });
}
