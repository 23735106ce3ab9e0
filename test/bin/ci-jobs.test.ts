import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SendGridServer, startSendGrid, testKey } from '../fakes/sendgrid-server.js';
import { hasPostgres, type Postgres, startPostgres } from '../harness/postgres.js';
import { findProgram } from '../harness/programs.js';
import { copyOf, type Project } from '../harness/project.js';
import { runGitlabJob, runJob } from '../harness/runner.js';
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
  expect((await project.mailout('init ci')).code).toBe(0);
  git(project.root, 'init', '--quiet');
  commitAll(project);
  return project;
}

function commitAll({ root }: Project): void {
  git(root, 'add', '.');
  git(root, '-c', 'user.name=Ada', '-c', 'user.email=a@union.example', 'commit', '--quiet', '-m', 'x');
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

async function addMembers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table members (email text, nation text)');
  await client.query(
    "insert into members select 'p' || n || '@example.org', case when n % 2 = 0 then 'wales' else 'england' end from generate_series(1, 7) n",
  );
  await client.end();
}

const monday = '2027-03-22T07:11:00Z';

describe.skipIf(!hasPrograms || !hasPostgres)('the jobs that send and watch, in fresh clones with nobody there', () => {
  let postgres: Postgres | undefined;
  let server: SendGridServer;
  beforeAll(async () => {
    postgres = await startPostgres();
    await addMembers(postgres?.url ?? '');
    server = await startSendGrid({}, { now: () => Date.parse(monday) });
  });
  afterAll(async () => {
    await server.stop();
    await postgres?.stop();
  });

  const secrets = () => ({
    SENDGRID_API_KEY: testKey,
    MAILOUT_LEDGER: postgres?.url ?? '',
    MAILOUT_PEOPLE: postgres?.url ?? '',
    MAILOUT_KEY: 'a'.repeat(64),
  });

  it('send what is approved and due, once, and say so on the page of the job', async () => {
    const project = await repository(packages, (one) => {
      one.write(
        'audiences/pickers.yaml',
        'title: Pickers\nwhy: You asked.\nenvironment: live\nbasis: consent\nfields: [{ name: first_name, fallback: friend }]\n' +
          'facets: { nations: [england, wales] }\nsource: { kind: postgres, query: "select email, nation from members" }\ncolumns: { email: email, facets: { nations: { column: nation } } }\n',
      );
      one.edit(
        'mailout.yaml',
        (text) =>
          `${text}delivery: { unsubscribe: { link: "https://www.example.org/unsubscribe?r={token}" } }\napproval: { rules: [{ approvers: 1, author-counts: true }] }\n`,
      );
    });
    const workflow = project.read('.github/workflows/mailout-send.yml');
    const url = { MAILOUT_SENDGRID_URL: server.url };
    const job = async (name: string, now: string, inputs = {}) =>
      runJob(workflow, name, {
        clone: freshClone(project, 'package'),
        secrets: secrets(),
        inputs,
        variables: { ...url, MAILOUT_NOW: now },
      });
    const took = () => server.mail.mailbox.taken.flatMap(({ to }) => to).length;

    const unapproved = await job('send', monday);
    expect(unapproved.steps.map(({ name, code }) => [name, code])).toEqual([['Send', 3]]);
    expect(unapproved.summary).toContain('mailout approve weekly --date 2027-03-22');

    const approved = await project.mailout(['approve', 'weekly', '--by', 'Bea'], '2027-03-19T15:00:00Z', {
      ...secrets(),
      ...url,
    });
    expect([approved.code, approved.err]).toEqual([0, '']);
    commitAll(project);

    const built = await job('build', monday);
    expect(built.steps.map(({ name, code }) => [name, code])).toEqual([
      ['Check', 0],
      ['Build', 0],
    ]);
    const trial = await job('send', monday, { 'dry-run': true });
    expect(trial.steps.map(({ name, code }) => [name, code])).toEqual([['Say what would be sent', 0]]);
    expect(trial.summary).toContain('would go out now, to 7 people.');
    expect(took()).toBe(0);

    const missing = await job('watch', '2027-03-23T08:47:00Z');
    expect(missing.steps.map(({ name, code }) => [name, code])).toEqual([['Watch', 1]]);

    for (const [at, words] of [
      [monday, 'Complete. weekly, 2027-03-22'],
      ['2027-03-22T07:26:00Z', 'Nothing is due.'],
    ] as const) {
      const { steps, summary } = await job('send', at);
      expect(steps.map(({ name, code }) => [name, code])).toEqual([['Send', 0]]);
      expect(summary).toContain(words);
      expect(took()).toBe(7);
    }
    const watched = await job('watch', '2027-03-23T08:47:00Z');
    expect(watched.steps.map(({ name, code }) => [name, code])).toEqual([['Watch', 0]]);
    expect(watched.summary).toMatch(/2027-03-22 .*sent/);
  });
});

