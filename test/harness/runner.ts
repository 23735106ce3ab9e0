import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What a step printed and how it ended. */
export type RanStep = {
  readonly name: string;
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
};

export type RanJob = {
  readonly steps: readonly RanStep[];
  /** What the page of the job shows. */
  readonly summary: string;
};

type Step = { name?: string; id?: string; uses?: string; run?: string; if?: string; env?: Record<string, string> };
type Workflow = {
  defaults: { run: { shell: string; 'working-directory'?: string } };
  jobs: Record<string, { steps: Step[] }>;
};

/** What a runner of GitHub knows beside the workflow. */
export type RunnerWorld = {
  /** The fresh clone, with what `npm ci` would have put there. */
  readonly clone: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, boolean>>;
  /** Called with the process that a step is, as soon as it prints something, as somebody does who cancels a job. */
  readonly begun?: (pid: number) => void;
  /** Further environment variables: a clock, a stand-in for a server. */
  readonly variables?: Readonly<Record<string, string>>;
};

/**
 * Runs the steps of a job as a runner of GitHub does: each as a script for bash with the options that a runner gives it,
 * nobody at a terminal, an environment with nothing else in it. Actions are passed over, and so is `npm ci`.
 */
export async function runJob(workflowText: string, name: string, world: RunnerWorld): Promise<RanJob> {
  const { defaults, jobs } = parse(workflowText) as Workflow;
  const temp = mkdtempSync(join(tmpdir(), 'mailout-runner-'));
  const summary = join(temp, 'summary.md');
  writeFileSync(summary, '');
  const steps: RanStep[] = [];
  try {
    for (const step of jobs[name]?.steps ?? []) {
      if (step.run === undefined || step.run === 'npm ci') continue;
      const hasFailed = steps.some(({ code }) => code !== 0);
      if (!(step.if === undefined ? !hasFailed : holds(step.if, world, hasFailed))) continue;
      const script = join(temp, `step-${steps.length}.sh`);
      writeFileSync(script, step.run);
      const ended = await bash(
        script,
        join(world.clone, defaults.run['working-directory'] ?? ''),
        {
          PATH: process.env.PATH ?? '',
          HOME: temp,
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_WORKSPACE: world.clone,
          RUNNER_TEMP: temp,
          ...world.variables,
          ...filledIn(step.env ?? {}, world),
        },
        world.begun,
      );
      steps.push({ name: step.name ?? step.run, ...ended });
    }
    return { steps, summary: readFileSync(summary, 'utf8') };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/**
 * Runs a job of a pipeline of GitLab as a runner with bash does: its lines before the script and the script as one, in the
 * clone. The line that installs packages is passed over.
 */
export async function runGitlabJob(pipelineText: string, name: string, world: RunnerWorld): Promise<RanStep> {
  const pipeline = parse(pipelineText) as Record<
    string,
    { extends?: string; before_script?: string[]; script?: string[] }
  >;
  const job = pipeline[name];
  const before = pipeline[job?.extends ?? '']?.before_script ?? [];
  const lines = [...before.filter((line) => !line.includes(' npm ci ')), ...(job?.script ?? [])];
  const temp = mkdtempSync(join(tmpdir(), 'mailout-runner-'));
  try {
    const script = join(temp, 'script.sh');
    writeFileSync(script, lines.join('\n'));
    const env = { PATH: process.env.PATH ?? '', HOME: temp, CI: 'true', GITLAB_CI: 'true', ...world.secrets };
    return { name, ...(await bash(script, world.clone, { ...env, ...world.variables }, world.begun)) };
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** `shell: bash` means these options (GitHub, workflow syntax, jobs.<job_id>.steps[*].shell). */
function bash(
  script: string,
  cwd: string,
  env: Record<string, string>,
  begun: RunnerWorld['begun'],
): Promise<Omit<RanStep, 'name'>> {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.once('data', () => begun?.(child.pid ?? 0));
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

/** The conditions that our workflows have. Whatever else is said there must not be taken for yes or no. */
function holds(condition: string, { inputs = {} }: RunnerWorld, hasFailed: boolean): boolean {
  const expression = /^\$\{\{ (.*) \}\}$/.exec(condition)?.[1] ?? condition;
  switch (expression) {
    case "!cancelled() && steps.install.outcome == 'success'":
      return true;
    // A condition without a word about failure has success() before it.
    case 'inputs.dry-run':
      return !hasFailed && inputs['dry-run'] === true;
    case '!inputs.dry-run':
      return !hasFailed && inputs['dry-run'] !== true;
    default:
      throw new Error(`The runner of the tests does not know: ${condition}`);
  }
}

/** A secret that is not set is empty, as on GitHub. */
function filledIn(env: Readonly<Record<string, string>>, { secrets = {} }: RunnerWorld): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{\{ secrets\.(\w+) \}\}/g, (_, secret: string) => secrets[secret] ?? ''),
    ]),
  );
}
