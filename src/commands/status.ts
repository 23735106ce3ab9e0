import { exitCode } from '../model/fault.js';
import type { Command } from './command.js';
import { peopleWorld } from './people.js';

export const status: Command = {
  summary: 'Show how far every send has come, and what to do next.',
  argument: { name: '[send]', words: 'the id of a send or of a publication; all without it' },
  options: [{ flags: '--json', words: 'print the result as one JSON object' }],
  examples: [
    { line: 'mailout status', words: 'all sends' },
    { line: 'mailout status mxyz1234-0abc', words: 'one, with its uncertain batches' },
  ],
  run: async (names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { sendStatus } = await import('../flows/send/send-status.js');
    const sends = await sendStatus(names[0], { ...world, runner: context.runner });
    world.end();
    if (options.json) terminal.out(`${JSON.stringify({ ok: true, sends }, null, 2)}\n`);
    else {
      const { statusReport } = await import('./send/status-report.js');
      terminal.out(statusReport(sends, names[0] !== undefined, Date.parse(world.now), terminal.onOut));
    }
    return sends.some(({ todo }) => todo.length > 0) ? exitCode.incomplete : exitCode.done;
  },
};
