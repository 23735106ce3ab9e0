import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { grouped } from '../../model/count.js';
import { databaseFile, ledgerKey, ledgerKeyFile } from '../../workspace/ledger-key.js';
import { type Check, counted, good } from './check.js';

/** The key of the database is there, and nobody else can read it. */
const key: Check = ({ root, variable }) => {
  const given = variable('MAILOUT_KEY');
  const isNeeded = variable('MAILOUT_LEDGER') !== undefined || existsSync(join(root, databaseFile));
  if (given === undefined && !isNeeded && !existsSync(join(root, ledgerKeyFile))) {
    return [good('There is no key yet: it is made together with the database.')];
  }
  ledgerKey(root, given, { make: false });
  return [good(given === undefined ? `The key is there: ${ledgerKeyFile}.` : 'The key is in MAILOUT_KEY.')];
};

/** The database answers. */
const database: Check = ({ ask }) =>
  ask(async (database) => {
    if (!database) return [good('There is no database of people yet: it is made when something is written down.')];
    const { people } = await database.suppressions.holdings();
    const { rosters } = await database.rosters.holdings();
    return [good(`The database of people answers: ${grouped(people)} suppressed, ${counted(rosters, 'roster')}.`)];
  });

export const databaseChecks = { key, database } satisfies Record<string, Check>;
