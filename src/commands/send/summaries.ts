import type { DueReport } from '../../flows/send/send-due.js';
import type { Watch } from '../../flows/send/watch-sends.js';
import type { Finding } from '../../model/finding.js';
import { codeBlock } from '../../terminal/markdown.js';
import { countFindings } from '../../terminal/report-findings.js';
import { noColours } from '../../terminal/terminal.js';
import { dueReport } from './due-report.js';
import { watchReport } from './watch-report.js';

/** What became of the issues that were due, as Markdown for the page of a job. */
export function dueSummary(report: DueReport, { isTrial }: { readonly isTrial: boolean }): string {
  const findings = [...report.findings, ...report.sends.flatMap((send) => send.findings)];
  return summary(isTrial ? 'What would be sent' : 'What was due', findings, dueReport(report, noColours));
}

/** The issues of the past week, as Markdown for the page of a job. */
export function watchSummary(watch: Watch): string {
  return summary('The past week', watch.findings, watchReport(watch, noColours));
}

function summary(title: string, findings: readonly Finding[], report: string): string {
  const found =
    findings.length === 0 ? [] : [`In the files: ${countFindings(findings)}. The log of the job shows them.`];
  return [`## ${title}`, ...found, codeBlock(report)].join('\n\n');
}
