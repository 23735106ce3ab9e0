import { exitCode } from '../model/fault.js';
import type { Command } from './command.js';
import { peopleWorld } from './people.js';
import { runWorld } from './run-world.js';
import { reason, reasonOptions } from './send/person.js';

export const cancel: Command = {
  summary: 'Take back what SendGrid still holds of a send, and send nothing more of it.',
  argument: { name: '<send>', words: 'the id of a send, as “mailout status” shows it' },
  options: [...reasonOptions, { flags: '--json', words: 'print the result as one JSON object' }],
  examples: [
    { line: 'mailout cancel mxyz1234-0abc --because "wrong link"', words: 'until ten minutes before it goes out' },
  ],
  run: async ([id = ''], options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { by, because } = reason(options, world.root);
    const { cancelSend } = await import('../flows/send/cancel-send.js');
    const { send, isTakenBack } = await cancelSend(id, by, because, { ...world, ...runWorld(context) });
    world.end();
    const what = `${send.publication}, ${send.date}`;
    if (options.json) terminal.out(`${JSON.stringify({ ok: isTakenBack, send }, null, 2)}\n`);
    else if (isTakenBack) {
      terminal.out(`${terminal.onOut.green('Taken back:')} ${what}. Nobody gets it, and it can be sent anew.\n`);
    } else {
      terminal.out(
        `${terminal.onOut.yellow('Stopped:')} ${what}. Some have got it or may have, and that cannot be taken back. Nobody else gets it.\n  See who: mailout status ${send.id}\n`,
      );
    }
    return isTakenBack ? exitCode.done : exitCode.incomplete;
  },
};
