import { relative, resolve } from 'node:path';
import { rememberedBuild } from '../flows/remembered-build.js';
import { type ExitCode, exitCode } from '../model/fault.js';
import { isError } from '../model/finding.js';
import { createProgress } from '../terminal/progress.js';
import { reportFindings } from '../terminal/report-findings.js';
import { findWorkspace } from '../workspace/find.js';
import { readLine } from '../workspace/read.js';
import { buildReport, explainReport } from './build-report.js';
import { type Command, type Context, dateOption, type Options, textOption } from './command.js';

export const build: Command = {
  summary: 'Build the next issue of every publication, or of those named.',
  argument: { name: '[publication...]', words: 'ids of publications; all of them if none is named' },
  options: [
    { flags: '--date <date>', words: 'build the next issue from this day on, instead of from today' },
    { flags: '--out <folder>', words: 'write here instead of to out/' },
    { flags: '--explain', words: 'say for every item of the pool why it is in or out' },
    { flags: '--keep', words: 'write the list of items to issue.md, so that they count as having run' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    { line: 'mailout build', words: 'this week’s issues of everything' },
    { line: 'mailout build e-bulletin --date 2027-03-22', words: 'one publication, the next issue from that day' },
    { line: 'mailout build global-matters --explain', words: 'and why each item is in or out' },
  ],
  run: runBuild,
};

async function runBuild(names: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const root = findWorkspace(context.folder);
  const progress = createProgress(terminal, context.milliseconds);
  const request = {
    publications: names,
    date: dateOption(options),
    out: relative(root, resolve(context.folder, textOption(options, 'out') ?? resolve(root, 'out'))) || '.',
    explain: options.explain === true,
    keep: options.keep === true,
  };
  const result = await rememberedBuild(request, { root, now: context.now(), progress: progress.say });
  progress.end();

  const failed = result.findings.some(isError);
  if (options.json) {
    terminal.out(`${JSON.stringify({ ok: !failed, ...result }, null, 2)}\n`);
  } else {
    const worthMending = result.findings.filter(({ severity }) => severity !== 'info');
    terminal.err(reportFindings(worthMending, (file, line) => readLine(root, file, line), terminal.onErr));
    if (options.explain) terminal.out(explainReport(result, terminal.onOut));
    terminal.out(buildReport(result, terminal.onOut));
  }
  return failed ? exitCode.findings : exitCode.done;
}
