import type { Watch, WatchedIssue } from '../flows/send/watch-sends.js';
import { type ExitCode, exitCode } from '../model/fault.js';
import { isError } from '../model/finding.js';
import type { Command, Context, Options } from './command.js';
import { peopleWorld, sayFindings } from './people.js';
import { addSummary, summaryOption, withFaultsInSummary } from './summary.js';

export const watch: Command = {
  summary: 'Fail if an issue of the past week was not sent, or its send did not come to an end.',
  argument: { name: '[publication...]', words: 'ids of publications; all of them if none is named' },
  options: [summaryOption, { flags: '--json', words: 'print the result as one JSON object' }],
  examples: [{ line: 'mailout watch', words: 'once a day, so that somebody notices when nothing went' }],
  run: (names, options, context) => withFaultsInSummary(options, context, () => runWatch(names, options, context)),
};

async function runWatch(names: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const world = peopleWorld(context);
  const { watchSends } = await import('../flows/send/watch-sends.js');
  const result = await watchSends(names, world);
  world.end();
  const exit = exitOf(result);
  if (options.json) terminal.out(`${JSON.stringify({ ok: exit === exitCode.done, ...result }, null, 2)}\n`);
  else {
    sayFindings(result.findings, world, context);
    const { watchReport } = await import('./send/watch-report.js');
    terminal.out(watchReport(result, terminal.onOut));
  }
  await addSummary(options, context, async () => (await import('./send/summaries.js')).watchSummary(result));
  return exit;
}

/** Whether an issue should have gone out and did not. */
function isMissing({ send, isLeftOut }: WatchedIssue): boolean {
  return !send && !isLeftOut;
}

function exitOf({ issues, unfinished, findings }: Watch): ExitCode {
  if (unfinished.length > 0) return exitCode.incomplete;
  return issues.some(isMissing) || findings.some(isError) ? exitCode.findings : exitCode.done;
}
