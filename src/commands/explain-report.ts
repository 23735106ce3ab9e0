import { familyName, familyOf } from '../check/families.js';
import type { Severity } from '../model/finding.js';
import { table } from '../terminal/table.js';
import type { Colours } from '../terminal/terminal.js';

/** What there is to tell of a rule. */
type Told = {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly origins: readonly { readonly title: string; readonly url?: string }[];
  readonly bad: string;
  readonly good: string;
};

const words: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Note' };
const width = 80;

/** One rule, as somebody reads it who wonders why it complains. */
export function explanation({ id, severity, title, why, origins, bad, good }: Told, colours: Colours): string {
  const from = origins.map(
    (origin) => `  ${origin.title}${origin.url === undefined ? '' : `\n    ${colours.cyan(origin.url)}`}`,
  );
  return [
    `${colours.bold(id)}  ${colours.dim(words[severity])}\n${title}.`,
    wrapped(why),
    `${colours.red('Not so')}\n${indented(bad)}`,
    `${colours.green('But so')}\n${indented(good)}`,
    `${colours.bold('Where it comes from')}\n${from.join('\n')}\n`,
  ].join('\n\n');
}

/** All rules, a line each, by what they are about. */
export function listOfRules(rules: readonly Pick<Told, 'id' | 'severity' | 'title'>[], colours: Colours): string {
  const marks = { error: colours.red, warning: colours.yellow, info: colours.cyan };
  const inOrder = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = table(
    inOrder.map(({ id, severity, title }) => [
      { text: id },
      { text: words[severity], style: marks[severity] },
      { text: title },
    ]),
  ).split('\n');
  return inOrder
    .map(({ id }, index) => {
      const family = familyOf(id);
      const before = inOrder[index - 1];
      const isNew = before === undefined || familyOf(before.id) !== family;
      const heading = `${before === undefined ? '' : '\n'}${colours.bold(familyName(family))}\n`;
      return `${isNew ? heading : ''}${lines[index]}\n`;
    })
    .join('');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
