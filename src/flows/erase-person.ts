import { join } from 'node:path';
import { type WantedPerson, wantedPerson } from '../audience/wanted-person.js';
import type { Content } from '../content/references.js';
import type { Audience } from '../model/audience.js';
import { exitCode, Fault } from '../model/fault.js';
import { type Finding, isError } from '../model/finding.js';
import { filesBelow } from '../workspace/folder-files.js';
import { roomOf } from '../workspace/layout.js';
import { databaseFile, ledgerKeyFile } from '../workspace/ledger-key.js';
import { privateFolder } from '../workspace/private-files.js';
import { readTree, type Tree } from '../workspace/read.js';
import { csvFilesOf, eraseFromCsv, isCsv } from './erase/csv-files.js';
import { eraseFromDatabase, type StillSuppressed } from './erase/database.js';
import type { ErasureStep, Steps } from './erase/erasure.js';
import { findInSource, findInWorkbook } from './erase/other-sources.js';
import { load } from './load.js';
import type { PeopleWorld } from './people-world.js';
import { createWorkshop } from './workshop.js';

/** What was removed of a person, or would be, and what was not. */
export type Erasure = {
  /** Her address as it may be shown. */
  readonly shown: string;
  /** Whether it was done, and not only looked at. */
  readonly isDone: boolean;
  readonly suppressed: StillSuppressed;
} & Required<Steps>;

/**
 * Removes a person everywhere but from the list of suppressions: from rosters, and from every CSV file of an audience or
 * in audiences/private/. What cannot be changed or looked into from here is told. What fails in one place stops nothing
 * in another.
 *
 * @param address as somebody typed it
 * @param really without it, nothing is changed, and what would be done is told
 * @throws Fault (exit 2) where no address is given. Without an erasure, the findings say what is wrong with mailout.yaml.
 */
export async function erasePerson(
  { address, really }: { readonly address: string; readonly really: boolean },
  world: PeopleWorld,
): Promise<{ readonly erasure?: Erasure; readonly findings: readonly Finding[] }> {
  if (address.trim() === '') throw noAddress();
  const person = wantedPerson(address);
  const tree = readTree(world.root);
  const { content, findings } = load(tree, createWorkshop(world.root, { isKept: false }), world.progress);
  if (!content) return { findings: findings.filter(isError) };

  const all: Steps[] = [unreadAudiences(tree, content.audiences, findings), amongTesters(content, person)];
  for (const file of csvFilesOf(content.audiences, world)) all.push(await eraseFromCsv(file, person, really, world));
  for (const audience of content.audiences) {
    all.push(await findInSource(audience, content.organisation, person, world));
  }
  all.push(...(await inOtherFiles(content.audiences, person, world)));
  const { suppressed, ...inDatabase } = await eraseFromDatabase(person, really, world);
  all.push(inDatabase);
  const of = (what: keyof Steps) => all.flatMap((steps): readonly ErasureStep[] => steps[what] ?? []);
  return {
    erasure: {
      shown: person.shown,
      isDone: really,
      removed: of('removed'),
      left: of('left'),
      unknown: of('unknown'),
      kept: of('kept'),
      suppressed,
    },
    findings: [],
  };
}

function noAddress(): Fault {
  return new Fault({
    code: 'audience/no-address',
    exit: exitCode.usage,
    words: 'There is no address.',
    fix: 'Write it like mailout audience erase jo@example.org.',
  });
}

/** Audiences whose file has errors that hide where their people are. */
function unreadAudiences({ files }: Tree, audiences: readonly Audience[], findings: readonly Finding[]): Steps {
  const unread = files.filter(({ path }) => {
    if (roomOf(path).is !== 'audience') return false;
    const audience = audiences.find(({ source }) => source.file === path);
    if (audience?.people) return false;
    return !audience || findings.some((finding) => isError(finding) && finding.place?.file === path);
  });
  return {
    unknown: unread.map(({ path }) => ({
      where: path,
      words: 'the file has errors, so it cannot be told where the people of this audience are',
      fix: 'Mend it, then try again. “mailout build” shows the errors.',
    })),
  };
}

/** Testers are in a file that git keeps, with all that it ever said. */
function amongTesters({ testers }: Content, { isHers }: WantedPerson): Steps {
  return {
    left: testers
      .filter(({ address }) => isHers(address))
      .map(({ source }) => ({
        where: source.file,
        words: 'she is one of the testers',
        fix: 'Take her out of the file. If it is in git, ask whoever keeps the repository to clear its history.',
      })),
  };
}

/** What else lies in audiences/private/. */
async function inOtherFiles(
  audiences: readonly Audience[],
  person: WantedPerson,
  world: PeopleWorld,
): Promise<Steps[]> {
  const { files, unreadable } = filesBelow(world.root, privateFolder);
  const isRead = (file: string) => audiences.some(({ people }) => people?.kind === 'xlsx' && people.file === file);
  const isOurs = (file: string) => file === ledgerKeyFile || file.startsWith(databaseFile);
  const others = files.filter((file) => !isCsv(file) && !isOurs(file) && !isRead(file) && !/\/\.[^/]*$/.test(file));
  const steps: Steps[] = [
    {
      unknown: [
        ...unreadable.map((where) => ({ where, words: 'the folder cannot be read', fix: 'Look for her there.' })),
        ...others.filter((file) => !isWorkbook(file)).map(notLookedInto),
      ],
    },
  ];
  for (const file of others.filter(isWorkbook)) {
    steps.push(await findInWorkbook(file, join(world.root, file), person, world));
  }
  return steps;
}

function isWorkbook(file: string): boolean {
  return /\.xlsx$/i.test(file);
}

function notLookedInto(where: string): ErasureStep {
  return {
    where,
    words: 'mailout cannot look into files of this kind',
    fix: 'Look for her there. Delete the file if nobody needs it.',
  };
}
