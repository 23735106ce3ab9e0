import type { SendRequest } from '../../flows/send/intended-issue.js';
import { exitCode, Fault } from '../../model/fault.js';
import { dateOption, type Option, type Options, textOption } from '../command.js';

/** Which issue, and how it is to go out: the same flags for everything that is done about a send. */
export const requestOptions: readonly Option[] = [
  {
    flags: '--date <date>',
    words: 'its next issue from this day on; without it, today’s or the next, or the one under way',
  },
  { flags: '--transport <name>', words: 'sendgrid, smtp or outbox; without it, what there is a key for' },
  { flags: '--at <time>', words: 'when it is to go out, like 2026-11-23T10:53; without it, at once' },
  {
    flags: '--hold <time>',
    words: 'how long SendGrid holds it so that it can be taken back, like 30m; 0 for not at all',
  },
];

/** The request that a command was given. Throws a Fault (exit 2) where a flag is not what it should be. */
export function sendRequest([publication = '']: readonly string[], options: Options): SendRequest {
  const date = dateOption(options);
  const transport = textOption(options, 'transport');
  const at = textOption(options, 'at');
  const hold = textOption(options, 'hold');
  return {
    publication,
    ...(date !== undefined && { date }),
    ...(transport !== undefined && { transport }),
    ...(at !== undefined && { at }),
    ...(hold !== undefined && { hold: minutes(hold) }),
  };
}

/** "30m", "30", "2h" in minutes. */
function minutes(text: string): number {
  const [, count, unit] = /^(\d{1,4})(m|min|h)?$/.exec(text.trim()) ?? [];
  if (count === undefined) {
    throw new Fault({
      code: 'send/bad-hold',
      exit: exitCode.usage,
      words: `“${text}” is not a time to hold it for.`,
      fix: 'Write it like --hold 30m.',
    });
  }
  return Number(count) * (unit === 'h' ? 60 : 1);
}
