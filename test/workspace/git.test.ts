import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorsOf, gitUser } from '../../src/workspace/git.js';
import { findProgram } from '../harness/programs.js';

const issue = 'issues/weekly/2027-03-22';
const approvals = `${issue}/approvals`;
const item = 'issues/items/yemen.md';

let top = '';
let root = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mailout-git-'));
  // A workspace may be a folder of a repository.
  root = join(top, 'news');
  mkdirSync(root);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const git = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** Makes the repository of somebody. */
const begin = (name: string) => {
  git('init', '--quiet', '..');
  git('config', 'user.email', 'somebody@example.org');
  git('config', 'user.name', name);
};

const commit = (name: string, ...paths: readonly string[]) => {
  git('add', '--', ...paths);
  git('-c', `user.name=${name}`, 'commit', '--quiet', '--message', 'x', '--', ...paths);
};

const written = (name: string, path: string, text = name) => {
  write(path, text);
  commit(name, path);
};

const authors = (...files: readonly string[]) => authorsOf(root, issue, approvals, files)?.toSorted();

describe.skipIf(!findProgram('git'))('who wrote an issue', () => {
  it('is everybody who changed its folder, and the last to change each item', () => {
    begin('Ada');
    written('Ada', `${issue}/issue.md`);
    written('Bea', `${issue}/issue.md`);
    written('Cyd', `${issue}/pictures/one.txt`);
    written('Dee', item);
    written('Eve', item);
    written('Flo', 'issues/items/cuba.md');
    written('Gil', 'issues/weekly/2027-03-29/issue.md');
    expect(authors(item)).toEqual(['Ada', 'Bea', 'Cyd', 'Eve']);
    expect(authors()).toEqual(['Ada', 'Bea', 'Cyd']);
  });

  it('is nobody who only approved it', () => {
    begin('Ada');
    written('Ada', `${issue}/issue.md`);
    written('Bea', `${approvals}/bea.yaml`);
    write(`${approvals}/ada.yaml`, 'x');
    git('config', 'user.name', 'Bea');
    expect(authors()).toEqual(['Ada']);
  });

  it.each([
    ['is new', () => write(item, 'x')],
    [
      'was changed',
      () => {
        written('Bea', item);
        write(item, 'changed');
      },
    ],
    [
      'waits for a commit',
      () => {
        write(item, 'x');
        git('add', item);
      },
    ],
    [
      'is passed over by git',
      () => {
        written('Bea', '.gitignore', '*.md\n!issue.md\n');
        write(item, 'x');
      },
    ],
    [
      'is new where new files are not shown',
      () => {
        git('config', 'status.showUntrackedFiles', 'no');
        write(item, 'x');
      },
    ],
  ])('is whoever uses git here where an item %s', (_, change) => {
    begin('Ada');
    written('Cyd', `${issue}/issue.md`);
    change();
    expect(authors(item)).toContain('Ada');
  });

  it('is whoever uses git here where the issue itself was changed', () => {
    begin('Ada');
    written('Bea', `${issue}/issue.md`);
    expect(authors()).toEqual(['Bea']);
    write(`${issue}/issue.md`, 'changed');
    expect(authors()).toEqual(['Ada', 'Bea']);
  });

  it('is whoever uses git here before the first commit', () => {
    begin('Ada');
    write(item, 'x');
    expect(authors(item)).toEqual(['Ada']);
  });

  it.each([
    'issues/items/café.md',
    'issues/items/[a-z]*.md',
    'issues/items/:(top)x.md',
    'issues/items/two  "words".md',
  ])('is found for a file of any name: %s', (path) => {
    begin('Ada');
    write(path, 'x');
    git('add', '.');
    git('-c', 'user.name=Bea', 'commit', '--quiet', '--message', 'x');
    written('Cyd', 'issues/items/a.md');
    expect(authors(path)).toEqual(['Bea']);
  });

  it('is not known outside a repository', () => {
    write(item, 'x');
    expect(authors(item)).toBeUndefined();
  });

  it('is not known from a part of the history, which gives everything to its oldest commit', () => {
    begin('Ada');
    written('Ada', item);
    written('Bea', 'issues/items/cuba.md');
    const whole = root;
    root = join(top, 'copy');
    mkdirSync(root);
    git('clone', '--quiet', '--depth', '1', `file://${top}`, '.');
    root = join(root, 'news');
    expect(authors(item)).toBeUndefined();
    root = whole;
    expect(authors(item)).toEqual(['Ada']);
  });
});

it.skipIf(!findProgram('git'))('whoever uses git has the name that is set, without spaces around it', () => {
  begin(' Ada Lovelace ');
  expect(gitUser(root)).toBe('Ada Lovelace');
  git('config', 'user.name', '');
  expect(gitUser(root)).toBeUndefined();
});
