import { type ExitCode, exitCode } from '../model/fault.js';

/** Why a run ends before everybody had a turn. */
export const stopReasons = [
  'credentials',
  'message',
  'too-large',
  'bug',
  'not-the-provider',
  'unknowns',
  'throttled',
  'unreachable',
  'refusals',
  'canary',
  'others',
  'preparing',
  'ledger',
  'sums',
  'cancelled',
  'another-plan',
] as const;
export type StopReason = (typeof stopReasons)[number];

export type StopWords = { readonly exit: ExitCode; readonly words: string; readonly fix: string };

/** What a run that stopped says. What is left of the send is as it was, and starting it again goes on with that. */
export const stopWords: Readonly<Record<StopReason, StopWords>> = {
  credentials: {
    exit: exitCode.credentials,
    words: 'The provider refuses the key, the sender or the account.',
    fix: 'Run “mailout doctor”, mend what it says, and start the send again. It goes on where it stopped.',
  },
  message: {
    exit: exitCode.findings,
    words: 'The provider refuses the message itself, twice for the same cause, whoever it is for.',
    fix: 'Run “mailout proof --sandbox” to see the cause.',
  },
  'too-large': {
    exit: exitCode.findings,
    words: 'The message is too large for the provider, even for one person.',
    fix: 'Make the issue shorter or its attachments smaller, and have it approved anew.',
  },
  bug: {
    exit: exitCode.bug,
    words: 'The provider does not know the request that mailout makes.',
    fix: 'Update mailout, or report it. Nothing of that request was sent.',
  },
  'not-the-provider': {
    exit: exitCode.incomplete,
    words: 'An answer came that is not the provider’s, perhaps from a proxy or the login page of a network.',
    fix: 'Use another network. Then look at “mailout status”, since it is unknown whether that batch arrived.',
  },
  unknowns: {
    exit: exitCode.incomplete,
    words: 'Several requests in a row ended without a clear answer, so it is unknown whether the provider took them.',
    fix: 'Wait until the provider works again, look at “mailout status”, and start the send again. What is unknown is not sent a second time.',
  },
  throttled: {
    exit: exitCode.incomplete,
    words: 'The provider asked to wait again and again, and took nothing in between.',
    fix: 'Start the send again later. It goes on where it stopped.',
  },
  unreachable: {
    exit: exitCode.incomplete,
    words: 'The provider cannot be reached.',
    fix: 'Check the network, and start the send again. It goes on where it stopped.',
  },
  refusals: {
    exit: exitCode.incomplete,
    words: 'The provider refuses more addresses than can be right.',
    fix: 'Check that the audience’s source is the right one. If it is, start the send again to go on with the others.',
  },
  canary: {
    exit: exitCode.incomplete,
    words: 'Too many of the first batches were rejected or are unknown, so the others were not begun.',
    fix: 'Look at “mailout status”, settle what is unknown with “mailout resolve”, and start the send again.',
  },
  others: {
    exit: exitCode.incomplete,
    words: 'Another run is still at work on what is left.',
    fix: 'Let it end, and look at “mailout status”.',
  },
  preparing: {
    exit: exitCode.incomplete,
    words: 'A batch could not be made ready. Nothing of it was sent.',
    fix: 'Mend what is wrong with the audience’s source or the issue, and start the send again.',
  },
  ledger: {
    exit: exitCode.incomplete,
    words: 'The ledger could not be read or written, so nothing more was sent.',
    fix: 'Make the database work again (“mailout doctor”), and start the send again. What was on its way is then unknown.',
  },
  sums: {
    exit: exitCode.incomplete,
    words: 'The ledger does not account for everybody who was planned.',
    fix: 'Run “mailout ledger verify”, and keep a copy of the database.',
  },
  cancelled: {
    exit: exitCode.refused,
    words: 'The send is being taken back, or was stopped.',
    fix: 'See “mailout status”. What was taken back as a whole can be sent anew.',
  },
  'another-plan': {
    exit: exitCode.refused,
    words: 'A send of this issue has begun with another plan: what goes out, or to whom, has changed since.',
    fix: 'Put back what was changed and start the send again, or cancel it.',
  },
};
