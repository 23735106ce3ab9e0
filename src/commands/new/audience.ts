import type { Command } from '../command.js';
import { newOptions } from './options.js';

export const newAudience: Command = {
  summary: 'Write a new audience: who its readers are, and where.',
  options: [
    { flags: '--title <title>', words: 'what its readers are: District Secretaries' },
    { flags: '--why <words>', words: 'why they get mail; it stands below every mail' },
    { flags: '--source <kind>', words: 'csv, xlsx, or invented to begin with' },
    { flags: '--file <file>', words: 'the file, in audiences/private/' },
    { flags: '--email-column <heading>', words: 'the heading of the column with the addresses' },
    { flags: '--name-column <heading>', words: 'the heading of the column with first names' },
    ...newOptions,
  ],
  examples: [
    { line: 'mailout new audience', words: 'question by question' },
    {
      line: 'mailout new audience --title Reps --source csv --file audiences/private/reps.csv',
      words: 'from a file that is there; its headings are read',
    },
  ],
  run: async (_names, options, context) => {
    const { runNewAudience } = await import('./audience-wizard.js');
    return runNewAudience(options, context);
  },
};
