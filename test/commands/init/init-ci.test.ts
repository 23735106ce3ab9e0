import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initCi } from '../../../src/flows/init/init-ci.js';
import { findProgram } from '../../harness/programs.js';
import { copyOf, type Project } from '../../harness/project.js';

const check = '.github/workflows/mailout-check.yml';
const send = '.github/workflows/mailout-send.yml';
const gitlab = '.gitlab-ci.yml';

/** A workspace with mailout as a package. */
function workspace(): Project {
  const project = copyOf('newsletter');
  project.write('package.json', '{ "devDependencies": { "mailout": "0.1.0" } }');
  project.write('package-lock.json', '{}');
  return project;
}

const git = (project: Project, ...args: readonly string[]) => {
  const { status, stderr } = spawnSync('git', args, { cwd: project.root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

const written = (project: Project) => [check, send, gitlab].filter((path) => project.exists(path));

describe('mailout init ci', () => {
  it('writes the jobs of both hosts where it is not known which there is, and says what is left to do', async () => {
    const project = workspace();
    const { code, out, err } = await project.mailout('init ci');
    expect([code, err]).toEqual([0, '']);
    expect(written(project)).toEqual([check, send, gitlab]);
    expect(out).toMatch(/Left to do on GitHub:\n {2}1\. .*“newsletters”/);
    expect(out).toMatch(/Left to do on GitLab:\n {2}1\. .*MAILOUT_LEDGER/);
    expect(out).toContain('The job that sends runs 84 times a week.');
  });

  it('writes the same bytes again, and says that nothing changed', async () => {
    const project = workspace();
    await project.mailout('init ci');
    const before = [check, send, gitlab].map(project.read);
    const { code, out } = await project.mailout('init ci', '2031-01-01T00:00:00Z');
    expect(code).toBe(0);
    expect(out).toContain(`${check} is up to date\n${send} is up to date\n${gitlab} is up to date\n`);
    expect([check, send, gitlab].map(project.read)).toEqual(before);
  });

  it('writes over nothing that somebody changed, and writes the others', async () => {
    const project = workspace();
    project.write(send, 'name: ours\n');
    const { code, out, err } = await project.mailout('init ci');
    expect(code).toBe(3);
    expect(err).toMatch(new RegExp(`^Left as it is: ${send}, .*\n.*--force`));
    expect(project.read(send)).toBe('name: ours\n');
    expect(out).toContain(`Wrote ${check}\nWrote ${gitlab}\n`);
    expect((await project.mailout('init ci --force')).code).toBe(0);
    expect(project.read(send)).toContain('send --due');
  });

  it.each([
    ['github', [check, send]],
    ['gitlab', [gitlab]],
    ['both', [check, send, gitlab]],
  ])('writes those of %s if it is told to', async (host, paths) => {
    const project = workspace();
    expect((await project.mailout(`init ci --for ${host}`)).code).toBe(0);
    expect(written(project)).toEqual(paths);
  });

  it.each([
    ['init cd', /cannot set up “cd”/],
    ['init ci --for bitbucket', /no jobs for “bitbucket”.*\n.*github, gitlab, both/],
  ])('says what there is instead of: %s', async (args, words) => {
    const project = workspace();
    const { code, err } = await project.mailout(args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(written(project)).toEqual([]);
  });

  it.each<[string, (project: Project) => void, RegExp]>([
    ['there is no package.json', (project) => project.remove('package.json'), /no package\.json/],
    ['package.json is broken', (project) => project.write('package.json', '{'), /no package\.json.* can be read/],
    ['package.json is a list', (project) => project.write('package.json', '[]'), /no package\.json.* can be read/],
    ['mailout is none of the packages', (project) => project.write('package.json', '{}'), /does not name mailout/],
    ['nothing says which versions to install', (project) => project.remove('package-lock.json'), /package-lock\.json/],
  ])('writes nothing if %s', async (_, breaking, words) => {
    const project = workspace();
    breaking(project);
    const { code, err } = await project.mailout('init ci');
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(written(project)).toEqual([]);
  });

  it.each([
    ['issues/weekly/publication.yaml', 'monday', 'moonday'],
    ['audiences/pickers.yaml', 'fields:', 'feelds:'],
    ['mailout.yaml', 'zone: Europe', 'zoen: Europe'],
  ])(
    'writes nothing where %s cannot be read, since times or secrets would be missing, and says where',
    async (file, right, wrong) => {
      const project = workspace();
      project.edit(file, (text) => text.replace(right, wrong));
      const { code, err } = await project.mailout('init ci');
      expect(code).toBe(1);
      expect(err).toContain(`${file}:`);
      expect(written(project)).toEqual([]);
    },
  );

  it('writes nothing where there is no such time zone', async () => {
    const project = workspace();
    project.edit('mailout.yaml', (text) => text.replace('zone: Europe', 'zone: Europa'));
    const { code, err } = await project.mailout('init ci');
    expect(code).toBe(2);
    expect(err).toContain('no time zone called “Europa/London”');
    expect(written(project)).toEqual([]);
  });

  it('runs mailout as the package that it is, or as the one that is installed', async () => {
    const project = workspace();
    await project.mailout('init ci');
    expect(project.read(send)).toContain('run: exec node_modules/.bin/mailout send --due');
    project.write('package.json', '{ "name": "mailout" }');
    await project.mailout('init ci --force');
    expect(project.read(send)).toContain('run: exec node bin/mailout.js send --due');
  });

  it('goes by the times of the newsletters, and by how late they may be', async () => {
    const project = workspace();
    await project.mailout('init ci');
    expect(project.read(send)).toContain("cron: '7,22,37,52 6-12 * * 1-3'");
    project.edit('issues/weekly/publication.yaml', (text) => text.replace('07:00', '16:30'));
    project.edit('mailout.yaml', (text) => `${text}delivery: { most-late: 2 }\n`);
    await project.mailout('init ci --force');
    expect(project.read(send)).toContain("cron: '7,22,37,52 15-18 * * 1-3'");
  });

  it('asks for the secrets that there is a use for', async () => {
    const project = workspace();
    project.edit('mailout.yaml', (text) => `${text}delivery: { transport: smtp }\n`);
    project.edit(
      'audiences/pickers.yaml',
      (text) =>
        `${text}environment: live\nbasis: member-service\nsource: { kind: postgres, query: select email from people, connection: PICKERS_DB }\ncolumns: { email: email }\n`,
    );
    const { code, out, err } = await project.mailout('init ci');
    expect([code, err]).toEqual([0, '']);
    expect(project.read(send)).toContain(`PICKERS_DB: \${{ secrets.PICKERS_DB }}`);
    expect(project.read(send)).toContain(`MAILOUT_SMTP: \${{ secrets.MAILOUT_SMTP }}`);
    expect(out).toContain('SENDGRID_API_KEY, MAILOUT_SMTP, MAILOUT_KEY, MAILOUT_LEDGER and PICKERS_DB');
  });

  it('asks for no key to SendGrid where a mail server delivers and nobody exists to be written to', async () => {
    const project = workspace();
    project.edit('mailout.yaml', (text) => `${text}delivery: { transport: smtp }\n`);
    project.edit('audiences/pickers.yaml', (text) => `${text}environment: test\n`);
    await project.mailout('init ci');
    expect(project.read(send)).toContain('MAILOUT_SMTP');
    expect(project.read(send)).not.toContain('SENDGRID_API_KEY');
  });

  it('says of an audience in a file that no job can write to it', async () => {
    const project = workspace();
    project.edit(
      'audiences/pickers.yaml',
      (text) =>
        `${text}environment: live\nbasis: member-service\nsource: { kind: csv, file: audiences/private/pickers.csv }\ncolumns: { email: email }\n`,
    );
    const { code, out } = await project.mailout('init ci');
    expect(code).toBe(0);
    expect(out).toContain('The people of “Pickers” are in a file');
  });

  it('writes no job that sends where nothing goes by mail', async () => {
    const project = workspace();
    project.edit('issues/weekly/publication.yaml', (text) => text.replace('template: plain\n', 'channel: copy\n'));
    const { code, out } = await project.mailout('init ci');
    expect([code, written(project)]).toEqual([0, [check, gitlab]]);
    expect(out).toContain('No newsletter goes by mail');
  });
});

describe.skipIf(!findProgram('git'))('mailout init ci in a repository', () => {
  it.each([
    ['https://github.com/union/news.git', [check, send]],
    ['git@github.com:union/news.git', [check, send]],
    ['ssh://git@gitlab.union.example.org:2222/union/news.git', [gitlab]],
    ['https://somebody:secret@gitlab.com/union/news', [gitlab]],
    ['https://code.union.example.org/github/news.git', [check, send, gitlab]],
    ['../github/news', [check, send, gitlab]],
  ])('goes by where it comes from: %s', async (url, paths) => {
    const project = workspace();
    git(project, 'init', '--quiet');
    git(project, 'remote', 'add', 'origin', url);
    const { code, out, err } = await project.mailout('init ci');
    expect([code, written(project)]).toEqual([0, paths]);
    expect(`${out}${err}${paths.map(project.read)}`).not.toContain('secret@');
  });

  it('goes by origin where there are others', async () => {
    const project = workspace();
    git(project, 'init', '--quiet');
    git(project, 'remote', 'add', 'backup', 'https://github.com/union/news.git');
    git(project, 'remote', 'add', 'origin', 'https://gitlab.com/union/news.git');
    await project.mailout('init ci');
    expect(written(project)).toEqual([gitlab]);
  });

  it('writes at the top of the repository, for a workspace in a folder of it', async () => {
    const project = copyOf('newsletter');
    mkdirSync(join(project.root, 'news'));
    for (const part of ['audiences', 'issues', 'templates', 'mailout.yaml']) {
      renameSync(join(project.root, part), join(project.root, 'news', part));
    }
    project.write('news/package.json', '{ "dependencies": { "mailout": "0.1.0" } }');
    project.write('news/package-lock.json', '{}');
    git(project, 'init', '--quiet');
    const { result } = await initCi(
      { force: false },
      { root: join(project.root, 'news'), now: '2027-03-17T12:00:00Z' },
    );
    expect(result?.files.map(({ came }) => came)).toEqual(Array.from({ length: 5 }, () => 'written'));
    expect(project.read(check)).toContain('working-directory: "news"');
    expect(project.read(gitlab)).toContain('- cd "news"\n');
  });

  it('sends from the branch that origin shows first', async () => {
    const project = workspace();
    git(project, 'init', '--quiet');
    git(project, 'symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    await project.mailout('init ci');
    expect(project.read(check)).toContain('branches: ["trunk"]');
  });
});
