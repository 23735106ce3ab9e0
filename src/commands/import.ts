import type { Command } from './command.js';

export const importCommand: Command = {
  summary: 'Make drafts of items from a feed, a web page, a Word file, a mail or a text.',
  argument: { name: '<from>', words: 'a file, an address, or - for what comes through a pipe' },
  options: [
    { flags: '--publication <ids>', words: 'the newsletters that the drafts are for, with commas between them' },
    { flags: '--only <numbers>', words: 'only these of several, with commas: 1,3' },
    { flags: '--full', words: 'take all of others’ text, and not just its beginning: you need the right to' },
    { flags: '--own', words: 'it is our own text, so all of it is taken' },
    { flags: '--partner <name>', words: 'who it comes from' },
    { flags: '--licence <words>', words: 'on which terms it may be used: CC BY 4.0' },
    { flags: '--again', words: 'also what the pool has already' },
    { flags: '--form', words: 'it is what somebody sent in by the form of “mailout init ci”' },
    { flags: '--return <reason>', words: 'with --form: write nothing, and give a reply that returns it' },
    { flags: '--dry-run', words: 'say what would be written, and write nothing' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    { line: 'mailout import https://www.example.org/feed', words: 'the beginnings of what a partner has published' },
    { line: 'mailout import notes.docx --publication e-bulletin', words: 'a Word file of several items' },
    { line: 'pbpaste | mailout import - --own', words: 'what you have copied' },
    { line: 'mailout import --form issue.md', words: 'what a member sent in' },
  ],
  run: async (names, options, context) => {
    const { runImport } = await import('./import/run-import.js');
    return runImport(names, options, context);
  },
};
