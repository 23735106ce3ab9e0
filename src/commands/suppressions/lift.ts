import { exitCode } from '../../model/fault.js';
import type { Command } from '../command.js';
import { peopleWorld } from '../people.js';

export const lift: Command = {
  summary: 'Let a person be written to again.',
  argument: { name: '<address>', words: 'her address' },
  options: [],
  examples: [{ line: 'mailout suppressions lift jo@example.org', words: 'Jo asked to get our mail again' }],
  run: async ([address = ''], _options, context) => {
    const world = peopleWorld(context);
    const { liftSuppressions } = await import('../../flows/suppress-person.js');
    const { shown, lifted } = await liftSuppressions(address, world);
    const { out } = context.terminal;
    if (lifted.length === 0) out(`Nothing was written down against ${shown}.\n`);
    else {
      const reasons = [...new Set(lifted.map(({ reason }) => reason))].join(', ');
      out(`${shown} is not suppressed any more. It was: ${reasons}.\n`);
      if (lifted.some(({ origin }) => origin === 'sendgrid')) {
        out('SendGrid said so. Take the address off its list there too, or the next sync suppresses it again.\n');
      }
    }
    return exitCode.done;
  },
};
