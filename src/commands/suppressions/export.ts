import { relative, resolve } from 'node:path';
import { grouped } from '../../model/count.js';
import { exitCode } from '../../model/fault.js';
import { type Command, textOption } from '../command.js';
import { peopleWorld } from '../people.js';

export const exportFile: Command = {
  summary: 'Write everybody who must not be written to into a CSV file, to take along to another program.',
  options: [{ flags: '--out <file>', words: 'write here instead of to audiences/private/suppressions.csv' }],
  examples: [{ line: 'mailout suppressions export', words: 'the file has addresses in it: keep it safe' }],
  run: async (_names, options, context) => {
    const world = peopleWorld(context);
    const { exportSuppressions } = await import('../../flows/suppression-files.js');
    const out = textOption(options, 'out');
    const where = out === undefined ? {} : { file: relative(world.root, resolve(context.folder, out)) };
    const { file, count } = await exportSuppressions(where, world);
    context.terminal.out(`${file}: ${grouped(count)} suppressions, with addresses. Keep the file safe.\n`);
    return exitCode.done;
  },
};
