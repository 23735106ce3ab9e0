import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFile } from '../../audience/describe-source.js';
import type { Audience } from '../../model/audience.js';
import { filesBelow } from '../../workspace/folder-files.js';
import { isReadableByOthers, isTracked, privateFolder } from '../../workspace/private-files.js';
import { bad, type Check, counted, type Diagnosis, good, named, warning } from './check.js';

const untrack =
  'Run “git rm --cached” on it, tell your data protection officer, and ask whoever keeps the repository to clear its history.';

/** Whatever is put into audiences/private/ stays out of git. */
const ignored: Check = ({ git }) => {
  const repository = git();
  if (!repository) return [good('The workspace is in no git repository.')];
  // Any name will do: a rule for some kinds of files would not be enough.
  if (repository.ignores(`${privateFolder}/any-file`)) return [good(`Git ignores ${privateFolder}/.`)];
  return [
    bad(`Git does not ignore ${privateFolder}/, where people’s data is.`, `Add “${privateFolder}/” to .gitignore.`),
  ];
};

/** Nobody's data is in git. */
const tracked: Check = ({ git, root, content }) => {
  const repository = git();
  if (!repository) return [];
  const inFolder = repository.tracked(privateFolder);
  const sources = sourceFiles(content.audiences).filter((file) => !inFolder.includes(file) && isTracked(root, file));
  const files = [...inFolder, ...sources];
  if (files.length === 0) return [good('No file with people in it is in git.')];
  return files.map((file) =>
    bad(`${file} is in git, where it stays for ever and everybody with the repository has it.`, untrack),
  );
};

/** What audiences name as their sources is there: files, and the variables that say where a database is. */
const sources: Check = ({ root, content, variable }) => {
  const files = sourceFiles(content.audiences);
  const missing = files
    .filter((file) => !existsSync(join(root, file)))
    .map((file) => bad(`There is no ${file}.`, 'Put the file there, or correct the path in the audience’s file.'));
  const unset = [
    ...new Set(content.audiences.flatMap(({ people }) => (people?.kind === 'postgres' ? people.connection : []))),
  ]
    .filter((name) => variable(name) === undefined)
    .map((name) =>
      bad(
        `${name} is not set, and an audience is read from the database that it names.`,
        `Set ${name} to the address of that database.`,
      ),
    );
  const wrong = [...missing, ...unset];
  if (wrong.length > 0) return wrong;
  return files.length === 0 ? [] : [good(`The source files of audiences are there: ${named(files)}.`)];
};

/** Nobody else who uses the computer can read people's data. */
const readable: Check = ({ root, content }): readonly Diagnosis[] => {
  const { files, unreadable } = filesBelow(root, privateFolder);
  const all = [...new Set([...files, ...sourceFiles(content.audiences)])];
  const open = all.filter((file) => isReadableByOthers(root, file));
  const closed = unreadable.map((folder) =>
    bad(`The folder ${folder} cannot be read.`, 'Change its permissions, or ask its owner.'),
  );
  if (open.length > 0) {
    return [
      ...closed,
      warning(
        `Everybody who uses this computer can read ${counted(open.length, 'file')} with people’s data: ${named(open)}.`,
        `Run “chmod 600” on ${open.length === 1 ? 'it' : 'them'}.`,
      ),
    ];
  }
  return all.length > 0 && closed.length === 0 ? [good('Only you can read the files with people’s data.')] : closed;
};

function sourceFiles(audiences: readonly Audience[]): readonly string[] {
  return [...new Set(audiences.flatMap(({ people }) => sourceFile(people) ?? []))];
}

export const privateChecks = { ignored, tracked, sources, readable } satisfies Record<string, Check>;
