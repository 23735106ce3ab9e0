import { exitCode } from '../../model/fault.js';
import type { Command } from '../command.js';
import { peopleWorld } from '../people.js';

export const exportLedger: Command = {
  summary: 'Print all sends, batches, attempts and notes, a line of JSON each. No person is in it.',
  options: [],
  examples: [{ line: 'mailout ledger export > ledger.jsonl', words: 'for an audit' }],
  run: async (_names, _options, context) => {
    const world = peopleWorld(context);
    const { exportLedger: exported } = await import('../../flows/send/verify-ledger.js');
    await exported(world, (line) => context.terminal.out(`${JSON.stringify(line)}\n`));
    world.end();
    return exitCode.done;
  },
};
