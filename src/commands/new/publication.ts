import type { Command } from '../command.js';
import { newOptions, publicationOptions } from './options.js';

export const newPublication: Command = {
  summary: 'Write a new newsletter: its publication.yaml.',
  options: [
    ...publicationOptions,
    { flags: '--audience <audience>', words: 'the id of the audience that reads it' },
    ...newOptions,
  ],
  examples: [
    { line: 'mailout new publication', words: 'question by question' },
    {
      line: 'mailout new publication --title "Rep’s Notes" --every month --on friday',
      words: 'where nobody can be asked',
    },
  ],
  run: async (_names, options, context) => {
    const { runNewPublication } = await import('./publication-wizard.js');
    return runNewPublication(options, context);
  },
};
