import type { CheckResult } from '../flows/check/check-workspace.js';
import type { Finding, Severity } from '../model/finding.js';
import { markdownTable, plainMarkdown } from '../terminal/markdown.js';
import { countFindings } from '../terminal/report-findings.js';
import { lookedAt } from './check-report.js';

/** A summary is for seeing how things are; a host takes a megabyte of it at most. */
const mostRows = 100;

const severityWords: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

const gravest: readonly Severity[] = ['error', 'warning', 'info'];

/** A check as Markdown, for the page of a job: how many findings, and where each is, the gravest first. */
export function checkSummary(result: CheckResult): string {
  const { findings, allowed } = result;
  const inOrder = gravest.flatMap((one) => findings.filter(({ severity }) => severity === one));
  const rest = inOrder.length - mostRows;
  return [
    '## Check',
    `${findings.length === 0 ? 'Nothing to mend' : countFindings(findings)}. ${plainMarkdown(lookedAt(result))}`,
    ...(findings.length === 0
      ? []
      : [markdownTable(['', 'Where', 'What', 'What to do', 'Rule'], inOrder.slice(0, mostRows).map(row))]),
    ...(rest > 0 ? [`… and ${rest} more: \`mailout check\` shows them.`] : []),
    ...(allowed.length > 0
      ? [
          'Allowed by an editor:',
          markdownTable(
            ['Rule', 'Where', 'Until', 'Because'],
            allowed
              .slice(0, mostRows)
              .map(({ finding, because, until }) => [finding.rule, whereOf(finding), until, because]),
          ),
        ]
      : []),
  ].join('\n\n');
}

function row(finding: Finding): readonly string[] {
  return [severityWords[finding.severity], whereOf(finding), finding.words, finding.fix ?? '', finding.rule];
}

function whereOf({ place }: Finding): string {
  return place ? `${place.file}:${place.line}` : '';
}
