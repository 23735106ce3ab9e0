import { createHash } from 'node:crypto';
import { closeSync, type Dirent, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/finding.js';
import type { TextFile } from '../model/text-file.js';
import { organisationFile } from './find.js';
import { roomOf } from './layout.js';

/** No text of ours is longer; a file that is must be something else, and is not read. */
const sizeLimit = 256 * 1024;

export type RawFile = { readonly path: string; readonly bytes: Buffer };

export type Tree = {
  readonly files: readonly RawFile[];
  /** Files that are too big to be read or cannot be. */
  readonly findings: readonly Finding[];
};

/** Reads every file that a build depends on, in order of path. Links that lead elsewhere are not followed. */
export function readTree(root: string): Tree {
  const files: RawFile[] = [];
  const findings: Finding[] = [];
  const read = (path: string) => {
    const file = readOne(root, path);
    if ('bytes' in file) files.push(file);
    else findings.push(file);
  };
  const see = (path: string) => {
    if (isPartOfBuild(path)) read(path);
    else if (isMisnamed(path)) findings.push(wrongEnding(path));
  };
  read(organisationFile);
  for (const [folder, { depth }] of Object.entries(folders)) walk(root, folder, depth, see);
  return { files, findings };
}

/** Reads what says when issues go out, and nothing else: mailout.yaml, and the publication.yaml of every newsletter. */
export function readTimetable(root: string): Tree {
  const paths: string[] = [];
  walk(root, 'issues', 2, (path) => roomOf(path).is === 'publication' && paths.push(path));
  const read = [organisationFile, ...paths].map((path) => readOne(root, path));
  return {
    files: read.flatMap((one) => ('bytes' in one ? [one] : [])),
    findings: read.flatMap((one) => ('bytes' in one ? [] : [one])),
  };
}

/**
 * A tree in which some paths have changed, been added or gone since it was read.
 *
 * @param paths of files; whoever has heard of a folder only, reads the whole tree
 */
export function readAgain(root: string, tree: Tree, paths: readonly string[]): Tree {
  const changed = new Set(paths.filter((path) => isPartOfBuild(path) || isMisnamed(path)));
  if (changed.size === 0) return tree;
  const files = tree.files.filter(({ path }) => !changed.has(path));
  const findings = tree.findings.filter(({ place }) => !place || !changed.has(place.file));
  for (const path of changed) {
    if (path !== organisationFile && !isPlainFile(root, path)) continue;
    const got = isPartOfBuild(path) ? readOne(root, path) : wrongEnding(path);
    if ('bytes' in got) files.push(got);
    else findings.push(got);
  }
  const inOrder = (one: string, other: string) => compareLists(orderOf(one), orderOf(other));
  return {
    files: files.sort((a, b) => inOrder(a.path, b.path)),
    findings: findings.sort((a, b) => inOrder(a.place?.file ?? '', b.place?.file ?? '')),
  };
}

/** The folders that a build depends on, how deep they are read, and which files in them. */
const folders: Readonly<Record<string, { readonly depth: number; readonly wanted: RegExp }>> = {
  audiences: { depth: 1, wanted: /\.yaml$/ },
  issues: { depth: 8, wanted: /\.(md|yaml)$|^issues\/words\.txt$/ },
  templates: { depth: 3, wanted: /\.(mjml|yaml)$/ },
};

/** Whether a file at this path would be read. */
function isPartOfBuild(path: string): boolean {
  // Approvals are about what was built: if a build depended on them, each would change what it approves.
  return path === organisationFile || (isWithin(path) && wantedIn(path)?.test(path) === true && !isApproval(path));
}

function isMisnamed(path: string): boolean {
  return isWithin(path) && path.endsWith('.yml') && !isApproval(path);
}

function isWithin(path: string): boolean {
  const [top = '', ...rest] = path.split('/');
  const depth = Object.hasOwn(folders, top) ? folders[top]?.depth : undefined;
  return depth !== undefined && rest.length > 0 && rest.length <= depth && !rest.some((part) => /^(?:\.|$)/.test(part));
}

function wantedIn(path: string): RegExp | undefined {
  return folders[path.slice(0, path.indexOf('/'))]?.wanted;
}

function isApproval(path: string): boolean {
  return roomOf(path).is === 'approval';
}

/** Folders and files as they are walked: by name, a folder at its place among the files. */
function orderOf(path: string): readonly string[] {
  return path === organisationFile ? [] : path.split('/');
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  const [a, b] = at < 0 ? [one.length, other.length] : [one[at] ?? '', other[at] ?? ''];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Whether this is a file itself, and no link is on the way to it. */
function isPlainFile(root: string, path: string): boolean {
  const steps = path.split('/').map((_, index, parts) => join(root, ...parts.slice(0, index + 1)));
  return steps.every((step, index) => {
    const stat = lstatSync(step, { throwIfNoEntry: false });
    return index === steps.length - 1 ? stat?.isFile() : stat?.isDirectory();
  });
}

/** A file that is too big to be read every time: whether it has changed is told by its size and time. */
export type FileStat = { readonly path: string; readonly size: number; readonly mtimeMs: number };

/** A digest of the paths and contents of files, and of what is known of bigger ones: if it is equal, a build is. */
export function fingerprint(files: readonly RawFile[], bigger: readonly FileStat[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  for (const { path, size, mtimeMs } of bigger) hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  return hash.digest('hex');
}

export function toText({ path, bytes }: RawFile): TextFile {
  return { path, text: bytes.toString('utf8') };
}

/** One line of a file of the workspace, for a code frame; undefined if it cannot be read. */
export function readLine(root: string, file: string, line: number): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8').split('\n')[line - 1]?.replace(/\r$/, '');
  } catch {
    return undefined;
  }
}

function wrongEnding(path: string): Finding {
  return {
    rule: 'workspace/yml',
    severity: 'warning',
    place: { file: path, line: 1, column: 1 },
    words: 'This file is not read: its name ends in .yml.',
    fix: 'Rename it so that it ends in .yaml.',
  };
}

function readOne(root: string, path: string): RawFile | Finding {
  const place = { file: path, line: 1, column: 1 };
  try {
    const { size, bytes } = readUpTo(sizeLimit, join(root, path));
    if (bytes) return { path, bytes };
    const words = `This file has ${Math.round(size / 1024)} KiB, and texts here have at most ${sizeLimit / 1024} KiB.`;
    return {
      rule: 'workspace/too-big',
      severity: 'error',
      place,
      words,
      fix: 'Put long documents on the web and link to them.',
    };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return {
      rule: 'workspace/unreadable',
      severity: 'error',
      place,
      words: `This file cannot be read${reason}.`,
      fix: 'Check that it is there and that you may read it.',
    };
  }
}

/** A file's size, and its bytes if it is not larger than the limit. */
function readUpTo(limit: number, path: string): { readonly size: number; readonly bytes?: Buffer } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    return size > limit ? { size } : { size, bytes: readFileSync(file) };
  } finally {
    closeSync(file);
  }
}

function walk(root: string, folder: string, depth: number, see: (path: string) => unknown): void {
  for (const entry of entriesOf(join(root, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isFile()) see(path);
    else if (entry.isDirectory() && depth > 1) walk(root, path, depth - 1, see);
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
