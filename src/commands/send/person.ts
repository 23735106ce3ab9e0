import { exitCode, Fault } from '../../model/fault.js';
import { gitUser } from '../../workspace/git.js';
import { type Option, type Options, textOption } from '../command.js';

/** What everything that changes a send by hand is asked for: who says so, and why. */
export const reasonOptions: readonly Option[] = [
  { flags: '--because <words>', words: 'why, or how it is known; it is written down' },
  { flags: '--by <name>', words: 'who says so; without it, the user of git' },
];

/** Who does something by hand and why. Throws a Fault (exit 2) where either is not said. */
export function reason(options: Options, root: string): { readonly by: string; readonly because: string } {
  const because = (textOption(options, 'because') ?? '').trim();
  const by = (textOption(options, 'by') ?? gitUser(root) ?? '').trim();
  if (because !== '' && by !== '') return { by, because };
  throw new Fault({
    code: 'send/no-reason',
    exit: exitCode.usage,
    words: because === '' ? 'Nothing says why.' : 'It is not known who says so.',
    fix: because === '' ? 'Say it in a few words: --because "…".' : 'Say your name: --by "Ada Lovelace".',
  });
}