describe.skipIf(!hasPrograms)('the jobs of GitLab, in a fresh clone with nobody there', () => {
  const mistake = (one: Project) => {
    const [path = ''] = one.list('issues/items');
    one.edit(`issues/items/${path}`, (text) => `${text}\nThe vigil is on Monday 23 March 2027 at noon.\n`);
  };

  it.each<[string, number, (project: Project) => void]>([
    ['pass over a workspace', 0, () => {}],
    ['fail for a mistake', 1, mistake],
  ])('%s, and leave every report and the preview', async (_, wanted, prepare) => {
    const project = await repository(packages, prepare);
    const clone = freshClone(project, 'package');
    const pipeline = project.read('.gitlab-ci.yml');
    const checked = await runGitlabJob(pipeline, 'mailout-check', { clone, variables });
    expect(checked.code).toBe(wanted);
    const quality = JSON.parse(readFileSync(join(clone, 'gl-code-quality-report.json'), 'utf8'));
    expect(quality.filter((one: { severity: string }) => one.severity === 'critical')).toHaveLength(wanted);
    expect(readFileSync(join(clone, 'mailout-junit.xml'), 'utf8')).toContain(`failures="${wanted}"`);
    expect(readFileSync(join(clone, 'mailout-check.md'), 'utf8')).toMatch(/^## Check/);
    expect((await runGitlabJob(pipeline, 'mailout-preview', { clone, variables })).code).toBe(wanted);
    expect(readFileSync(join(clone, 'out/preview/index.html'), 'utf8')).toContain('The Weekly Windfall');
    expect(readFileSync(join(clone, 'mailout-preview.md'), 'utf8')).toMatch(/^## Preview/);
  });

  it('say why they stopped where a secret is missing', async () => {
    const project = await repository(packages, (one) =>
      one.edit('audiences/pickers.yaml', (text) => `${text}environment: test\n`),
    );
    const clone = freshClone(project, 'package');
    const late = { MAILOUT_NOW: monday };
    const { code } = await runGitlabJob(project.read('.gitlab-ci.yml'), 'mailout-send', { clone, variables: late });
    expect(code).toBe(4);
    expect(readFileSync(join(clone, 'mailout-send.md'), 'utf8')).toMatch(/^## Stopped\n[\s\S]*SENDGRID_API_KEY/);
  });
});

describe.skipIf(!hasPrograms)('a job that is cancelled', () => {
  it.each([
    ['send', 'SIGINT'],
    ['send', 'SIGTERM'],
    ['watch', 'SIGTERM'],
  ] as const)(
    'lets the program of its step hear of it, which has something to finish: %s, %s',
    async (name, signal) => {
      const project = await repository(packages);
      const clone = freshClone(project, 'package');
      const program = join(clone, 'node_modules/.bin/mailout');
      rmSync(program);
      writeFileSync(
        program,
        `#!/usr/bin/env node
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { console.log('heard ' + signal); process.exit(130); });
setTimeout(() => process.exit(1), 20000);
console.log('begun');
`,
        { mode: 0o755 },
      );
      const { steps } = await runJob(project.read('.github/workflows/mailout-send.yml'), name, {
        clone,
        begun: (pid) => process.kill(pid, signal),
      });
      expect(steps.map(({ code, out }) => [code, out])).toEqual([[130, `begun\nheard ${signal}\n`]]);
    },
  );
});
