import { missingWords } from '../../delivery/approval.js';
import type { DueIssue, DueReport, DueSend } from '../../flows/send/send-due.js';
import { grouped } from '../../model/count.js';
import { reportFault } from '../../terminal/report-fault.js';
import type { Colours } from '../../terminal/terminal.js';
import { refusalReport } from '../audience/refusal-report.js';
import { endedReport } from './ended-report.js';
import { runReport } from './run-report.js';

/** What became of every issue that was due, and who must act; what comes next where nothing was. */
export function dueReport({ sends, next, zone }: DueReport, colours: Colours): string {
  if (sends.length > 0) return sends.map((send) => sendWords(send, colours)).join('\n');
  const coming = next ? ` Next: ${next.title}, ${next.date} at ${next.sendsAt.slice(11)} (${zone}).` : '';
  return `Nothing is due.${coming}\n`;
}

function sendWords({ issue, result }: DueSend, colours: Colours): string {
  const refused = (why: string, act: string, fix: string) =>
    `${colours.red('Not sent:')} ${nameOf(issue)}. ${why}\n  ${act}\n  ${colours.cyan(fix)}\n`;
  switch (result.came) {
    case 'run':
      return runReport(result.send, result.report, colours);
    case 'ended':
      return endedReport(result.send);
    case 'ready':
      return `${nameOf(issue)} would go out now, to ${grouped(result.outlook.plan.counts.recipients)} people.\n`;
    case 'empty':
      return `${nameOf(issue)} has no items, and is left out.\n`;
    case 'blocked':
      return refusalReport(`${nameOf(issue)} was not sent`, result.refusals, colours);
    case 'unapproved':
    case 'declined':
      return refused(
        `${missingWords(result.outlook.verdict)}.`,
        `To be done by ${approversOf(issue, result.outlook.judging.authors)}.`,
        `mailout approve ${issue.publication} --date ${issue.date}`,
      );
    case 'broken':
      return refused(
        'What is found above stands in the way.',
        `To be mended by ${listed(result.authors) ?? 'whoever edits it'}.`,
        `mailout check ${issue.publication} --date ${issue.date}`,
      );
    case 'late':
      return refused(
        `Its time was ${issue.sendsAt.replace('T', ' at ')}, and that is too long ago for it to go out by itself.`,
        `To be decided by ${listed(issue.approvers) ?? 'whoever answers for it'}: is it still good for readers?`,
        `mailout send ${issue.publication} --date ${issue.date}`,
      );
    case 'fault':
      return `${nameOf(issue)}\n${reportFault(result.fault, colours)}`;
  }
}

function nameOf({ title, date }: DueIssue): string {
  return `${title}, ${date}`;
}

function approversOf({ approvers }: DueIssue, authors: readonly string[] | undefined): string {
  const named = listed(approvers);
  if (named !== undefined) return named;
  const others = listed(authors ?? []);
  return others === undefined ? 'somebody who did not write it' : `somebody other than ${others}`;
}

const inWords = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function listed(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : inWords.format(names);
}
