import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import type { CheckRequest, CheckResult, CheckWorld } from '../flows/check/check-workspace.js';
import type { MendedFile } from '../flows/check/mend-workspace.js';
import { type ExitCode, exitCode, Fault } from '../model/fault.js';
import { type Finding, isError } from '../model/finding.js';
import { createProgress } from '../terminal/progress.js';
import { type ReporterName, reporterNames, reporters } from '../terminal/reporters/reporters.js';
import { findWorkspace } from '../workspace/find.js';
import { changedFiles, folderInRepository } from '../workspace/git.js';
import { readLine } from '../workspace/read.js';
import { checkReport, costReport, mendingReport } from './check-report.js';
import { type Command, type Context, dateOption, type Options, textOption, wholeNumberOption } from './command.js';
import { addSummary, summaryOption, withFaultsInSummary } from './summary.js';

export const check: Command = {
  summary: 'Look for what readers would stumble over, in items and in the next issues.',
  argument: { name: '[publication...]', words: 'ids of publications; all of them if none is named' },
  options: [
    { flags: '--date <date>', words: 'check the next issue from this day on, as if it were today' },
    { flags: '--fix', words: 'mend what can be mended without anybody deciding anything' },
    { flags: '--fix-dry-run', words: 'show what --fix would change, and change nothing' },
    { flags: '--links', words: 'open every link once and see whether it answers (needs the internet)' },
    { flags: '--changed [since]', words: 'only what is in files changed since a commit (HEAD if none is named)' },
    { flags: '--max-warnings <number>', words: 'fail if there are more warnings than this' },
    { flags: '--reporter <name>', words: `pretty, or for programs: ${reporterNames.join(', ')}` },
    {
      flags: '--reporter-file <path>',
      words: 'write the report for programs here, and the pretty one to the terminal',
    },
    summaryOption,
    { flags: '--performance', words: 'say how long each rule takes' },
  ],
  examples: [
    { line: 'mailout check', words: 'this week’s issues of everything, and every item that may be in them' },
    { line: 'mailout check e-bulletin --fix', words: 'one publication; mend what can be mended' },
    { line: 'mailout check --links', words: 'and whether every link opens' },
    { line: 'mailout explain link/text-generic', words: 'why a rule is there, and what to write instead' },
  ],
  run: (names, options, context) => withFaultsInSummary(options, context, () => runCheck(names, options, context)),
};

async function runCheck(names: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const root = findWorkspace(context.folder);
  const reporter = reporterOption(options);
  const most = wholeNumberOption(options, 'maxWarnings');
  const request = requestFrom(names, options, root);
  const progress = createProgress(terminal, context.milliseconds);
  const world: CheckWorld = {
    root,
    now: context.now(),
    progress: progress.say,
    milliseconds: context.milliseconds,
    ...(options.links === true && { lookUp: await linkLookUp(root, context, progress.say) }),
  };
  const { result, files, mended } = await checkOrMend(request, options, world);
  progress.end();

  const warnings = result.findings.filter(({ severity }) => severity === 'warning').length;
  const isOk = !result.findings.some(isError) && (most === undefined || warnings <= most);
  const path = textOption(options, 'reporterFile');
  if (reporter) {
    const report = await reportFor(reporter, result, isOk, folderInRepository(root));
    if (path === undefined) terminal.out(report);
    else await writeReport(resolve(context.folder, path), report);
  }
  if (!reporter || path !== undefined) {
    const trial = options.fixDryRun === true;
    if (options.fix || trial) terminal.out(mendingReport(files, mended, trial, terminal.onOut));
    // What is not written yet has no lines to show.
    const lineOf = (file: string, line: number) =>
      trial
        ? (files.find((one) => one.path === file)?.after.split('\n')[line - 1] ?? readLine(root, file, line))
        : readLine(root, file, line);
    terminal.out(checkReport(result, lineOf, terminal.onOut));
    if (most !== undefined && warnings > most) {
      terminal.err(`Warnings: ${warnings}, and --max-warnings says at most ${most}.\n`);
    }
  }
  await addSummary(options, context, async () => (await import('./check-summary.js')).checkSummary(result));
  if (options.performance) terminal.err(costReport(result.costs, terminal.onErr));
  return isOk ? exitCode.done : exitCode.findings;
}

async function checkOrMend(
  request: CheckRequest,
  options: Options,
  world: CheckWorld,
): Promise<{ readonly result: CheckResult; readonly files: readonly MendedFile[]; readonly mended: number }> {
  if (options.fix || options.fixDryRun) {
    const { mendWorkspace } = await import('../flows/check/mend-workspace.js');
    return mendWorkspace(request, world, { isTrial: options.fixDryRun === true });
  }
  const { checkWorkspace } = await import('../flows/check/check-workspace.js');
  return { result: await checkWorkspace(request, world), files: [], mended: 0 };
}

function requestFrom(names: readonly string[], options: Options, root: string): CheckRequest {
  const date = dateOption(options);
  const since = options.changed === true ? 'HEAD' : textOption(options, 'changed');
  return {
    publications: names,
    ...(date !== undefined && { date }),
    ...(since !== undefined && { files: changedFiles(root, since) }),
  };
}

/** The reporter for programs that is wanted, if one is. */
function reporterOption(options: Options): ReporterName | undefined {
  const name = textOption(options, 'reporter');
  if (name === undefined || name === 'pretty') {
    if (textOption(options, 'reporterFile') === undefined) return undefined;
    throw new Fault({
      code: 'check/no-reporter',
      exit: exitCode.usage,
      words: '--reporter-file is where a report for programs goes, and --reporter does not name one.',
      fix: `Add one: --reporter ${reporterNames.join(', --reporter ')}.`,
    });
  }
  const known = reporterNames.find((one) => one === name);
  if (known) return known;
  throw new Fault({
    code: 'check/unknown-reporter',
    exit: exitCode.usage,
    words: `There is no reporter called “${name}”.`,
    fix: `There is: pretty, ${reporterNames.join(', ')}.`,
  });
}

/** @param folder the workspace's in its repository, from which hosts count paths; a program that reads JSON does not */
async function reportFor(
  name: ReporterName,
  { findings, allowed }: CheckResult,
  ok: boolean,
  folder: string,
): Promise<string> {
  const { allRules } = await import('../check/all-rules.js');
  const placed = (finding: Finding): Finding =>
    finding.place && folder !== '' && name !== 'json'
      ? { ...finding, place: { ...finding.place, file: `${folder}/${finding.place.file}` } }
      : finding;
  return reporters[name]({
    findings: findings.map(placed),
    allowed: allowed.map((one) => ({ ...one, finding: placed(one.finding) })),
    rules: allRules,
    version: packageJson.version,
    ok,
  });
}

async function writeReport(path: string, report: string): Promise<void> {
  const { writeOwnFile } = await import('../workspace/write-file.js');
  writeOwnFile(path, report);
}

/** Links are looked up with a memory, so that a check that runs often asks a server once a week. */
async function linkLookUp(root: string, context: Context, progress: (words: string) => void) {
  const { lookUpLinks } = await import('../flows/check/look-up-links.js');
  return lookUpLinks({ root, now: context.now(), progress });
}
