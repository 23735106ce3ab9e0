import { grouped } from '../../model/count.js';
import { exitCode, Fault } from '../../model/fault.js';
import { type Command, textOption } from '../command.js';
import { peopleWorld } from '../people.js';

export const forget: Command = {
  summary: 'Forget who was in the rosters of old sends. How many they were stays.',
  options: [
    { flags: '--older-than <time>', words: 'like 24 months, 90 days or 2 years' },
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [{ line: 'mailout ledger forget --older-than "24 months"', words: 'as your retention policy says' }],
  run: async (_names, options, context) => {
    const { terminal } = context;
    const world = peopleWorld(context);
    const days = daysIn(textOption(options, 'olderThan') ?? '');
    const { forgetLedger } = await import('../../flows/send/verify-ledger.js');
    const { rosters, people } = await forgetLedger(days, world);
    world.end();
    terminal.out(
      options.json
        ? `${JSON.stringify({ ok: true, rosters, people }, null, 2)}\n`
        : `Forgotten: who was in ${grouped(rosters)} ${rosters === 1 ? 'roster' : 'rosters'}, ${grouped(people)} places.\n`,
    );
    return exitCode.done;
  },
};

const daysOf = { day: 1, d: 1, week: 7, w: 7, month: 31, mo: 31, year: 366, y: 366 };

/** "24 months", "90d". Months and years are the longest that there are: nothing goes too early. */
function daysIn(text: string): number {
  const [, count, unit = ''] = /^(\d{1,5})\s*([a-z]+?)s?$/i.exec(text.trim()) ?? [];
  const days = Object.entries(daysOf).find(([name]) => name === unit.toLowerCase())?.[1];
  if (count !== undefined && days !== undefined && Number(count) > 0) return Number(count) * days;
  throw new Fault({
    code: 'ledger/how-old',
    exit: exitCode.usage,
    words: text === '' ? 'Nothing says how old is old.' : `“${text}” is not an age.`,
    fix: 'Write it like --older-than "24 months".',
  });
}
