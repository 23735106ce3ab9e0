import type { Finding } from '../../model/finding.js';
import type { Reporter } from './report.js';

/**
 * JUnit's XML as CI programs read it (https://github.com/testmoapp/junitxml): a file of the workspace is a suite, and
 * what was found in it its cases. A warning fails no more than a note does: CI goes by the exit code for that.
 */
export const junit: Reporter = ({ findings }) => {
  const files = [...new Set(findings.map(fileOf))];
  const suites = files.map((file) =>
    suiteOf(
      file,
      findings.filter((finding) => fileOf(finding) === file),
    ),
  );
  const failures = findings.filter(isFailure).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mailout check" tests="${findings.length}" failures="${failures}" errors="0">`,
    ...suites,
    '</testsuites>\n',
  ].join('\n');
};

function suiteOf(file: string, findings: readonly Finding[]): string {
  const failures = findings.filter(isFailure).length;
  return [
    `  <testsuite name="${escaped(file)}" tests="${findings.length}" failures="${failures}" errors="0">`,
    ...findings.map(caseOf),
    '  </testsuite>',
  ].join('\n');
}

function caseOf(finding: Finding): string {
  const { rule, words, fix, place, severity } = finding;
  const where = place ? `${place.file}:${place.line}:${place.column}` : 'the workspace';
  const name = `${rule} at ${where}: ${words}`;
  const text = escaped([where, words, ...(fix === undefined ? [] : [fix])].join('\n'));
  const inside = isFailure(finding)
    ? `<failure message="${escaped(words)}" type="${escaped(rule)}">${text}</failure>`
    : `<system-out>${escaped(severity)}: ${text}</system-out>`;
  return `    <testcase classname="${escaped(rule)}" name="${escaped(name)}">${inside}</testcase>`;
}

function isFailure({ severity }: Finding): boolean {
  return severity === 'error';
}

function fileOf({ place }: Finding): string {
  return place?.file ?? 'the workspace';
}

/** What XML 1.0 has no character for becomes a question mark. */
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

function escaped(text: string): string {
  return text
    .replace(unwritable, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
