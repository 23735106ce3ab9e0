import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobTimes, runsInAWeek } from '../../calendar/job-times.js';
import type { Content } from '../../content/references.js';
import type { Audience } from '../../model/audience.js';
import { type Finding, inOrderOfPlace } from '../../model/finding.js';
import type { CiFacts, CiHost } from '../../scaffold/ci-facts.js';
import { ciFiles } from '../../scaffold/ci-files.js';
import { contributionForm } from '../../scaffold/contribution-form.js';
import { stepsLeft } from '../../scaffold/steps-left.js';
import { type Repository, repositoryOf } from '../../workspace/git.js';
import { installedProgram } from '../../workspace/installation.js';
import { readTree } from '../../workspace/read.js';
import { replaceFile } from '../../workspace/write-file.js';
import { load } from '../load.js';
import { nowIn } from '../schedule.js';
import { createWorkshop } from '../workshop.js';

export type InitCiRequest = {
  /** Absent: whoever the repository comes from, or both. */
  readonly hosts?: readonly CiHost[];
  /** Whether files that differ are written over. */
  readonly force: boolean;
};

/** What became of a file: `kept` differs from what would be written, and was left alone. */
export type WrittenFile = { readonly path: string; readonly came: 'written' | 'same' | 'kept' };

export type InitCiResult = {
  readonly files: readonly WrittenFile[];
  readonly steps: readonly { readonly host: CiHost; readonly steps: readonly string[] }[];
  /** How often jobs that send run in a week; none if no newsletter goes by mail. */
  readonly runsInAWeek: number;
  /** Titles of audiences whose people are in files, which no job has. */
  readonly unreachable: readonly string[];
};

/**
 * Writes the jobs that check and send a workspace's newsletters, and the form by which others send items in. What is in git decides alone what they are.
 *
 * @returns findings and no result where files that say when newsletters go out cannot be read
 * @throws Fault (exit 2) if npm would not install mailout in the workspace, or there is no such time zone; (exit 1) if the disk does not take a file;
 *   (exit 3) if git does not answer.
 */
export async function initCi(
  { hosts, force }: InitCiRequest,
  { root, now }: { readonly root: string; readonly now: string },
): Promise<{ readonly result?: InitCiResult; readonly findings: readonly Finding[] }> {
  const program = installedProgram(root);
  const repository = repositoryOf(root);
  const { content, publicationIds, findings } = load(readTree(root), createWorkshop(root, { isKept: false }), () => {});
  if (!content || content.publications.length < publicationIds.length || lacksAudience(content)) {
    return { findings: inOrderOfPlace(findings.filter(({ severity }) => severity === 'error')) };
  }
  // Only for its complaint about a zone that there is not: nothing that is written depends on the time.
  await nowIn(content.organisation, now);
  const facts = factsOf(content, program, repository);
  const wanted = hosts ?? hostsOf(repository);
  const top = repository?.top ?? root;
  const result = {
    files: [...wanted.flatMap((host) => ciFiles(host, facts)), ...wanted.map(contributionForm)].map(({ path, text }) =>
      write(top, path, text, force),
    ),
    steps: wanted.map((host) => ({ host, steps: stepsLeft(host, facts) })),
    runsInAWeek: facts.times.reduce((sum, time) => sum + runsInAWeek(time), 0),
    unreachable: audiencesOf(content)
      .filter(isInFile)
      .map(({ title }) => title),
  };
  return { result, findings: [] };
}

function factsOf(content: Content, program: string, repository: Repository | undefined): CiFacts {
  const { publications, organisation } = content;
  const cadences = publications.filter(({ channel }) => channel === 'email').map(({ cadence }) => cadence);
  return {
    folder: repository?.folder ?? '',
    program,
    branch: repository?.mainBranch ?? 'main',
    times: jobTimes(cadences, organisation.zone, organisation.delivery.mostLate),
    zone: organisation.zone,
    secrets: secretsOf(content),
  };
}

/** What sending asks the environment for: the provider, the ledger, and the databases that audiences are in. */
function secretsOf(content: Content): readonly string[] {
  const audiences = audiencesOf(content);
  const byMailServer = content.organisation.delivery.transport === 'smtp';
  const asksSendGrid =
    !byMailServer || hasReaders(content) || audiences.some(({ people }) => people?.kind === 'sendgrid');
  const connections = audiences.flatMap(({ people }) => (people?.kind === 'postgres' ? [people.connection] : []));
  return [
    ...(asksSendGrid ? ['SENDGRID_API_KEY'] : []),
    ...(byMailServer ? ['MAILOUT_SMTP'] : []),
    'MAILOUT_KEY',
    'MAILOUT_LEDGER',
    ...new Set(connections.sort()),
  ];
}

/** Whether people are written to who exist: then guards want to know whom SendGrid says no of, whoever delivers. */
function hasReaders(content: Content): boolean {
  return audiencesOf(content).some(({ environment }) => environment === 'live');
}

/** The audiences of newsletters that go by mail. */
function audiencesOf({ audiences, publications }: Content): readonly Audience[] {
  const named = new Set(publications.filter(({ channel }) => channel === 'email').map(({ audience }) => audience));
  return audiences.filter(({ id }) => named.has(id));
}

/** Whether the audience of a newsletter cannot be read, so that it is not known what it needs. */
function lacksAudience({ audiences, publications }: Content): boolean {
  return publications.some(({ audience }) => !audiences.some(({ id }) => id === audience));
}

function isInFile({ people }: Audience): boolean {
  return people?.kind === 'csv' || people?.kind === 'xlsx';
}

function hostsOf(repository: Repository | undefined): readonly CiHost[] {
  const known = (['github', 'gitlab'] as const).filter((host) =>
    repository?.hosts.some((name) => name.split('.').includes(host)),
  );
  return known.length > 0 ? known : ['github', 'gitlab'];
}

function write(top: string, path: string, text: string, force: boolean): WrittenFile {
  const target = join(top, path);
  const there = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (there === text) return { path, came: 'same' };
  if (there !== undefined && !force) return { path, came: 'kept' };
  replaceFile(top, path, text);
  return { path, came: 'written' };
}
