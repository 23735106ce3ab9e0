import { Fault } from '../model/fault.js';
import { gitOf } from '../workspace/git.js';
import { accountChecks } from './doctor/account.js';
import { settingsChecks } from './doctor/account-settings.js';
import { accountOf } from './doctor/ask-account.js';
import { audienceChecks } from './doctor/audiences.js';
import { bad, type Check, type Diagnosis, type Patient } from './doctor/check.js';
import { databaseChecks } from './doctor/database.js';
import { dnsChecks } from './doctor/dns.js';
import { fileChecks } from './doctor/files.js';
import { ledgerChecks } from './doctor/ledger.js';
import { privateChecks } from './doctor/private.js';
import { providerChecks } from './doctor/provider.js';
import { readerChecks } from './doctor/readers.js';
import { senderChecks } from './doctor/senders.js';
import { loadWorkspace } from './load-audience.js';
import type { PeopleWorld } from './people-world.js';
import { provider } from './provider.js';
import { withDatabase } from './workspace-database.js';

/** A diagnosis, and the check that made it. */
export type Examined = Diagnosis & { readonly check: string };

/** Everything that must be in order before people are written to, in the order in which it is told. */
const checks = {
  ...fileChecks,
  ...privateChecks,
  ...databaseChecks,
  ...ledgerChecks,
  ...providerChecks,
  ...accountChecks,
  ...settingsChecks,
  ...senderChecks,
  ...dnsChecks,
  ...audienceChecks,
  ...readerChecks,
} satisfies Record<string, Check>;

/**
 * Makes every check. One that cannot be made is bad, and stops no other; but without mailout.yaml there is nothing to
 * look at.
 */
export async function examine(world: PeopleWorld): Promise<readonly Examined[]> {
  const loaded = loadWorkspace(world);
  const { content } = loaded;
  if (!content) {
    const words = 'mailout.yaml cannot be used, so nothing else was looked at.';
    return [{ check: 'files', ...bad(words, 'Run “mailout build” to see what is wrong with it.') }];
  }
  const account = accountOf(() => provider(content.organisation.region, world.variable));
  const patient: Patient = {
    ...world,
    loaded,
    content,
    git: () => gitOf(world.root),
    ask: (question) => withDatabase(world, { make: false }, question),
    account: async (question) => (world.variable('SENDGRID_API_KEY') === undefined ? [] : question(await account())),
  };
  const examined: Examined[] = [];
  for (const [check, look] of Object.entries<Check>(checks)) {
    for (const diagnosis of await diagnosed(look, patient)) {
      // What keeps the database shut keeps more than one check from being made.
      if (!examined.some(({ words }) => words === diagnosis.words)) examined.push({ check, ...diagnosis });
    }
  }
  return examined;
}

async function diagnosed(look: Check, patient: Patient): Promise<readonly Diagnosis[]> {
  try {
    return await look(patient);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { words, fix } = error.details;
    return [{ state: 'bad', words, ...(fix !== undefined && { fix }) }];
  }
}
