import type { ShownFinding, ShownIssue, Workbench } from '../../model/workbench.js';
import { markdownTable } from '../../terminal/markdown.js';
import { kilobytes } from '../build-report.js';

/**
 * The issues of a preview as Markdown, for the page of a job: every edition with its size and how far its issue has come.
 *
 * @param where the folder that the preview was written to, as a person finds it
 */
export function previewSummary({ issues, findings }: Workbench, where: string): string {
  const rows = issues.flatMap((issue) =>
    issue.editions.map(({ readers, subject, bytes, mostBytes }) => [
      issue.title,
      issue.date,
      readers,
      subject,
      `${kilobytes(bytes)}${bytes > mostBytes ? `, more than ${kilobytes(mostBytes)}` : ''}`,
      stateOf(issue),
    ]),
  );
  const errors = findings.filter(isError).length;
  return [
    '## Preview',
    rows.length === 0
      ? 'No issue could be made.'
      : markdownTable(['Newsletter', 'Date', 'Readers', 'Subject', 'Size', 'State'], rows),
    ...(errors > 0 ? [`${counted(errors, 'error')} in files that belong to no issue above.`] : []),
    `The pages are in \`${where.replaceAll('`', "'")}\`. On GitHub: download “newsletters” under “Artifacts” on this page, unpack it and open \`index.html\`.`,
  ].join('\n\n');
}

function stateOf({ isStale, findings, approvals }: ShownIssue): string {
  const errors = findings.filter(isError).length;
  const valid = approvals.filter(({ hasExpired, changed }) => !hasExpired && changed.length === 0).length;
  const said =
    approvals.length === 0
      ? 'not approved'
      : valid > 0
        ? counted(valid, 'approval')
        : 'approved before it changed, or too long ago';
  return [
    ...(isStale ? ['broken: this is the last good state'] : []),
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    said,
  ].join('; ');
}

function isError({ severity }: ShownFinding): boolean {
  return severity === 'error';
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
