import { type Check, counted, good, named, warning } from './check.js';

/** No send is left in the middle, and a machine that forgets its files has a ledger elsewhere. */
const sends: Check = ({ ask, variable }) =>
  ask(async (database) => {
    const all = (await database?.sends.list()) ?? [];
    const undone = all.filter(({ state }) => state === 'open' || state === 'cancelling');
    const diagnoses =
      undone.length === 0
        ? [good(all.length === 0 ? 'Nothing was sent yet.' : `All of ${counted(all.length, 'send')} are at their end.`)]
        : [
            warning(
              `${counted(undone.length, 'send')} ${undone.length === 1 ? 'is' : 'are'} not at an end: ${named(undone.map(({ id }) => id))}.`,
              'See what to do: mailout status.',
            ),
          ];
    if (variable('CI') && !variable('MAILOUT_LEDGER')) {
      diagnoses.push(
        warning(
          'This is a CI machine, and the ledger would be a file on it: the next run would not know who has had the mail.',
          'Set MAILOUT_LEDGER to the address of a PostgreSQL database. If this machine keeps its files, say --local-ledger.',
        ),
      );
    }
    return diagnoses;
  });

export const ledgerChecks = { sends } satisfies Record<string, Check>;
