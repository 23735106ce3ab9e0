import { resolve } from 'node:path';
import type { PackResult } from '../flows/pack/pack-for-reuse.js';
import { exitCode } from '../model/fault.js';
import { reportFindings } from '../terminal/report-findings.js';
import type { Colours } from '../terminal/terminal.js';
import { readLine } from '../workspace/read.js';
import { type Command, dateOption, textOption } from './command.js';

export const pack: Command = {
  summary: 'Write an issue, or one item, for districts and partners to reuse.',
  argument: { name: '<name>', words: 'the id of a publication, or of an item', completes: ['<publication>', '<item>'] },
  options: [
    { flags: '--date <date>', words: 'the next issue from this day on, instead of from now on' },
    { flags: '--as <publication>', words: 'an item in the words that this newsletter has for it' },
    { flags: '--out <folder>', words: 'write here instead of to out/packs/' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    {
      line: 'mailout pack monday-morning-mail-out',
      words: 'this week’s issue: Word, web, posts, a report for the meeting',
    },
    { line: 'mailout pack yemen-aid', words: 'one item, for a district that wants to print it' },
  ],
  run: async ([name = ''], options, context) => {
    const { terminal } = context;
    const { factsOf } = await import('./new/facts.js');
    const { packForReuse } = await import('../flows/pack/pack-for-reuse.js');
    const { root, facts } = await factsOf(context);
    const out = textOption(options, 'out');
    const { result, findings } = await packForReuse(
      {
        name,
        date: dateOption(options),
        as: textOption(options, 'as'),
        out: out === undefined ? undefined : resolve(context.folder, out),
      },
      facts,
      { root, now: context.now() },
    );
    if (options.json) terminal.out(`${JSON.stringify({ ok: result !== undefined, ...result, findings }, null, 2)}\n`);
    else if (result) terminal.out(report(result, terminal.onOut));
    else terminal.err(reportFindings(findings, (file, line) => readLine(root, file, line), terminal.onErr));
    return result ? exitCode.done : exitCode.findings;
  },
};

function report({ folder, files, items, leftOut }: PackResult, { bold, dim }: Colours): string {
  const until = (day: string | undefined) => (day === undefined ? '' : dim(`  until ${day}`));
  const many = items.length === 1 ? 'one item' : `${items.length} items`;
  return [
    `${bold(folder)}: ${many}, ${files.length} files\n`,
    ...items.map((item) => `  ${item.title}${until(item.until)}\n`),
    ...(leftOut.length === 0
      ? []
      : ['\nNot for others:\n', ...leftOut.map(({ title, why }) => `  ${title}: ${why}\n`)]),
  ].join('');
}
