import type { Option } from '../command.js';

/** What a new newsletter is asked about, as flags. */
export const publicationOptions: readonly Option[] = [
  { flags: '--title <title>', words: 'what the newsletter is called' },
  {
    flags: '--every <rhythm>',
    words: 'how often it comes out: week, 2 weeks, month, 2 months or term',
    completes: ['week', '2 weeks', 'month', '2 months', 'term'],
  },
  {
    flags: '--on <day>',
    words: 'the day of the week on which it comes out',
    completes: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  },
  { flags: '--at <time>', words: 'the time of day: 07:00' },
  { flags: '--design <design>', words: 'what it looks like: weekly-digest, officer-bulletin or termly-magazine' },
];

/** What can be said wherever something new is written. */
export const newOptions: readonly Option[] = [
  { flags: '--edit', words: 'open it in the editor of VISUAL or EDITOR afterwards' },
  { flags: '--json', words: 'print the result as one JSON object' },
];
