import type { Command } from '../command.js';
import { newOptions } from './options.js';

export const newIssue: Command = {
  summary: 'Begin the next issue of a newsletter: what is in it, in which order, and its subject.',
  argument: { name: '<publication>', words: 'the id of a publication' },
  options: [
    { flags: '--date <date>', words: 'its next issue from this day on, instead of from now on' },
    {
      flags: '--items <ids>',
      words: 'what is in it, in this order, with commas; without it, what is proposed',
      completes: ['<item>'],
    },
    { flags: '--leave-out <ids>', words: 'what of the proposal is not in it', completes: ['<item>'] },
    { flags: '--subject <words>', words: 'the subject; without it, from the newsletter’s pattern' },
    { flags: '--preheader <words>', words: 'what stands beside the subject in the inbox' },
    { flags: '--intro <words>', words: 'the introduction' },
    { flags: '--yes', words: 'ask nothing, and take the proposal for all that no flag says' },
    ...newOptions,
  ],
  examples: [
    { line: 'mailout new issue e-bulletin', words: 'tick what is in it, and put it in order' },
    { line: 'mailout new issue e-bulletin --yes --leave-out old-news', words: 'the proposal, but for one' },
  ],
  run: async (names, options, context) => {
    const { runNewIssue } = await import('./issue-wizard.js');
    return runNewIssue(names, options, context);
  },
};
