import { type ExitCode, exitCode, Fault } from '../../model/fault.js';
import { codeOf, withCode } from './postgres-error.js';

type Told = {
  readonly exit: ExitCode;
  readonly words: (variable: string) => string;
  readonly fix: (variable: string) => string;
};

const faults = {
  unset: {
    exit: exitCode.credentials,
    words: (variable) =>
      `The environment variable ${variable} is not set, so the people cannot be read from a database.`,
    fix: (variable) => `Set ${variable} to the address of the database, like postgres://user:password@host:5432/name.`,
  },
  'not-an-address': {
    exit: exitCode.usage,
    words: (variable) => `What ${variable} has in it is not the address of a PostgreSQL database.`,
    fix: () =>
      'Write it like postgres://user:password@host:5432/name. Special characters in a password are written as %40 and the like. Certificates that it names must be there.',
  },
  unreachable: {
    exit: exitCode.incomplete,
    words: (variable) => `The database that ${variable} names cannot be reached.`,
    fix: (variable) => `Check the address in ${variable} and the network, and try again.`,
  },
  'no-entry': {
    exit: exitCode.credentials,
    words: (variable) => `The database that ${variable} names does not let its user in.`,
    fix: (variable) =>
      `Check the user and the password in ${variable}. If they are right, ask whoever looks after the database whether this computer may connect, and whether it must do so with sslmode=verify-full.`,
  },
  'no-database': {
    exit: exitCode.usage,
    words: (variable) => `The server that ${variable} names has no database of that name.`,
    fix: (variable) => `Correct the name at the end of the address in ${variable}.`,
  },
  certificate: {
    exit: exitCode.usage,
    words: (variable) => `The server that ${variable} names has a certificate that this computer does not trust.`,
    fix: () =>
      'Check the name of the server. If it is right, ask whoever looks after it for the certificate of its authority, and add sslrootcert=, with the path of that file, to the address.',
  },
  'not-encrypted': {
    exit: exitCode.usage,
    words: (variable) => `The address in ${variable} asks for an encrypted connection, and the server has none.`,
    fix: () =>
      'Have encryption turned on there. Only if the server is this computer, take what begins with “ssl” out of the address.',
  },
} as const satisfies Record<string, Told>;

type Kind = keyof typeof faults;

/** Why a database cannot be asked; `variable` is the environment variable that has its address. */
export function connectionFault(kind: Kind, variable: string, code = ''): Fault {
  const { exit, words, fix } = faults[kind];
  return new Fault({
    code: `audience/postgres-${kind}`,
    exit,
    words: withCode(words(variable), code),
    fix: fix(variable),
  });
}

/**
 * What an error means that came in the place of a connection. Nothing of it is passed on but its code: users, hosts and
 * passwords may be in the rest.
 */
export function unconnectedFault(error: unknown, variable: string): Fault {
  const code = codeOf(error);
  return connectionFault(kindOf(code, error instanceof Error ? error.message : ''), variable, code);
}

function kindOf(code: string, message: string): Kind {
  // These two have no code.
  if (message.startsWith('SASL')) return 'no-entry';
  if (message === 'The server does not support SSL connections') return 'not-encrypted';
  if (/CERT|UNABLE_TO_VERIFY/.test(code)) return 'certificate';
  if (code === '3D000') return 'no-database';
  return /^28|^42501$/.test(code) ? 'no-entry' : 'unreachable';
}
