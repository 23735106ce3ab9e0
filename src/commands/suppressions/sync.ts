import { grouped } from '../../model/count.js';
import { exitCode } from '../../model/fault.js';
import { type Cell, table } from '../../terminal/table.js';
import type { Command } from '../command.js';
import { peopleWorld } from '../people.js';

export const sync: Command = {
  summary: 'Read SendGrid’s lists of people who must not be written to.',
  options: [
    { flags: '--accept-fewer', words: 'believe a list that has far fewer people than last time' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [{ line: 'mailout suppressions sync', words: 'with SENDGRID_API_KEY set; it only reads' }],
  run: async (_names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const { syncSuppressions } = await import('../../flows/sync-suppressions.js');
    const lists = await syncSuppressions({ acceptFewer: options.acceptFewer === true }, world);
    world.end();
    if (options.json) terminal.out(`${JSON.stringify({ ok: true, lists }, null, 2)}\n`);
    else {
      const head = ['List', 'People', 'New'].map(
        (text, column): Cell => ({ text, style: terminal.onOut.bold, align: column === 0 ? 'left' : 'right' }),
      );
      const rows = lists.map(({ list, count, added, softBounces }): Cell[] => [
        { text: list },
        { text: grouped(count), align: 'right' },
        { text: grouped(added), align: 'right' },
        { text: softBounces > 0 ? `and ${grouped(softBounces)} that bounced for the time being` : '' },
      ]);
      terminal.out(table([[...head, { text: '' }], ...rows]));
    }
    return exitCode.done;
  },
};
