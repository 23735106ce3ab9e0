import { exitCode } from '../model/fault.js';
import { isError } from '../model/finding.js';
import { refusalReport } from './audience/refusal-report.js';
import { type Command, type Context, type Options, textOption } from './command.js';
import { peopleWorld, sayFindings } from './people.js';
import { requestOptions, sendRequest } from './send/request.js';

export const approve: Command = {
  summary: 'Say yes to an issue as it would be sent now.',
  argument: { name: '<publication>', words: 'the id of a publication' },
  options: [
    ...requestOptions,
    { flags: '--by <name>', words: 'who approves; without it, the user of git' },
    { flags: '--digest <digest>', words: 'what was seen, from --diff --json: nothing else is approved' },
    { flags: '--diff', words: 'show what has changed since it was approved, and approve nothing' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    { line: 'mailout approve e-bulletin --by "Ada Lovelace"', words: 'it may be sent as it is now' },
    { line: 'mailout approve e-bulletin --diff', words: 'why an approval does not count any more' },
  ],
  run: async (names, options, context) => (options.diff === true ? diff : give)(names, options, context),
};

async function give(names: readonly string[], options: Options, context: Context) {
  const { terminal } = context;
  const world = peopleWorld(context);
  const { approveIssue } = await import('../flows/send/approve-issue.js');
  const [name, seen] = [textOption(options, 'by'), textOption(options, 'digest')];
  const approver = { ...(name !== undefined && { name }), ...(seen !== undefined && { seen }) };
  const { approving, findings } = await approveIssue(sendRequest(names, options), approver, world);
  world.end();
  const { approval, file, verdict, outlook } = approving ?? {};
  const refusals = approving?.isAnother ? [anotherOne] : (outlook?.refusals ?? []);
  if (options.json) {
    terminal.out(
      `${JSON.stringify({ ok: approval !== undefined, file, approval, verdict, refusals, findings }, null, 2)}\n`,
    );
  } else {
    sayFindings(findings, world, context);
    if (outlook && verdict) {
      const { approvalReport, planReport } = await import('./send/plan-report.js');
      if (approval) {
        terminal.out(planReport({ ...outlook, verdict }, terminal.onOut));
        terminal.out(`\n${terminal.onOut.green('Approved')} by ${approval.by}, until ${approval.expires}: ${file}\n`);
        if (!verdict.isApproved) terminal.out(approvalReport(verdict, terminal.onOut));
      } else terminal.err(refusalReport('Nothing was approved', refusals, terminal.onErr));
    }
  }
  if (findings.some(isError) || !outlook) return exitCode.findings;
  return approval ? exitCode.done : exitCode.refused;
}

const anotherOne = {
  words: 'It is not what you have seen: the issue or its readers have changed since.',
  fix: 'Look at it again, and approve what is there now.',
};

async function diff(names: readonly string[], options: Options, context: Context) {
  const { terminal } = context;
  const world = peopleWorld(context);
  const { lookAhead } = await import('../flows/send/look-ahead.js');
  const { outlook, findings } = await lookAhead(sendRequest(names, options), world);
  world.end();
  const verdict = outlook?.verdict;
  if (options.json) {
    const { whatIsSeen } = await import('../flows/send/what-is-seen.js');
    const seen = outlook && whatIsSeen(outlook);
    terminal.out(`${JSON.stringify({ ok: verdict?.isApproved === true, ...seen, findings }, null, 2)}\n`);
  } else {
    sayFindings(findings, world, context);
    if (verdict) {
      const { approvalReport } = await import('./send/plan-report.js');
      const { counting, void: voided } = verdict;
      if (counting.length + voided.length === 0) terminal.out('Nobody has approved it yet.\n');
      else if (voided.length === 0) terminal.out('Nothing has changed since it was approved.\n');
      terminal.out(approvalReport(verdict, terminal.onOut));
    }
  }
  if (!verdict || findings.some(isError)) return exitCode.findings;
  return verdict.isApproved ? exitCode.done : exitCode.refused;
}
