import type { Severity } from '../model/finding.js';
import type { BuiltIn } from './built-in/entry.js';
import { builtIns } from './built-in.js';
import { familyName, familyOf } from './families.js';
import type { Rule } from './rule.js';
import { rules } from './rules.js';

/**
 * The page of all rules, docs/rules.md, in Markdown.
 *
 * @param mending the ids of rules whose findings can mend themselves
 */
export function rulesPage(mending: ReadonlySet<string>): string {
  const families = [...new Set(rules.map(({ id }) => familyOf(id)))].sort();
  const ofBuild = [...new Set(builtIns.map(({ id }) => familyOf(id)))].sort();
  return `${[
    intro,
    `## The rules\n\n${table(families, rules)}`,
    ...families.map((family) =>
      section(
        family,
        rules.filter((one) => familyOf(one.id) === family),
        mending,
      ),
    ),
    `## What a build finds by itself\n\n${builtInIntro}\n\n${table(ofBuild, builtIns)}`,
    ...ofBuild.map((family) =>
      section(
        family,
        builtIns.filter((one) => familyOf(one.id) === family),
        mending,
        ' (built in)',
      ),
    ),
  ].join('\n\n')}\n`;
}

const intro = `# Rules

Everything that [\`mailout check\`](checking.md) can say. Each rule has a name for ever; \`npx mailout explain <name>\`
tells the same in the terminal. This page is made from the rules themselves.

A rule's level can be [changed](checking.md#change-how-severe-a-rule-is) for a newsletter or for all, and a single case
can be [allowed](checking.md#say-that-something-is-meant) with a reason and a last day. What is “mended by \`--fix\`”,
[\`mailout check --fix\`](checking.md#let-it-mend) puts right wherever nobody has to decide anything.`;

const builtInIntro = `These are found while files are read and issues are made. Errors among them keep an issue from being built, so their
levels are fixed.`;

const severities: Record<Severity, string> = { error: 'Error', warning: 'Warning', info: 'Note' };

type Entry = Rule | BuiltIn;

function table(names: readonly string[], entries: readonly Entry[]): string {
  const rows = names.map((name) => {
    const own = entries.filter((one) => familyOf(one.id) === name);
    return `| ${familyName(name)} | ${own.map(({ id }) => `[${id.slice(name.length + 1)}](#${anchor(id)})`).join(', ')} |`;
  });
  return ['| | |', '|---|---|', ...rows].join('\n');
}

function section(family: string, entries: readonly Entry[], mending: ReadonlySet<string>, mark = ''): string {
  const heading = `### ${familyName(family)}${mark}`;
  return [heading, ...entries.map((entry) => entryOf(entry, mending.has(entry.id)))].join('\n\n');
}

function entryOf({ id, severity, title, why, bad, good, origins }: Entry, isMending: boolean): string {
  const from = origins.map((origin) => (origin.url === undefined ? origin.title : `[${origin.title}](${origin.url})`));
  return [
    `#### ${id}`,
    wrapped(`**${severities[severity]}**${isMending ? ', mended by `--fix`' : ''}. ${title}.`),
    wrapped(why),
    `Not so:\n\n${block(bad)}`,
    `But so:\n\n${block(good)}`,
    wrapped(`From: ${from.join('; ')}.`),
  ].join('\n\n');
}

/** A block that no text can end before its time. */
function block(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${text}\n${fence}`;
}

/** As GitHub makes anchors of headings. */
function anchor(id: string): string {
  return id.replaceAll('/', '');
}

const width = 120;

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
