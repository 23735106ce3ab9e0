import { exitCode } from '../../model/fault.js';
import type { Command } from '../command.js';
import { peopleWorld } from '../people.js';

export const verify: Command = {
  summary: 'Check that the record of all sends adds up, and that nobody is in a send twice.',
  options: [{ flags: '--json', words: 'print the result as one JSON object' }],
  examples: [{ line: 'mailout ledger verify', words: 'after a crash, or before you rely on it' }],
  run: async (_names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { verifyLedger } = await import('../../flows/send/verify-ledger.js');
    const { sends, complaints } = await verifyLedger(world);
    world.end();
    const isSound = complaints.length === 0;
    if (options.json) terminal.out(`${JSON.stringify({ ok: isSound, sends, complaints }, null, 2)}\n`);
    else if (isSound) {
      terminal.out(`${terminal.onOut.green('The ledger adds up:')} ${sends === 1 ? '1 send' : `${sends} sends`}.\n`);
    } else {
      const lines = complaints.map((words) => `  ${words}\n`).join('');
      terminal.out(`${terminal.onOut.red('The ledger does not add up:')}\n${lines}`);
      terminal.out(
        '  Send nothing until somebody who knows databases has looked at it. A copy: mailout ledger export.\n',
      );
    }
    return isSound ? exitCode.done : exitCode.findings;
  },
};
