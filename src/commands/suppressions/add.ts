import { exitCode } from '../../model/fault.js';
import { type Command, wholeNumberOption } from '../command.js';
import { peopleWorld } from '../people.js';

export const add: Command = {
  summary: 'Write down that a person must not be written to.',
  argument: { name: '<address>', words: 'her address' },
  options: [{ flags: '--group <number>', words: 'only mail of this unsubscribe group, instead of all mail' }],
  examples: [{ line: 'mailout suppressions add jo@example.org', words: 'Jo gets nothing from now on' }],
  run: async ([address = ''], options, context) => {
    const world = peopleWorld(context);
    const { suppressPerson } = await import('../../flows/suppress-person.js');
    const { shown, isNew } = await suppressPerson(address, wholeNumberOption(options, 'group'), world);
    context.terminal.out(`${shown} ${isNew ? 'gets nothing from now on' : 'was suppressed by hand before'}.\n`);
    return exitCode.done;
  },
};
