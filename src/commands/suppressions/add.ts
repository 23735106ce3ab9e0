import { exitCode, Fault } from '../../model/fault.js';
import { type Command, textOption, wholeNumberOption } from '../command.js';
import { peopleWorld } from '../people.js';

export const add: Command = {
  summary: 'Write down that a person must not be written to.',
  argument: { name: '[address]', words: 'her address' },
  options: [
    { flags: '--token <token>', words: 'instead of the address: what stood in her link to unsubscribe' },
    { flags: '--group <number>', words: 'only mail of this unsubscribe group, instead of all mail' },
  ],
  examples: [
    { line: 'mailout suppressions add jo@example.org', words: 'Jo gets nothing from now on' },
    { line: 'mailout suppressions add --token 5kT1sQ2bXo8nYw7LrD0vGA', words: 'a reader who followed her link' },
  ],
  run: async ([address], options, context) => {
    const world = peopleWorld(context);
    const flows = await import('../../flows/suppress-person.js');
    const token = textOption(options, 'token');
    if ((address === undefined) === (token === undefined)) throw whom();
    const { shown, isNew } =
      token === undefined
        ? await flows.suppressPerson(address ?? '', wholeNumberOption(options, 'group'), world)
        : await flows.suppressByToken(token, world);
    world.end();
    context.terminal.out(`${shown} ${isNew ? 'gets nothing from now on' : 'was suppressed by hand before'}.\n`);
    return exitCode.done;
  },
};

function whom(): Fault {
  return new Fault({
    code: 'suppressions/whom',
    exit: exitCode.usage,
    words: 'It is not clear who is meant.',
    fix: 'Give her address, or --token and what stood in her link to unsubscribe, and not both.',
  });
}
