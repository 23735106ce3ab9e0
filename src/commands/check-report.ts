import type { RuleCost } from '../check/judge.js';
import type { CheckResult } from '../flows/check/check-workspace.js';
import type { MendedFile } from '../flows/check/mend-workspace.js';
import { type LineReader, reportFindings } from '../terminal/report-findings.js';
import { type Cell, table } from '../terminal/table.js';
import type { Colours } from '../terminal/terminal.js';

/** What a check says to a person: every finding at its place, what was looked at, and what somebody stands by. */
export function checkReport(result: CheckResult, lineOf: LineReader, colours: Colours): string {
  const { findings, allowed } = result;
  const allowedLines = allowed.map(
    ({ finding, because, until }) =>
      `  ${colours.dim(finding.rule)} ${finding.place?.file ?? ''}, until ${until}: ${because}\n`,
  );
  const parts = [
    reportFindings(findings, lineOf, colours),
    ...(allowed.length > 0 ? [`Allowed by an editor:\n${allowedLines.join('')}`] : []),
    `${lookedAt(result)}${findings.length === 0 ? ` ${colours.green('Nothing to mend.')}` : ''}\n`,
    ...(findings.some(({ edits }) => edits) ? ['Some of it mends itself: mailout check --fix\n'] : []),
    ...(findings.length > 0 ? ['Why a rule is there, and what to write instead: mailout explain <rule>\n'] : []),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** What was looked at, as a sentence. */
export function lookedAt({ issues, items }: CheckResult): string {
  const of = issues.map(({ title, date }) => `${title} of ${date}`);
  const checkedItems = items === 1 ? '1 item' : `${items} items`;
  return of.length === 0 ? `Looked at ${checkedItems} and no issue.` : `Looked at ${checkedItems} and ${listed(of)}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What was mended, or would be: every line that changes, before and after. */
export function mendingReport(
  files: readonly MendedFile[],
  mended: number,
  isTrial: boolean,
  colours: Colours,
): string {
  if (files.length === 0) return 'Nothing mends itself.\n\n';
  const count = mended === 1 ? '1 thing' : `${mended} things`;
  const head = isTrial ? `--fix would mend ${count}:\n` : `Mended ${count}:\n`;
  return `${head}${files.map((file) => changedLines(file, colours)).join('')}\n`;
}

/** Edits change lines, and sometimes take one out or put one in: then all lines from the first to the last changed. */
function changedLines({ path, before, after }: MendedFile, colours: Colours): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const isSame = old.length === fresh.length;
  const lines = isSame
    ? old.flatMap((line, index) => (line === fresh[index] ? [] : [{ index, gone: [line], come: [fresh[index] ?? ''] }]))
    : [changedBlock(old, fresh)];
  return lines
    .map(
      ({ index, gone, come }) =>
        `${colours.cyan(`${path}:${index + 1}`)}\n${gone.map((line) => `  ${colours.red(`- ${line}`)}\n`).join('')}${come.map((line) => `  ${colours.green(`+ ${line}`)}\n`).join('')}`,
    )
    .join('');
}

function changedBlock(old: readonly string[], fresh: readonly string[]) {
  const first = old.findIndex((line, index) => line !== fresh[index]);
  const index = first === -1 ? old.length : first;
  let after = 0;
  const most = Math.min(old.length, fresh.length) - index;
  while (after < most && old.at(-1 - after) === fresh.at(-1 - after)) after += 1;
  return { index, gone: old.slice(index, old.length - after), come: fresh.slice(index, fresh.length - after) };
}

const mostRules = 25;

/** What rules cost, the dearest first. */
export function costReport(costs: readonly RuleCost[], colours: Colours): string {
  const dearest = [...costs].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, mostRules);
  const total = costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const head = ['Rule', 'Milliseconds', 'Asked'].map((text): Cell => ({ text, style: colours.bold }));
  const rows = dearest.map(({ rule, milliseconds, subjects }): Cell[] => [
    { text: rule },
    { text: milliseconds.toFixed(1), align: 'right' },
    { text: String(subjects), align: 'right' },
  ]);
  return `${table([head, ...rows])}\n${costs.length} rules took ${total.toFixed(0)} ms.\n`;
}
