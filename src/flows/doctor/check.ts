import type { Content } from '../../content/references.js';
import type { Database } from '../../database/open.js';
import type { Git } from '../../workspace/git.js';
import type { Loaded } from '../load.js';
import type { PeopleWorld } from '../people-world.js';
import type { Account } from './ask-account.js';

/** What one look found: in order, worth a thought, or in the way of writing to people. */
export type Diagnosis = {
  readonly state: 'good' | 'warning' | 'bad';
  readonly words: string;
  readonly fix?: string;
};

/** What checks look at. */
export type Patient = PeopleWorld & {
  readonly loaded: Loaded;
  readonly content: Content;
  /** Git, where the workspace is in a repository. Throws a Fault where that does not answer. */
  readonly git: () => Git | undefined;
  /** Gives the database to a question about it, if there is one. Throws a Fault where it cannot be opened. */
  readonly ask: <Answer>(question: (database: Database | undefined) => Promise<Answer>) => Promise<Answer>;
  /** Gives the account at SendGrid to a question about it, if there is a key. Throws a Fault where it does not answer. */
  readonly account: (question: (account: Account) => Diagnoses) => Promise<readonly Diagnosis[]>;
};

export type Diagnoses = readonly Diagnosis[] | Promise<readonly Diagnosis[]>;

/** One thing that must be in order. Where it throws a Fault, that is the diagnosis. */
export type Check = (patient: Patient) => Diagnoses;

export function good(words: string): Diagnosis {
  return { state: 'good', words };
}

export function warning(words: string, fix: string): Diagnosis {
  return { state: 'warning', words, fix };
}

export function bad(words: string, fix: string): Diagnosis {
  return { state: 'bad', words, fix };
}

/** "1 file", "12 files". */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** The first few of some names, and how many more there are. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
