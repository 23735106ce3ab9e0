import { createHash } from 'node:crypto';
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shareOf } from '../../audience/person-in-rows.js';
import { type CsvSettings, openCsvFile } from '../../audience/sources/csv.js';
import { csvRows } from '../../audience/sources/csv-rows.js';
import { csvWithoutRows } from '../../audience/sources/csv-without-rows.js';
import { suppressionColumns } from '../../audience/suppression-rows.js';
import type { WantedPerson } from '../../audience/wanted-person.js';
import type { Audience } from '../../model/audience.js';
import { exitCode, Fault } from '../../model/fault.js';
import { filesBelow } from '../../workspace/folder-files.js';
import { isTracked, privateFolder } from '../../workspace/private-files.js';
import { replacePrivateFile } from '../../workspace/replace-private-file.js';
import type { PeopleWorld } from '../people-world.js';
import { type ErasureStep, rowsInWords, type Steps } from './erasure.js';

/** A CSV file that may have people in it. */
export type CsvFile = {
  readonly path: string;
  readonly shown: string;
  readonly settings: CsvSettings;
  /** The columns with addresses, as audiences name them; none where no audience reads the file. */
  readonly addressColumns: readonly string[];
};

/** The CSV files of audiences and those in audiences/private/, each once, however many audiences read it. */
export function csvFilesOf(audiences: readonly Audience[], { root }: PeopleWorld): readonly CsvFile[] {
  const files = new Map<string, CsvFile>();
  const add = (shown: string, settings: CsvSettings, addressColumns: readonly string[]) => {
    const path = realPath(join(root, shown));
    const known = files.get(path) ?? { path, shown, settings, addressColumns: [] };
    files.set(path, { ...known, addressColumns: [...known.addressColumns, ...addressColumns] });
  };
  for (const { people, columns } of audiences) {
    if (people?.kind !== 'csv') continue;
    const { kind: _, file, ...settings } = people;
    add(file, settings, [columns.email]);
  }
  for (const file of filesBelow(root, privateFolder).files) if (isCsv(file)) add(file, {}, []);
  return [...files.values()];
}

export function isCsv(file: string): boolean {
  return /\.(csv|tsv)$/i.test(file);
}

/**
 * Looks for a person in a CSV file and cuts her rows out of it, or says what would be done. A file that the reader does
 * not take is left alone.
 */
export async function eraseFromCsv(
  file: CsvFile,
  person: WantedPerson,
  really: boolean,
  { root, progress }: PeopleWorld,
): Promise<Steps> {
  const { shown: where } = file;
  progress(`Looking in ${where} …`);
  try {
    const { hers, named, columns, version } = await findIn(file, person);
    if (isSuppressionList(columns)) {
      const rows = [...hers, ...named];
      return rows.length === 0
        ? {}
        : { kept: [{ where, rows, words: `${rowsInWords(rows)}: it is a copy of the list of suppressions` }] };
    }
    const left = [
      ...(named.length > 0 ? [namedIn(where, named)] : []),
      ...(hers.length + named.length > 0 && isTracked(root, where) ? [keptByGit(where)] : []),
    ];
    if (really && hers.length > 0) await cutOut(file, new Set(hers), version);
    return {
      ...(hers.length > 0 && { removed: [{ where, rows: hers, words: rowsInWords(hers) }] }),
      left,
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { words, state } = error.details;
    return {
      unknown: [
        {
          where,
          words: state ? `${words} ${state}` : words,
          fix: 'Mend that and try again, or look for her in the file yourself.',
        },
      ],
    };
  }
}

type Found = {
  readonly columns: readonly string[];
  readonly hers: readonly number[];
  readonly named: readonly number[];
  readonly version: string;
};

async function findIn({ path, shown, settings, addressColumns }: CsvFile, person: WantedPerson): Promise<Found> {
  const version = versionOf(path);
  // The reader goes first, because only of a file that it takes can be told what a row is.
  const { columns } = await contentsOf(path, shown, settings, new Set());
  const known = {
    width: columns.length,
    addressColumns: addressColumns.map((column) => columns.indexOf(column)).filter((column) => column !== -1),
  };
  const hers: number[] = [];
  const named: number[] = [];
  for await (const rows of csvRows(createReadStream(path), settings)) {
    for (const { number, text, cells } of rows) {
      if (!person.mayBeIn(text())) continue;
      const share = shareOf(cells(), person, known);
      if (share === 'hers' && number > 1) hers.push(number);
      else if (share !== 'none') named.push(number);
    }
  }
  return { columns, hers, named, version };
}

async function cutOut({ path, shown, settings }: CsvFile, rows: ReadonlySet<number>, version: string): Promise<void> {
  const wanted = await contentsOf(path, shown, settings, rows);
  await replacePrivateFile(path, shown, csvWithoutRows(createReadStream(path), rows, settings), async (fresh) => {
    const digest = await digestIfRead(fresh, shown, settings);
    if (digest !== wanted.digest) throw leftAsItIs(`Without her rows, ${shown} would not be read as it is now.`);
    if (versionOf(path) !== version) throw leftAsItIs(`${shown} was changed while rows were cut out of it.`);
  });
}

async function digestIfRead(path: string, shown: string, settings: CsvSettings): Promise<string | undefined> {
  try {
    return (await contentsOf(path, shown, settings, new Set())).digest;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

function leftAsItIs(words: string): Fault {
  return new Fault({ code: 'erase/left', exit: exitCode.incomplete, words, state: 'The file is as it was.' });
}

/** What the reader makes of a file but for some rows; equal digests mean the same people with the same details. */
async function contentsOf(
  path: string,
  shown: string,
  settings: CsvSettings,
  without: ReadonlySet<number>,
): Promise<{ readonly columns: readonly string[]; readonly digest: string }> {
  const { columns, batches } = await openCsvFile(path, shown, settings);
  const read = createHash('sha256').update(JSON.stringify(columns));
  const refusals = createHash('sha256');
  for await (const { rows, refused } of batches) {
    for (const { number, values } of rows) if (!without.has(number)) read.update(`${JSON.stringify(values)}\n`);
    for (const { number, words } of refused) if (!without.has(number)) refusals.update(`${words}\n`);
  }
  return { columns, digest: read.update(refusals.digest()).digest('hex') };
}

function isSuppressionList(columns: readonly string[]): boolean {
  return columns.join() === suppressionColumns.join();
}

function namedIn(where: string, rows: readonly number[]): ErasureStep {
  return {
    where,
    rows,
    words: `her address is also in ${rowsInWords(rows)}, among other things or beside somebody else’s`,
    fix: 'Take it out there by hand.',
  };
}

function keptByGit(where: string): ErasureStep {
  return {
    where,
    words: 'git keeps the file with everything that was ever in it',
    fix: 'Run “git rm --cached” on it, and ask whoever keeps the repository to clear it from its history.',
  };
}

/** Tells whether a file is still the one that was looked at. Of a file that is not there, nothing. */
function versionOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : '';
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
