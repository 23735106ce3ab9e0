import { grouped } from '../model/count.js';
import { exitCode, Fault } from '../model/fault.js';
import { type Command, type Options, textOption, wholeNumberOption } from './command.js';
import { peopleWorld } from './people.js';
import { runWorld } from './run-world.js';
import { reason, reasonOptions } from './send/person.js';

export const resolve: Command = {
  summary: 'Say what became of a batch of which nobody knows whether it arrived.',
  argument: { name: '<send>', words: 'the id of a send, as “mailout status” shows it' },
  options: [
    { flags: '--batch <number>', words: 'the batch, as “mailout status” shows it' },
    { flags: '--as <outcome>', words: '“accepted” if it arrived; “not-sent” if it did not, and is to be sent again' },
    { flags: '--take-back', words: 'instead: take back what SendGrid holds of the unknown batches, and plan it again' },
    ...reasonOptions,
    { flags: '--json', words: 'print the result as one JSON object' },
  ],
  examples: [
    {
      line: 'mailout resolve mxyz1234-0abc --batch 7 --as accepted --because "in the activity feed"',
      words: 'they have it',
    },
    { line: 'mailout resolve mxyz1234-0abc --take-back --because "line broke"', words: 'while SendGrid holds it' },
  ],
  run: async ([id = ''], options, context) => {
    const { terminal } = context;
    const people = peopleWorld(context);
    const world = { ...people, ...runWorld(context) };
    const { by, because } = reason(options, world.root);
    const flows = await import('../flows/send/resolve-send.js');
    const goOn = (publication: string, date: string) => `  Go on: mailout send ${publication} --date ${date}\n`;
    if (options.takeBack === true) {
      const { send, lanes, people: count } = await flows.takeBackUnknown(id, because, by, world);
      people.end();
      if (options.json) terminal.out(`${JSON.stringify({ ok: true, send: send.id, lanes, people: count }, null, 2)}\n`);
      else {
        terminal.out(`SendGrid has taken back ${grouped(count)} people’s mail, and they are planned again.\n`);
        terminal.out(goOn(send.publication, send.date));
      }
      return exitCode.done;
    }
    const batch = wholeNumberOption(options, 'batch') ?? missing('--batch 7');
    const as = outcome(options);
    const send = await flows.resolveBatch({ send: id, batch, as, because, by }, world);
    people.end();
    if (options.json) terminal.out(`${JSON.stringify({ ok: true, send: send.id, batch, as }, null, 2)}\n`);
    else {
      terminal.out(`Batch ${batch} is written down as ${as === 'accepted' ? 'accepted' : 'not sent'}.\n`);
      terminal.out(goOn(send.publication, send.date));
    }
    return exitCode.done;
  },
};

function outcome(options: Options): 'accepted' | 'not-sent' {
  const text = textOption(options, 'as');
  if (text === 'accepted' || text === 'not-sent') return text;
  return missing('--as accepted, or --as not-sent');
}

function missing(what: string): never {
  throw new Fault({
    code: 'resolve/what',
    exit: exitCode.usage,
    words: 'It is not clear what became of which batch.',
    fix: `Say it: ${what}. Or have it taken back: --take-back.`,
  });
}
