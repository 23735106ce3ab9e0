import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeSource } from '../audience/describe-source.js';
import type { Content } from '../content/references.js';
import type { RosterHoldings } from '../database/rosters.js';
import type { SuppressionHoldings } from '../database/suppressions.js';
import type { Audience, Environment, LawfulBasis, SourceKind } from '../model/audience.js';
import { facetNames } from '../model/facets.js';
import { Fault } from '../model/fault.js';
import { type Finding, isError } from '../model/finding.js';
import type { Region } from '../model/organisation.js';
import { filesBelow } from '../workspace/folder-files.js';
import { databaseFile, ledgerKeyFile } from '../workspace/ledger-key.js';
import { privateFolder } from '../workspace/private-files.js';
import { loadWorkspace } from './load-audience.js';
import type { PeopleWorld } from './people-world.js';
import { withDatabase } from './workspace-database.js';

/** What of people is held where and for how long, and what a provider gets. Nobody is in it, and nobody is counted. */
export type PrivacyReport = {
  /** An ISO instant. */
  readonly at: string;
  readonly organisation: { readonly name: string; readonly contact: string; readonly privacy?: string };
  readonly audiences: readonly AudiencePrivacy[];
  readonly testers: number;
  readonly personas: number;
  /** Files in audiences/private/ beside the database and its key. */
  readonly privateFiles: number;
  readonly database: DatabasePrivacy;
  readonly keyAt: string;
  /** Days. */
  readonly keepRosters: number;
  readonly region: Region;
};

export type AudiencePrivacy = {
  readonly id: string;
  readonly title: string;
  readonly environment: Environment;
  readonly basis?: LawfulBasis;
  readonly kind?: SourceKind;
  /** Where its people are, in words. */
  readonly source: string;
  /** What is read of each person, beside the address. */
  readonly fields: readonly string[];
  readonly facets: readonly string[];
  /** The newsletters that are mailed to it, and whether they are marketing. */
  readonly newsletters: readonly { readonly title: string; readonly marketing: boolean }[];
};

export type DatabasePrivacy = { readonly at: string } & (
  | { readonly state: 'none' }
  | { readonly state: 'unknown'; readonly words: string }
  | { readonly state: 'there'; readonly suppressions: SuppressionHoldings; readonly rosters: RosterHoldings }
);

/**
 * Gathers what a data protection officer asks, from the workspace's files and the database. No source is read. Without a
 * report, the findings say what is wrong with mailout.yaml.
 */
export async function privacyReport(
  world: PeopleWorld,
): Promise<{ readonly report?: PrivacyReport; readonly findings: readonly Finding[] }> {
  const { content, findings } = loadWorkspace(world);
  if (!content) return { findings: findings.filter(isError) };
  const { organisation, testers, personas } = content;
  const ours = (file: string) => file === ledgerKeyFile || file.startsWith(databaseFile);
  return {
    report: {
      at: world.now,
      organisation: {
        name: organisation.name,
        contact: organisation.contact,
        ...(organisation.privacy !== undefined && { privacy: organisation.privacy }),
      },
      audiences: content.audiences.map((audience) => audiencePrivacy(audience, content)),
      testers: testers.length,
      personas: personas.length,
      privateFiles: filesBelow(world.root, privateFolder).files.filter((file) => !ours(file)).length,
      database: await databasePrivacy(world),
      keyAt: keyAt(world),
      keepRosters: organisation.keepRosters,
      region: organisation.region,
    },
    findings: [],
  };
}

function audiencePrivacy(audience: Audience, { publications }: Content): AudiencePrivacy {
  const { id, title, environment, basis, people, columns } = audience;
  return {
    id,
    title,
    environment,
    ...(basis && { basis }),
    ...(people && { kind: people.kind }),
    source: describeSource(people),
    fields: columns.fields.map(({ name }) => name),
    facets: facetNames.filter((name) => columns.facets[name]),
    newsletters: publications
      .filter((one) => one.channel === 'email' && one.audience === id)
      .map(({ title, marketing }) => ({ title, marketing })),
  };
}

async function databasePrivacy(world: PeopleWorld): Promise<DatabasePrivacy> {
  const at = world.variable('MAILOUT_LEDGER') ? 'the PostgreSQL database that MAILOUT_LEDGER names' : databaseFile;
  try {
    return await withDatabase(world, { make: false }, async (database): Promise<DatabasePrivacy> => {
      if (!database) return { at, state: 'none' };
      const suppressions = await database.suppressions.holdings();
      return { at, state: 'there', suppressions, rosters: await database.rosters.holdings() };
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { at, state: 'unknown', words: error.details.words };
  }
}

function keyAt({ root, variable }: PeopleWorld): string {
  if (variable('MAILOUT_KEY') !== undefined) return 'the environment variable MAILOUT_KEY';
  return existsSync(join(root, ledgerKeyFile))
    ? `${ledgerKeyFile}, which mailout uses only while nobody but its owner can read it`
    : `${ledgerKeyFile}, made together with the database`;
}
