import { exitCode } from '../../model/fault.js';
import type { Command } from '../command.js';
import { peopleWorld, sayFindings } from '../people.js';

export const erase: Command = {
  summary: 'Remove a person everywhere but from the list of suppressions.',
  argument: { name: '<address>', words: 'her address' },
  options: [
    { flags: '--yes', words: 'do it; without this, only say what would be done' },
    { flags: '--reveal', words: 'show her address as it is' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    { line: 'mailout audience erase jo@example.org', words: 'where Jo is, and what would be removed' },
    { line: 'mailout audience erase jo@example.org --yes', words: 'remove her' },
  ],
  run: async ([address = ''], options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { erasePerson } = await import('../../flows/erase-person.js');
    const { erasure, findings } = await erasePerson({ address, really: options.yes === true }, world);
    world.end();
    if (!erasure) {
      if (options.json) terminal.out(`${JSON.stringify({ ok: false, findings }, null, 2)}\n`);
      else sayFindings(findings, world, context);
      return exitCode.findings;
    }
    const isWhole = erasure.left.length === 0 && erasure.unknown.length === 0;
    const shown = options.reveal === true ? address.trim() : erasure.shown;
    if (options.json) {
      terminal.out(`${JSON.stringify({ ok: erasure.isDone && isWhole, ...erasure, shown }, null, 2)}\n`);
    } else {
      const { erasureReport } = await import('./erasure-report.js');
      terminal.out(erasureReport(erasure, shown, terminal.onOut));
    }
    return erasure.isDone && !isWhole ? exitCode.incomplete : exitCode.done;
  },
};
