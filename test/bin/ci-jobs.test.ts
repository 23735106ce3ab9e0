import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../harness/programs.js';
import { copyOf, type Project } from '../harness/project.js';
import { runJob } from '../harness/runner.js';
import { type Shipped, ship } from '../harness/shipped.js';

const hasPrograms = findProgram('git') !== undefined && findProgram('bash') !== undefined;

let shipped: Shipped;
beforeAll(() => {
  shipped = ship();
});
afterAll(() => shipped.remove());

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const git = (cwd: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

const packages = '{ "devDependencies": { "mailout": "0.1.0" } }';
const variables = { MAILOUT_NOW: '2027-03-17T12:00:00Z' };

/** A workspace with its jobs in it, as it is in a repository. */
async function repository(packageJson: string, prepare: (project: Project) => void = () => {}): Promise<Project> {
  const project = copyOf('newsletter');
  project.write('package.json', packageJson);
  project.write('package-lock.json', '{}');
  project.write('.gitignore', 'node_modules\ndist\nbin\nout/\n.mailout/\naudiences/private/\n');
  prepare(project);
  expect((await project.mailout('init ci --for github')).code).toBe(0);
  git(project.root, 'init', '--quiet');
  git(project.root, 'add', '.');
  git(project.root, '-c', 'user.name=Ada', '-c', 'user.email=a@union.example', 'commit', '--quiet', '-m', 'x');
  return project;
}

/** A clone that nothing was done in, but for what `npm ci` does: mailout as a package, or as what the workspace is. */
function freshClone({ root }: Project, as: 'package' | 'itself'): string {
  const top = mkdtempSync(join(tmpdir(), 'mailout-clone-'));
  made.push(top);
  const clone = join(top, 'news');
  git(top, 'clone', '--quiet', `file://${root}`, clone);
  if (as === 'package') {
    mkdirSync(join(clone, 'node_modules/.bin'), { recursive: true });
    symlinkSync(shipped.program, join(clone, 'node_modules/.bin/mailout'));
  } else {
    for (const part of ['bin', 'dist'])
      cpSync(join(dirname(shipped.program), '..', part), join(clone, part), { recursive: true });
    symlinkSync(join(dirname(shipped.program), '../node_modules'), join(clone, 'node_modules'));
  }
  return clone;
}

describe.skipIf(!hasPrograms)('the job that checks, in a fresh clone with nobody there', () => {
  it.each([
    ['that has mailout as a package', packages, 'package'],
    ['that is mailout’s own', '{ "name": "mailout", "type": "module" }', 'itself'],
  ] as const)('passes over a workspace %s, and leaves a preview, a summary and a clean tree', async (_, json, as) => {
    const project = await repository(json);
    const clone = freshClone(project, as);
    const { steps, summary } = await runJob(project.read('.github/workflows/mailout-check.yml'), 'check', {
      clone,
      variables,
    });
    expect(steps.map(({ name, code, err }) => [name, code, err])).toEqual([
      ['Check', 0, ''],
      ['Build', 0, ''],
      ['Preview', 0, ''],
    ]);
    expect(steps[1]?.out).toContain('The Weekly Windfall');
    expect(summary).toMatch(/^## Check\n[\s\S]*\n## Preview\n[\s\S]*The Weekly Windfall \| 2027-03-22 \| Wales/);
    expect(spawnSync('test', ['-f', join(clone, 'out/preview/index.html')]).status).toBe(0);
    expect(git(clone, 'status', '--porcelain')).toBe('');
  });

  it('fails for a mistake, says where in the pull request, and shows how the issues look all the same', async () => {
    const project = await repository(packages, (one) => {
      const [path = ''] = one.list('issues/items');
      one.edit(`issues/items/${path}`, (text) => `${text}\nThe vigil is on Monday 23 March 2027 at noon.\n`);
    });
    const clone = freshClone(project, 'package');
    const { steps, summary } = await runJob(project.read('.github/workflows/mailout-check.yml'), 'check', {
      clone,
      variables,
    });
    expect(steps.map(({ name, code }) => [name, code])).toEqual([
      ['Check', 1],
      ['Build', 1],
      ['Preview', 1],
    ]);
    expect(steps[0]?.out).toMatch(/^::error file=issues\/items\/[\w-]+\.md,line=\d+,col=\d+,title=content\/weekday::/m);
    expect(summary).toContain('| Error | issues/items/');
    expect(summary).toMatch(/\| 1 error; not approved \|/);
    expect(spawnSync('test', ['-f', join(clone, 'out/preview/index.html')]).status).toBe(0);
  });
});
