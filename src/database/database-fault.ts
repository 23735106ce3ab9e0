import { type ExitCode, exitCode, Fault } from '../model/fault.js';

type Reason = { readonly code: string; readonly exit: ExitCode; readonly words: string; readonly fix: string };

const busy: Reason = {
  code: 'database/busy',
  exit: exitCode.refused,
  words: 'The database of people is being written to by another mailout.',
  fix: 'Wait until that one is done, and try again.',
};

const full: Reason = {
  code: 'database/full',
  exit: exitCode.incomplete,
  words: 'The database of people cannot be written: the disk is full.',
  fix: 'Free some space, and try again.',
};

const lost: Reason = {
  code: 'database/lost',
  exit: exitCode.incomplete,
  words: 'The connection to the database of people broke off.',
  fix: 'Try again. If it goes on, ask whoever looks after the database that MAILOUT_LEDGER names.',
};

const unusable: Reason = {
  code: 'database/unusable',
  exit: exitCode.incomplete,
  words: 'The file of the database of people cannot be opened or written.',
  fix: 'Check that the file and its folder are yours, that you may write there, and that the disk is in order.',
};

const damaged: Reason = {
  code: 'database/damaged',
  exit: exitCode.incomplete,
  words: 'The database of people is damaged, or its file is no database.',
  fix: 'Put back the last good copy. Do not begin with an empty one: it would forget who must not be written to.',
};

const unreachable: Reason = {
  code: 'database/unreachable',
  exit: exitCode.incomplete,
  words: 'The database that MAILOUT_LEDGER names cannot be reached.',
  fix: 'Check the address in MAILOUT_LEDGER and the network, and try again. Nothing is done without the database.',
};

const noEntry: Reason = {
  code: 'database/no-entry',
  exit: exitCode.credentials,
  words: 'The database that MAILOUT_LEDGER names does not accept the user or the password.',
  fix: 'Check the user and the password in MAILOUT_LEDGER.',
};

const noSuchDatabase: Reason = {
  code: 'database/not-there',
  exit: exitCode.usage,
  words: 'The server that MAILOUT_LEDGER names has no database of that name.',
  fix: 'Have it created, or correct the name at the end of MAILOUT_LEDGER.',
};

const noRights: Reason = {
  code: 'database/no-rights',
  exit: exitCode.credentials,
  words: 'The user in MAILOUT_LEDGER may not do in the database what mailout has to.',
  fix: 'Have the user given the right to create, read and write tables there.',
};

const taken: Reason = {
  code: 'database/taken',
  exit: exitCode.usage,
  words: 'The database that MAILOUT_LEDGER names has a table of another program with a name that mailout uses.',
  fix: 'Give mailout a database of its own.',
};

const failed: Reason = {
  code: 'database/failed',
  exit: exitCode.bug,
  words: 'The database of people refused a statement.',
  fix: 'This is a mistake in mailout: please report it with this code.',
};

/** What a failure of the database file means. Nothing of the library's words is passed on: there may be people in them. */
export function sqliteFault(error: unknown): Fault {
  const code = codeOf(error);
  const kind = code.replace(/^SQLITE_([A-Z]+).*$/, '$1');
  const reasons: Readonly<Record<string, Reason>> = {
    BUSY: busy,
    LOCKED: busy,
    FULL: full,
    NOTADB: damaged,
    CORRUPT: damaged,
    CANTOPEN: unusable,
    IOERR: unusable,
    READONLY: unusable,
    PERM: unusable,
    AUTH: unusable,
  };
  return faultOf(reasons[kind] ?? failed, code);
}

/** Like `sqliteFault`, where the file cannot even be opened: the library does not always say why. */
export function unopenedFault(error: unknown): Fault {
  return codeOf(error).startsWith('SQLITE_') ? sqliteFault(error) : faultOf(unusable, codeOf(error));
}

/** What a failure of the server means (PostgreSQL manual, appendix A: error codes). Nothing of its words is passed on. */
export function postgresFault(error: unknown): Fault {
  const code = codeOf(error);
  const isSqlState = /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
  if (!isSqlState || /^(08|57P)/.test(code)) return faultOf(lost, code);
  const reasons: Readonly<Record<string, Reason>> = {
    '40001': busy,
    '40P01': busy,
    '55P03': busy,
    // Somebody was taken off the list between two statements that were to put her on it.
    '23503': busy,
    '53100': full,
    '42501': noRights,
    '42P07': taken,
    '25006': noRights,
  };
  return faultOf(reasons[code] ?? failed, code);
}

/** Like `postgresFault`, where there is no connection yet. */
export function unconnectedFault(error: unknown): Fault {
  const code = codeOf(error);
  const reasons: Readonly<Record<string, Reason>> = {
    '28P01': noEntry,
    '28000': noEntry,
    '3D000': noSuchDatabase,
    '42501': noRights,
  };
  return faultOf(reasons[code] ?? unreachable, code);
}

function faultOf({ code, exit, words, fix }: Reason, cause: string): Fault {
  const known = /^[\w-]{1,40}$/.test(cause);
  return new Fault({ code, exit, words: known ? words.replace(/\.$/, ` (${cause}).`) : words, fix });
}

/** The code that a library gives its error; of several at once, the first one's. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && !('code' in error)) return codeOf(error.errors[0]);
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
