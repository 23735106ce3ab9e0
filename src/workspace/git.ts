import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { exitCode, Fault } from '../model/fault.js';

/** What git knows of a workspace. Paths are from the workspace. */
export type Git = {
  /** Whether git passes over a file with this path, were it there. */
  readonly ignores: (path: string) => boolean;
  /** The files below a folder that git keeps. */
  readonly tracked: (folder: string) => readonly string[];
};

/**
 * Git, where the workspace is in a repository.
 *
 * @throws Fault (exit 3), here and from its functions, where there is a repository and git does not answer: what is not
 *   known is not safe.
 */
export function gitOf(root: string): Git | undefined {
  if (!isInRepository(root)) return undefined;
  return {
    ignores: (path) => ask(root, ['check-ignore', '--quiet', '--', path], [0, 1]).status === 0,
    tracked: (folder) => ask(root, ['ls-files', '-z', '--', folder], [0]).out.split('\0').filter(Boolean),
  };
}

/** The repository that a workspace is in. */
export type Repository = {
  /** The folder with all of it. */
  readonly top: string;
  /** The workspace's folder in it, with slashes; empty if they are the same. */
  readonly folder: string;
  /** The hosts that it is exchanged with, of `origin` if there is one: "github.com". */
  readonly hosts: readonly string[];
  /** The branch that `origin` shows first, if git has heard of it. */
  readonly mainBranch?: string;
};

/**
 * Where a workspace is in its repository, and where that comes from. Undefined outside one.
 *
 * @throws Fault (exit 3) like `gitOf`.
 */
export function repositoryOf(root: string): Repository | undefined {
  if (!isInRepository(root)) return undefined;
  const top = ask(root, ['rev-parse', '--show-toplevel'], [0]).out.replace(/\n$/, '');
  const lines = ask(root, ['config', '--get-regexp', '^remote\\..*\\.url$'], [0, 1]).out.split('\n').filter(Boolean);
  const origin = lines.filter((line) => line.startsWith('remote.origin.url '));
  const urls = (origin.length > 0 ? origin : lines).map((line) => line.slice(line.indexOf(' ') + 1));
  const head = ask(root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'], [0, 1, 128]).out.trim();
  return {
    top,
    folder: relative(top, realpathSync(root)).split(sep).join('/'),
    hosts: urls.flatMap((url) => hostOf(url) ?? []),
    ...(head.startsWith('origin/') && { mainBranch: head.slice('origin/'.length) }),
  };
}

/** The host of a remote as git writes it (git-clone, GIT URLS); a folder has none. Names and passwords are left behind. */
function hostOf(url: string): string | undefined {
  const host = /^[a-z+]+:\/\/(?:[^@/]*@)?([^/:]+)/i.exec(url) ?? /^(?:[^@/]+@)?([^/:]{2,}):/.exec(url);
  return host?.[1]?.toLowerCase();
}

/** The name of whoever uses git here (git config user.name), if it is set. */
export function gitUser(root: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['config', 'user.name'], { cwd: root, encoding: 'utf8' });
  const name = status === 0 ? stdout.trim() : '';
  return name === '' ? undefined : name;
}

/**
 * The names of everybody who changed a folder, and of the last to change each of some files. What is not committed counts
 * as the present user's. Undefined where it cannot be known: outside a repository, in one with a part of its history
 * only, or where the present user has no name.
 *
 * @param passOver a folder in the folder that does not count
 * @throws Fault (exit 3) like `gitOf`.
 */
export function authorsOf(
  root: string,
  folder: string,
  passOver: string,
  files: readonly string[],
): readonly string[] | undefined {
  if (!isInRepository(root)) return undefined;
  // A shallow copy gives everything to whoever made its oldest commit (git-clone, --depth).
  if (ask(root, ['rev-parse', '--is-shallow-repository'], [0]).out.trim() !== 'false') return undefined;
  const own = [`:(literal)${folder}`, `:(exclude,literal)${passOver}`];
  const used = files.map((file) => `:(literal)${file}`);
  const authors = new Set<string>();
  const log = hasCommits(root) ? ['log', '--format=%x01%an', '--name-only', '--relative', '-z', '--'] : undefined;
  if (log) for (const { author } of commits(root, [...log, ...own])) authors.add(author);
  const left = new Set(files);
  for (const { author, paths } of log && used.length > 0 ? commits(root, [...log, ...used]) : []) {
    for (const path of paths) if (left.delete(path)) authors.add(author);
    if (left.size === 0) break;
  }
  if (left.size > 0 || hasChanges(root, own) || (used.length > 0 && hasChanges(root, used))) {
    const user = gitUser(root);
    if (user === undefined) return undefined;
    authors.add(user);
  }
  return [...authors];
}

/** git log exits with a status of its own where nothing has been committed. */
function hasCommits(root: string): boolean {
  return ask(root, ['rev-parse', '--quiet', '--verify', 'HEAD'], [0, 1]).status === 0;
}

function hasChanges(root: string, paths: readonly string[]): boolean {
  return ask(root, ['status', '--porcelain', '--untracked-files=all', '--', ...paths], [0]).out !== '';
}

type Commit = { readonly author: string; readonly paths: readonly string[] };

/** Newest first. With -z git quotes no path, whatever is in its name. */
function commits(root: string, log: readonly string[]): readonly Commit[] {
  const parts = ask(root, log, [0]).out.split('\u0001').slice(1);
  return parts.map((commit) => {
    const [author = '', ...paths] = commit.split('\0').map((text) => text.replace(/^\n/, ''));
    return { author, paths };
  });
}

/** A workspace's folder in the repository around it, with slashes; empty if they are the same, or there is none. */
export function folderInRepository(root: string): string {
  for (let top = root; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return relative(top, root).split(sep).join('/');
    if (dirname(top) === top) return '';
  }
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInRepository(parent);
}

/** Any other status is git's own trouble: no git, a broken repository, or one that belongs to somebody else. */
function ask(
  root: string,
  args: readonly string[],
  answers: readonly number[],
): { readonly status: number; readonly out: string } {
  const { status, stdout } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (status !== null && answers.includes(status)) return { status, out: stdout };
  throw new Fault({
    code: 'workspace/git-no-answer',
    exit: exitCode.refused,
    words: 'This workspace is in a git repository, and git does not say what is in it.',
    fix: 'Run “git status” in the workspace, and do what it asks for.',
  });
}

/**
 * Paths of files that are not as they were at a commit: changed, new, or not yet known to git.
 *
 * @throws Fault (exit 2) outside a repository, or where there is no such commit; (exit 3) like `gitOf`.
 */
export function changedFiles(root: string, since: string): readonly string[] {
  if (!isInRepository(root))
    throw notComparable('This workspace is in no git repository, so nothing is known to have changed.');
  const known = ask(root, ['rev-parse', '--quiet', '--verify', '--end-of-options', `${since}^{commit}`], [0, 1, 128]);
  if (known.status !== 0) throw notComparable(`git knows no commit called “${since}”.`);
  const changed = ask(root, ['diff', '--name-only', '--relative', '-z', known.out.trim(), '--'], [0]).out;
  const fresh = ask(root, ['ls-files', '--others', '--exclude-standard', '-z'], [0]).out;
  return [...new Set(`${changed}${fresh}`.split('\0').filter(Boolean))];
}

function notComparable(words: string): Fault {
  return new Fault({
    code: 'workspace/nothing-to-compare',
    exit: exitCode.usage,
    words,
    fix: 'Leave --changed away to check everything, or name a commit or branch: --changed main.',
  });
}
