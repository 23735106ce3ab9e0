import { resolve } from 'node:path';
import { exitCode } from '../model/fault.js';
import { writeOwnFile } from '../workspace/write-file.js';
import { type Command, textOption } from './command.js';
import { peopleWorld, sayFindings } from './people.js';

export const handover: Command = {
  summary: 'Write a page for whoever takes over: what goes when, who approves, what goes stale, what is owed.',
  options: [
    { flags: '--out <file>', words: 'write it to this file instead of printing it' },
    { flags: '--json', words: 'print the facts as one JSON object' },
  ],
  examples: [{ line: 'mailout handover --out handover.md', words: 'before a holiday, or a new colleague' }],
  run: async (_names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { handover: gather } = await import('../flows/handover/handover.js');
    const { value, findings } = await gather({ ...world, milliseconds: context.milliseconds });
    world.end();
    if (options.json) {
      terminal.out(`${JSON.stringify({ ok: value !== undefined, ...value, ...(!value && { findings }) }, null, 2)}\n`);
    } else if (value) {
      const { handoverPage } = await import('./handover/handover-page.js');
      const file = textOption(options, 'out');
      if (file === undefined) terminal.out(handoverPage(value));
      else {
        writeOwnFile(resolve(context.folder, file), handoverPage(value));
        terminal.out(`${file} is written.\n`);
      }
    } else sayFindings(findings, world, context);
    return value ? exitCode.done : exitCode.findings;
  },
};
