import type { DueReport, DueRequest } from '../../flows/send/send-due.js';
import { grouped } from '../../model/count.js';
import { type ExitCode, exitCode, Fault } from '../../model/fault.js';
import { isError } from '../../model/finding.js';
import { type Context, type Options, textOption } from '../command.js';
import { peopleWorld, sayFindings } from '../people.js';
import { runWorld } from '../run-world.js';
import { addSummary } from '../summary.js';
import { sendExit, withoutError } from './result.js';

/** What is about one issue, and cannot be said of all that are due. */
const ofOneIssue = ['date', 'at', 'hold', 'confirm'] as const;

/** mailout send --due: what a scheduled job runs. */
export async function runDue(names: readonly string[], options: Options, context: Context): Promise<ExitCode> {
  refuseWhatIsOfOneIssue(options);
  const { terminal } = context;
  const world = peopleWorld(context);
  const transport = textOption(options, 'transport');
  const request: DueRequest = {
    publications: names,
    localLedger: options.localLedger === true,
    ...(transport !== undefined && { transport }),
  };
  const { foreseeDue, sendDue } = await import('../../flows/send/send-due.js');
  const report = options.dryRun
    ? await foreseeDue(request, world)
    : await sendDue(
        request,
        {
          begin: (_send, { title, plan }) =>
            world.notice(`${title}, ${plan.date}: sending to ${grouped(plan.counts.recipients)} people.`),
        },
        { ...world, ...runWorld(context) },
      );
  world.end();
  if (options.json) terminal.out(`${JSON.stringify(printed(report), null, 2)}\n`);
  else {
    sayFindings([...report.findings, ...report.sends.flatMap(({ findings }) => findings)], world, context);
    const { dueReport } = await import('./due-report.js');
    terminal.out(dueReport(report, terminal.onOut));
  }
  await addSummary(options, context, async () => {
    const { dueSummary } = await import('./summaries.js');
    return dueSummary(report, { isTrial: options.dryRun === true });
  });
  return dueExit(report);
}

function refuseWhatIsOfOneIssue(options: Options): void {
  const given = ofOneIssue.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  throw new Fault({
    code: 'send/due-with',
    exit: exitCode.usage,
    words: `--${given} is about one issue, and --due about all whose time has come.`,
    fix: `Leave --${given} away, or name one newsletter and leave --due away.`,
  });
}

/** The one that matters most: what is uncertain before what could not be tried, and that before what was refused. */
const worstFirst: readonly ExitCode[] = [
  exitCode.interrupted,
  exitCode.incomplete,
  exitCode.credentials,
  exitCode.usage,
  exitCode.refused,
  exitCode.findings,
];

function dueExit({ sends, findings }: DueReport): ExitCode {
  const codes = sends.map(exitOf);
  if (findings.some(isError)) codes.push(exitCode.findings);
  return worstFirst.find((code) => codes.includes(code)) ?? exitCode.done;
}

function exitOf({ result }: DueReport['sends'][number]): ExitCode {
  switch (result.came) {
    case 'empty':
    case 'ready':
      return exitCode.done;
    case 'late':
    case 'broken':
      return exitCode.refused;
    case 'fault':
      return result.fault.exit;
    default:
      return sendExit(result);
  }
}

function printed(report: DueReport): object {
  const sends = report.sends.map(({ issue, result, findings }) => ({ issue, ...withoutError(result), findings }));
  return { ok: dueExit(report) === exitCode.done, ...report, sends };
}
