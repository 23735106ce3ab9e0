import { type ExitCode, exitCode, Fault } from '../../model/fault.js';
import { codeOf, isSqlState, withCode } from './postgres-error.js';

/** What was asked of a database. */
export type Asked = {
  readonly query: string;
  /** The environment variable that has the address of the database. */
  readonly variable: string;
};

type Told = {
  readonly exit: ExitCode;
  /** `name` is a word of the query, in quotation marks and after a space, or nothing where it cannot be told. */
  readonly words: (asked: { readonly name: string; readonly variable: string }) => string;
  readonly fix: string;
};

const faults = {
  'not-reading': {
    exit: exitCode.usage,
    words: () => 'The query does not begin like one that reads.',
    fix: 'Begin it with “select”, “with”, “values” or “table”.',
  },
  'two-statements': {
    exit: exitCode.usage,
    words: () => 'The query is more than one statement.',
    fix: 'Leave only the statement that reads the people.',
  },
  writes: {
    exit: exitCode.usage,
    words: () => 'The query changes or locks something in the database, and a source may only read.',
    fix: 'Leave that out of the query and of the functions that it calls.',
  },
  placeholder: {
    exit: exitCode.usage,
    words: () => 'The query has a placeholder such as $1, and there is nothing to put in its place.',
    fix: 'Write the value itself.',
  },
  syntax: {
    exit: exitCode.usage,
    words: () => 'The query is not SQL that PostgreSQL understands.',
    fix: 'Correct it there, or shortly before.',
  },
  'no-table': {
    exit: exitCode.usage,
    words: ({ name }) => `The query names a table${name} that there is not, or not in a schema that is searched.`,
    fix: 'Correct the name, or write the schema before it, as in schema.members.',
  },
  'no-column': {
    exit: exitCode.usage,
    words: ({ name }) => `The query names a column${name} that its tables do not have.`,
    fix: 'Correct the name. A text in SQL is between single quotation marks, not double ones.',
  },
  'which-column': {
    exit: exitCode.usage,
    words: ({ name }) => `The query names a column${name} that more than one of its tables has.`,
    fix: 'Write the table before it, as in members.email.',
  },
  'no-function': {
    exit: exitCode.usage,
    words: () => 'The query uses a function or a comparison that there is not, or not for values of this type.',
    fix: 'Correct its name, or convert the values, as in id::text.',
  },
  'not-accepted': {
    exit: exitCode.usage,
    words: () => 'PostgreSQL does not accept the query.',
    fix: 'Try it in psql, which tells more.',
  },
  value: {
    exit: exitCode.usage,
    words: () => 'The query calculates with a value, or converts it, in a way that is not possible for this value.',
    fix: 'Try it in psql, which tells which value it is.',
  },
  encoding: {
    exit: exitCode.findings,
    words: () => 'A text in the database has something in it that is no letter in the encoding of the database.',
    fix: 'Have it put right there, or convert it in the query with convert_from.',
  },
  rights: {
    exit: exitCode.credentials,
    words: ({ variable }) => `The user in ${variable} may not read what the query asks for.`,
    fix: 'Have this user given the right to read it (grant select).',
  },
  slow: {
    exit: exitCode.incomplete,
    words: () => 'The query took too long, or the database was told to give it up.',
    fix: 'Try again. If it goes on, make the query simpler, or have an index added.',
  },
  failed: {
    exit: exitCode.incomplete,
    words: () => 'The database could not carry out the query.',
    fix: 'Try again. If it goes on, ask whoever looks after the database what the code means.',
  },
  lost: {
    exit: exitCode.incomplete,
    words: ({ variable }) =>
      `The connection to the database that ${variable} names broke off before everybody was read.`,
    fix: 'Try again.',
  },
} as const satisfies Record<string, Told>;

type Kind = keyof typeof faults;

/**
 * What an error means that came in the place of rows. Nothing of it is passed on but its code and its place in the query:
 * values of people may be in the rest.
 *
 * @param before how many characters were sent before the query; absent where it was not the query that was sent
 */
export function refusedQueryFault(error: unknown, { query, variable }: Asked, before?: number): Fault {
  const code = codeOf(error);
  const position = before === undefined ? undefined : positionOf(error, before);
  const kind = kindOf(code, query, position);
  const name = position === undefined ? '' : nameAt(query, position);
  const words = withCode(faults[kind].words({ name, variable }), code);
  const { exit, fix } = faults[kind];
  return new Fault({
    code: `audience/postgres-${kind}`,
    exit,
    words: position === undefined ? words : `${words} See ${placeOf(query, position)}.`,
    fix,
  });
}

const kinds: Readonly<Record<string, Kind>> = {
  '42P01': 'no-table',
  '42703': 'no-column',
  '42702': 'which-column',
  '42883': 'no-function',
  '42P02': 'placeholder',
  // The server says so of the message that has the values.
  '08P01': 'placeholder',
  '22021': 'encoding',
  '22P05': 'encoding',
  '42501': 'rights',
  '57014': 'slow',
};

function kindOf(code: string, query: string, position: number | undefined): Kind {
  if (!isSqlState(code)) return 'lost';
  // Errors without a place are about the whole of what was sent.
  if (code === '42601' && position === undefined) return 'two-statements';
  if (code === '42601') return position === beginningOf(query) ? 'not-reading' : 'syntax';
  if (code === '0A000' && position === undefined) return 'writes';
  const kind = kinds[code];
  if (kind !== undefined) return kind;
  if (/^25/.test(code)) return 'writes';
  if (/^22/.test(code)) return 'value';
  if (/^(42|0A|21)/.test(code)) return 'not-accepted';
  return /^(08|57P)/.test(code) ? 'lost' : 'failed';
}

/** Which character of the query it is about, from 0. */
function positionOf(error: unknown, before: number): number | undefined {
  const told = typeof error === 'object' && error !== null && 'position' in error ? Number(error.position) : Number.NaN;
  return Number.isInteger(told) && told > before ? told - before - 1 : undefined;
}

/** PostgreSQL counts characters, not the units of which JavaScript makes them. */
function split(query: string, position: number): { readonly before: string; readonly after: string } {
  const characters = [...query];
  return { before: characters.slice(0, position).join(''), after: characters.slice(position).join('') };
}

function placeOf(query: string, position: number): string {
  const lines = split(query, position).before.split('\n');
  return `line ${lines.length}, column ${[...(lines.at(-1) ?? '')].length + 1} of the query`;
}

/** Names without quotation marks only: between those there may be anything, a person's address too. */
function nameAt(query: string, position: number): string {
  const [name] = /^[\p{L}_][\p{L}\p{N}_$]*(\.[\p{L}_][\p{L}\p{N}_$]*)*/u.exec(split(query, position).after) ?? [];
  return name === undefined ? '' : ` “${name}”`;
}

/** Which character is the first that is neither space nor comment. */
function beginningOf(query: string): number {
  const [skipped = ''] = /^(\s|--[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(query) ?? [];
  return [...skipped].length;
}
