import type { Outlook } from '../flows/send/look-ahead.js';
import type { SendResult } from '../flows/send/send-issue.js';
import { grouped } from '../model/count.js';
import { type ExitCode, exitCode, Fault } from '../model/fault.js';
import { isError } from '../model/finding.js';
import { refusalReport } from './audience/refusal-report.js';
import { type Command, type Context, type Options, textOption } from './command.js';
import { peopleWorld, sayFindings } from './people.js';
import { runWorld } from './run-world.js';
import { requestOptions, sendRequest } from './send/request.js';
import { sendExit, withoutError } from './send/result.js';
import { runReport } from './send/run-report.js';
import { refuseSummary, summaryOption, withFaultsInSummary } from './summary.js';

export const send: Command = {
  summary: 'Send an issue once to everybody, or go on with its send.',
  argument: { name: '[publication...]', words: 'the id of a publication; with --due, of any number' },
  options: [
    ...requestOptions,
    { flags: '--due', words: 'instead of one issue: every approved one whose time has come, as a scheduled job does' },
    { flags: '--dry-run', words: 'show the plan and what stands in its way, and do nothing' },
    { flags: '--confirm <words>', words: 'instead of being asked: the publication and the number of recipients' },
    { flags: '--local-ledger', words: 'in CI: this machine keeps its files, so the ledger may be one of them' },
    { ...summaryOption, words: `with --due: ${summaryOption.words}` },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    { line: 'mailout send e-bulletin --dry-run', words: 'what would happen' },
    { line: 'mailout send e-bulletin --confirm "e-bulletin 110"', words: 'where nobody can be asked' },
    { line: 'mailout send --due', words: 'from CI, every quarter of an hour' },
  ],
  run: async (names, options, context) => {
    if (options.due === true) {
      const { runDue } = await import('./send/due.js');
      return withFaultsInSummary(options, context, () => runDue(names, options, context));
    }
    refuseSummary(options, '--due');
    refuseOtherThanOne(names);
    return (options.dryRun === true ? dryRun : run)(names, options, context);
  },
};

function refuseOtherThanOne(names: readonly string[]): void {
  if (names.length === 1) return;
  throw new Fault({
    code: 'send/which',
    exit: exitCode.usage,
    words: names.length === 0 ? 'No newsletter is named.' : 'One issue is sent at a time.',
    fix: 'Name one: mailout send e-bulletin. For all whose time has come: mailout send --due.',
  });
}

async function dryRun(names: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const world = peopleWorld(context);
  const { lookAhead } = await import('../flows/send/look-ahead.js');
  const { outlook, findings } = await lookAhead(sendRequest(names, options), world);
  world.end();
  const isFree = outlook !== undefined && outlook.refusals.length === 0 && outlook.verdict.isApproved;
  if (options.json) terminal.out(`${JSON.stringify({ ok: isFree, ...outlook, findings }, null, 2)}\n`);
  else {
    sayFindings(findings, world, context);
    if (outlook) {
      const { planReport } = await import('./send/plan-report.js');
      terminal.out(planReport(outlook, terminal.onOut));
    }
  }
  if (!outlook || findings.some(isError)) return exitCode.findings;
  return isFree ? exitCode.done : exitCode.refused;
}

async function run(names: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const world = peopleWorld(context);
  const { sendIssue } = await import('../flows/send/send-issue.js');
  const { planReport } = await import('./send/plan-report.js');
  const confirm = async (outlook: Outlook): Promise<boolean> => {
    world.end();
    const wanted = confirmation(outlook);
    const given = textOption(options, 'confirm');
    if (given !== undefined) return isConfirmed(given, wanted);
    if (!context.prompts) return false;
    terminal.err(`${planReport(outlook, terminal.onErr)}\n`);
    return isConfirmed(await context.prompts.text(`To send it, type ${terminal.onErr.bold(wanted)}:`), wanted);
  };
  const { result, findings } = await sendIssue(
    { ...sendRequest(names, options), localLedger: options.localLedger === true },
    {
      confirm,
      begin: ({ id }, _outlook, { joined, left }) => {
        if (joined > 0)
          world.notice(
            `${grouped(joined)} people joined since the roster of send ${id} was frozen, and get the next issue.`,
          );
        if (left > 0)
          world.notice(`${grouped(left)} people left since the roster of send ${id} was frozen, and get nothing more.`);
      },
    },
    { ...world, ...runWorld(context) },
  );
  world.end();
  const exit = result ? sendExit(result) : exitCode.findings;
  if (options.json)
    terminal.out(
      `${JSON.stringify({ ok: exit === exitCode.done, ...(result && withoutError(result)), findings }, null, 2)}\n`,
    );
  else {
    sayFindings(findings, world, context);
    if (result) await tell(result, options, context);
    else if (!findings.some(isError)) for (const { words } of findings) terminal.err(`${words}\n`);
  }
  return exit;
}

/** What somebody who means it types: she has to know how many people she writes to. */
function confirmation({ plan }: Outlook): string {
  return `${plan.publication} ${plan.counts.recipients}`;
}

function isConfirmed(given: string, wanted: string): boolean {
  return given.trim().replace(/[\s,]+/g, (gap) => (gap.includes(',') ? '' : ' ')) === wanted;
}

async function tell(result: SendResult, options: Options, { terminal }: Context): Promise<void> {
  const { planReport } = await import('./send/plan-report.js');
  switch (result.came) {
    case 'blocked':
      terminal.err(refusalReport('Nothing was sent', result.refusals, terminal.onErr));
      return;
    case 'unapproved':
      terminal.err(
        `${planReport(result.outlook, terminal.onErr)}\n${terminal.onErr.red('Nothing was sent:')} it is not approved.\n`,
      );
      return;
    case 'declined': {
      const wanted = confirmation(result.outlook);
      const why = options.confirm === undefined ? 'it was not confirmed' : `“--confirm” does not say “${wanted}”`;
      const fix = `Where nobody can be asked, say so: --confirm "${wanted}". First look at the plan: --dry-run.`;
      terminal.err(`${terminal.onErr.red('Nothing was sent:')} ${why}.\n  ${terminal.onErr.cyan(fix)}\n`);
      return;
    }
    case 'ended': {
      const { endedReport } = await import('./send/ended-report.js');
      terminal.out(endedReport(result.send));
      return;
    }
    case 'run':
      terminal.out(runReport(result.send, result.report, terminal.onOut));
  }
}
