import { deeds, itemKinds } from '../../model/item.js';
import type { Command } from '../command.js';
import { newOptions } from './options.js';

export const newItem: Command = {
  summary: 'Write a new item for the newsletters: its file, with what you know of it.',
  options: [
    { flags: '--title <title>', words: 'what it is about, as readers see it' },
    { flags: '--kind <kind>', words: itemKinds.join(', '), completes: itemKinds },
    { flags: '--publication <ids>', words: 'the newsletters that it is for, with commas between them' },
    { flags: '--campaign <campaign>', words: 'the cause that it belongs to' },
    { flags: '--country <code>', words: 'the country that it is about, in two letters: CU' },
    { flags: '--summary <words>', words: 'one or two sentences, for where there is no room for more' },
    { flags: '--do <deed>', words: `what readers are asked to do: ${deeds.join(', ')}`, completes: deeds },
    { flags: '--link <address>', words: 'where they do it' },
    { flags: '--label <words>', words: 'the words on the button' },
    { flags: '--deadline <time>', words: 'when it closes: 2027-03-26, or 2027-03-26T17:00' },
    { flags: '--starts <time>', words: 'when an event begins: 2027-03-26T18:00' },
    { flags: '--ends <time>', words: 'when it ends' },
    { flags: '--place <place>', words: 'where it takes place' },
    { flags: '--online <address>', words: 'where to join it from anywhere' },
    {
      flags: '--signed-by <names>',
      words: 'who signed a statement: “Name; role; organisation”, the next one behind a |',
    },
    { flags: '--id <id>', words: 'the name of the file, for ever; without it, from the title' },
    { flags: '--draft', words: 'no issue takes it until you take “draft” away' },
    ...newOptions,
  ],
  examples: [
    { line: 'mailout new item', words: 'question by question' },
    {
      line: 'mailout new item --kind news --title "Teachers in Peru win their case" --edit',
      words: 'and write its text at once',
    },
  ],
  run: async (_names, options, context) => {
    const { runNewItem } = await import('./item-wizard.js');
    return runNewItem(options, context);
  },
};
