import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/** The name of whoever uses git here (git config user.name), if it is set. */
export function gitUser(root: string): string | undefined {
  const { status, stdout } = spawnSync('git', ['config', 'user.name'], { cwd: root, encoding: 'utf8' });
  const name = status === 0 ? stdout.trim() : '';
  return name === '' ? undefined : name;
}

/**
 * The names of everybody who changed a file, and of the last to change each of some others. What is not
 * committed counts as the present user's. Undefined outside a repository, or where it is not known who that is.
 *
 * @throws Fault (exit 3) like `gitOf`.
 */
export function authorsOf(root: string, file: string, files: readonly string[]): readonly string[] | undefined {
  if (!isInRepository(root)) return undefined;
  const authors = new Set<string>();
  const changed = ask(root, ['status', '--porcelain', '-z', '--', file, ...files], [0]).out;
  if (changed !== '') {
    const user = gitUser(root);
    if (user === undefined) return undefined;
    authors.add(user);
  }
  // A repository without a commit has no log, and git says so with a status of its own.
  if (ask(root, ['rev-parse', '--quiet', '--verify', 'HEAD'], [0, 1]).status !== 0) return [...authors];
  for (const name of lines(ask(root, ['log', '--format=%an', '--', file], [0]).out)) authors.add(name);
  const left = new Set(files);
  const log = ask(root, ['log', '--format=%x01%an', '--name-only', '--relative', '--', ...files], [0]).out;
  for (const commit of files.length === 0 ? [] : log.split('\u0001').slice(1)) {
    const [author = '', ...paths] = lines(commit);
    for (const path of paths) if (left.delete(path)) authors.add(author);
    if (left.size === 0) break;
  }
  return [...authors];
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter(Boolean);
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
