import type { InitCiResult } from '../../flows/init/init-ci.js';
import { type ExitCode, exitCode, Fault } from '../../model/fault.js';
import type { CiHost } from '../../scaffold/ci-facts.js';
import { reportFindings } from '../../terminal/report-findings.js';
import type { Colours } from '../../terminal/terminal.js';
import { findWorkspace } from '../../workspace/find.js';
import { readLine } from '../../workspace/read.js';
import { type Context, type Options, textOption } from '../command.js';

/** Writes the jobs for GitHub and GitLab, and says what is left to do there. */
export async function runInitCi(options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const root = findWorkspace(context.folder);
  const hosts = hostsOption(options);
  const { initCi } = await import('../../flows/init/init-ci.js');
  const { result, findings } = await initCi(
    { force: options.force === true, ...(hosts && { hosts }) },
    { root, now: context.now() },
  );
  if (!result) {
    terminal.err(reportFindings(findings, (file, line) => readLine(root, file, line), terminal.onErr));
    terminal.err('Nothing was written: when jobs have to run is in these files.\n');
    return exitCode.findings;
  }
  terminal.out(report(result, terminal.onOut));
  const kept = result.files.filter(({ came }) => came === 'kept').map(({ path }) => path);
  if (kept.length === 0) return exitCode.done;
  terminal.err(
    `${terminal.onErr.red('Left as it is:')} ${kept.join(', ')}, because somebody changed it or mailout would now write it differently.\n  ${terminal.onErr.cyan('Compare them, or have it written over: --force.')}\n`,
  );
  return exitCode.refused;
}

function hostsOption(options: Options): readonly CiHost[] | undefined {
  const given = textOption(options, 'for');
  if (given === undefined) return undefined;
  const known = Object.entries(hostsFor).find(([name]) => name === given);
  if (known) return known[1];
  throw new Fault({
    code: 'init/unknown',
    exit: exitCode.usage,
    words: `There are no jobs for “${given}”.`,
    fix: `There are for: ${Object.keys(hostsFor).join(', ')}.`,
  });
}

const hostsFor: Readonly<Record<CiHost | 'both', readonly CiHost[]>> = {
  github: ['github'],
  gitlab: ['gitlab'],
  both: ['github', 'gitlab'],
};

const hostTitles: Readonly<Record<CiHost, string>> = { github: 'GitHub', gitlab: 'GitLab' };

function report({ files, steps, runsInAWeek, unreachable }: InitCiResult, { bold }: Colours): string {
  const wrote = files.filter(({ came }) => came === 'written').map(({ path }) => `Wrote ${path}\n`);
  const same = files.filter(({ came }) => came === 'same').map(({ path }) => `${path} is up to date\n`);
  const left = steps.map(
    (one) =>
      `\n${bold(`Left to do on ${hostTitles[one.host]}:`)}\n${one.steps.map((step, index) => `  ${index + 1}. ${step}\n`).join('')}`,
  );
  const people = unreachable.map(
    (title) =>
      `\nThe people of “${title}” are in a file that git does not have, so no job can write to them. Have them in a database or a list of SendGrid’s.\n`,
  );
  const runs =
    runsInAWeek === 0
      ? '\nNo newsletter goes by mail, so there is no job that sends.\n'
      : `\nThe job that sends runs ${runsInAWeek} times a week. Everything else: docs/ci.md.\n`;
  return [...wrote, ...same, ...left, ...people, runs].join('');
}
