import { exitCode } from '../model/fault.js';
import type { Command } from './command.js';
import { peopleWorld, sayFindings } from './people.js';

export const outcomes: Command = {
  summary: 'List what readers are owed: actions that closed, and nobody has told what came of them.',
  options: [{ flags: '--json', words: 'print the result as one JSON object' }],
  examples: [{ line: 'mailout outcomes', words: 'once a month, before you ask readers for more' }],
  run: async (_names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { outcomes: gather } = await import('../flows/items/outcomes.js');
    const { value, findings } = await gather(world);
    world.end();
    if (options.json) {
      terminal.out(`${JSON.stringify({ ok: value !== undefined, ...value, findings }, null, 2)}\n`);
    } else {
      sayFindings(findings, world, context);
      if (value) {
        const { outcomesReport } = await import('./items/outcomes-report.js');
        terminal.out(outcomesReport(value, terminal.onOut));
      }
    }
    return value && findings.length === 0 ? exitCode.done : exitCode.findings;
  },
};
