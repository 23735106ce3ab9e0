import { type Finding, inOrderOfPlace, type Severity } from '../model/finding.js';
import type { Place } from '../model/place.js';
import type { Colours } from './terminal.js';

export type LineReader = (file: string, line: number) => string | undefined;

const mostShown = 40;

/** Findings in words with their places and code frames, in order of place, and a count at the end. */
export function reportFindings(findings: readonly Finding[], readLine: LineReader, colours: Colours): string {
  if (findings.length === 0) return '';
  const inOrder = inOrderOfPlace(findings);
  const shown = inOrder.slice(0, mostShown).map((finding) => reportFinding(finding, readLine, colours));
  const rest = inOrder.length - mostShown;
  const more = rest > 0 ? `… and ${rest} more. Mend these first, then run it again.\n\n` : '';
  return `${shown.join('\n')}\n${more}${colours.bold(countFindings(findings))}\n`;
}

/** "2 errors, 1 warning" */
export function countFindings(findings: readonly Finding[]): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => (severity === 'info' ? `${count} for information` : plural(count, severity)))
    .join(', ');
}

function reportFinding(finding: Finding, readLine: LineReader, colours: Colours): string {
  const { place, severity, words, fix, rule } = finding;
  const mark = { error: colours.red, warning: colours.yellow, info: colours.cyan }[severity];
  const head = `${mark(colours.bold(severityWord[severity]))} ${words}  ${colours.dim(rule)}`;
  const where = place ? `${colours.cyan(`${place.file}:${place.line}:${place.column}`)}\n` : '';
  return `${where}${head}\n${place ? codeFrame(place, readLine, colours) : ''}${fix ? `  ${fix}\n` : ''}`;
}

/** The line that a finding is about with a mark below the place, and the line before it. */
function codeFrame(place: Place, readLine: LineReader, colours: Colours): string {
  const line = readLine(place.file, place.line);
  if (line === undefined || line.trim() === '') return '';
  const gutter = String(place.line).length;
  const before = place.line > 1 ? readLine(place.file, place.line - 1) : undefined;
  const start = Math.max(0, place.column - 60);
  const shown = (text: string) => text.slice(start, start + 100);
  const beside = (number: number | string, text: string) =>
    `  ${colours.dim(`${String(number).padStart(gutter)} │`)} ${text}`.trimEnd();
  const frame = [
    ...(before === undefined ? [] : [beside(place.line - 1, colours.dim(shown(before)))]),
    beside(place.line, shown(line)),
    beside('', `${' '.repeat(Math.max(0, place.column - 1 - start))}${colours.red('^')}`),
  ];
  return `${frame.join('\n')}\n`;
}

const severityWord: Record<Severity, string> = { error: 'Error:', warning: 'Warning:', info: 'Note:' };

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
