import type { BuildResult, BuiltIssue } from '../flows/build-result.js';
import { type Cell, table } from '../terminal/table.js';
import type { Colours } from '../terminal/terminal.js';

/** What was built as a table, and where to look next. */
export function buildReport({ issues, blocked, leftOut, findings }: BuildResult, colours: Colours): string {
  const head = ['Publication', 'Date', 'Editions', 'Items', 'Size', 'Findings'];
  const rows: Cell[][] = [
    head.map((text, column) => ({ text, style: colours.bold, align: isNumber(column) ? 'right' : 'left' })),
    ...issues.map((issue) => row(issue, colours)),
    ...leftOut.map(({ title, date }) =>
      withoutNumbers(title, { text: `${date}: no items, left out`, style: colours.dim }),
    ),
    ...blocked.map(({ title }) => withoutNumbers(title, { text: 'not built', style: colours.red })),
  ];
  return issues.length + leftOut.length + blocked.length === 0
    ? ''
    : `${table(rows)}${whereNext(issues)}${notes(findings)}`;
}

/** For every issue, what became of every item of the pool. */
export function explainReport({ issues }: BuildResult, colours: Colours): string {
  return issues
    .map(({ title, date, items, decisions = [] }) => {
      const heading = colours.bold(`${title}, ${date}`);
      const inside = items.flatMap((id) => decisions.find((decision) => decision.item === id) ?? []);
      const outside = decisions.filter((decision) => !decision.in);
      const line = (mark: string) => (decision: (typeof decisions)[number]) => [
        { text: `  ${mark}` },
        { text: decision.item },
        { text: decision.words, style: decision.in ? (text: string) => text : colours.dim },
      ];
      return `${heading}\n${table([...inside.map(line('in')), ...outside.map(line('out'))])}\n`;
    })
    .join('');
}

function withoutNumbers(title: string, why: Cell): Cell[] {
  return [{ text: title }, why, ...Array.from({ length: 4 }, () => ({ text: '' }))];
}

function row(issue: BuiltIssue, colours: Colours): Cell[] {
  const largest = Math.max(...issue.editions.flatMap(({ bytes }) => Object.values(bytes)));
  return [
    { text: issue.title },
    { text: issue.date },
    { text: String(issue.editions.length), align: 'right' },
    { text: String(issue.items.length), align: 'right' },
    { text: kilobytes(largest), align: 'right' },
    {
      text: issue.findings === 0 ? 'none' : String(issue.findings),
      align: 'right',
      style: issue.findings === 0 ? colours.green : colours.yellow,
    },
  ];
}

function whereNext(issues: readonly BuiltIssue[]): string {
  const first = issues[0];
  if (!first) return '';
  // The last edition is the one that most readers get.
  const page = first.files.filter(({ name }) => name.endsWith('.html')).at(-1) ?? first.files[0];
  return `\nLook at them: open ${first.folder}/${page?.name ?? ''} in a browser${issues.length > 1 ? ', and its neighbours' : ''}.\n`;
}

/** Notes are for whoever asks for them: nothing has to be done about one. */
function notes(findings: BuildResult['findings']): string {
  const count = findings.filter(({ severity }) => severity === 'info').length;
  return count === 0 ? '' : `${count === 1 ? '1 note' : `${count} notes`} on the wording besides: mailout check\n`;
}

function isNumber(column: number): boolean {
  return column >= 2;
}

/** A size as people read it: "27.4 KB". */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
