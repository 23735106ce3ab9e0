import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOf, type Project } from '../harness/project.js';

/** The program as it is shipped, bundled from the sources as they are now. */
const shipped = mkdtempSync(join(tmpdir(), 'mailout-shipped-'));
const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const bin = join(shipped, 'bin/mailout.js');

beforeAll(() => {
  cpSync(here('bin'), join(shipped, 'bin'), { recursive: true });
  writeFileSync(join(shipped, 'package.json'), '{ "type": "module" }');
  const { status, stderr } = spawnSync(process.execPath, [here('scripts/bundle.mjs'), '--out', join(shipped, 'dist')], {
    cwd: here('.'),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
afterAll(() => rmSync(shipped, { recursive: true, force: true }));

function mailout(project: Project, args: string, env: Record<string, string> = {}, node: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, bin, ...args.split(' ').filter(Boolean)], {
    cwd: project.root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', MAILOUT_NOW: '2027-03-17T12:00:00Z', ...env },
  });
  // What takes long on a busy machine says what it is doing.
  return { code: status, out: stdout, err: stderr.replace(/^\S.* …\n/gm, '') };
}

const page = 'out/weekly/2027-03-22/wales.html';

describe('mailout as it is shipped', () => {
  it('builds what the sources build, to the byte', async () => {
    const [ours, theirs] = [copyOf('newsletter'), copyOf('newsletter')];
    const { out, err, code } = mailout(ours, 'build --json');
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out).toBe((await theirs.mailout('build --json')).out);
    for (const file of theirs.list('out')) expect(ours.read(`out/${file}`)).toBe(theirs.read(`out/${file}`));
  });

  it.each([
    ['--help', 0],
    ['-h', 0],
    ['', 0],
    ['help', 0],
    ['--version', 0],
    ['help build', 0],
    ['build wekly', 2],
    ['--verison', 2],
  ])('%j ends with %i', (args, code) => {
    expect(mailout(copyOf('newsletter'), args).code).toBe(code);
  });

  it('shows help and version without loading anything but them', () => {
    const hook =
      'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.moduleLoadList)))';
    const loaded = (args: string, file = bin) =>
      new Set(
        JSON.parse(
          spawnSync(process.execPath, ['--import', hook, file, ...args.split(' ')], { encoding: 'utf8' }).stderr,
        ) as string[],
      );
    const print = "process.stdout.write(process.getBuiltinModule('fs').readFileSync(new URL(import.meta.url)))";
    writeFileSync(join(shipped, 'print.js'), print);
    const printing = loaded('', join(shipped, 'print.js'));
    for (const args of ['--help', '--version', '-h']) {
      const more = [...loaded(args)].filter((name) => !printing.has(name));
      expect(more).toEqual([]);
    }
    const opened = spawnSync(process.execPath, [
      '--cpu-prof',
      '--cpu-prof-dir',
      join(shipped, 'profile'),
      bin,
      '--help',
    ]);
    expect(opened.status).toBe(0);
    const profile = readFileSync(join(shipped, 'profile', readdirSync(join(shipped, 'profile'))[0] ?? ''), 'utf8');
    expect(profile).not.toContain('/dist/');
    expect(mailout(copyOf('newsletter'), '--help').out).toContain('mailout build');
  });

  it('says what is wrong with MAILOUT_NOW', () => {
    const { code, err } = mailout(copyOf('newsletter'), 'build', { MAILOUT_NOW: 'tomorrow' });
    expect(code).toBe(2);
    expect(err).toContain('MAILOUT_NOW is “tomorrow”, which is not an instant.');
  });

  it('never reads the .mjmlconfig of the folder that it works in', () => {
    const project = copyOf('newsletter');
    project.write('.mjmlconfig', '{ "packages": ["./trap.js"] }');
    project.write('trap.js', "require('fs').writeFileSync('sprung', '');");
    expect(mailout(project, 'build').code).toBe(0);
    expect(project.exists('sprung')).toBe(false);
  });

  it('colours nothing in a pipe, and what it may with FORCE_COLOR', () => {
    const project = copyOf('newsletter');
    expect(mailout(project, 'build').out).not.toContain('\u001b[');
    expect(mailout(project, 'build', { FORCE_COLOR: '1' }).out).toContain('\u001b[');
    expect(mailout(project, 'build', { FORCE_COLOR: '1', NO_COLOR: '1' }).out).not.toContain('\u001b[');
  });
});

describe('what mailout remembers', () => {
  it('gives the same answer again when nothing has changed', () => {
    const project = copyOf('newsletter');
    const first = mailout(project, 'build --json');
    expect(mailout(project, 'build --json')).toEqual(first);
    expect(project.list('.mailout/cache').length).toBeGreaterThan(1);
  });

  it.each<[string, (project: Project) => void, string]>([
    [
      'an item',
      (project) => project.edit('issues/items/welsh-orchards.md', (text) => text.replace('at eight', 'at nine')),
      'at nine',
    ],
    [
      'a template',
      (project) => project.edit('templates/plain/item.mjml', (text) => text.replace('<h3>', '<h3>New: ')),
      'New: ',
    ],
    [
      'the organisation',
      (project) =>
        project.edit('mailout.yaml', (text) => text.replace('Orchard Workers', 'Orchard and Garden Workers')),
      'Orchard and Garden Workers',
    ],
    [
      'a new partial',
      (project) => project.write('templates/plain/head.mjml', '<mj-style>.newest{color:red}</mj-style>'),
      '.newest{',
    ],
    [
      'a new item',
      (project) =>
        project.write(
          'issues/items/new.md',
          '---\ntitle: Newest of all\nkind: news\npublications: [weekly]\n---\nText.\n',
        ),
      'Newest of all',
    ],
    [
      'the editor’s choices',
      (project) => project.write('issues/weekly/2027-03-22/issue.md', '---\nsubject: Quite another subject\n---\n'),
      'Quite another subject',
    ],
    ['the output', (project) => project.write(page, 'spoilt'), 'Sign for fair pay'],
    ['the output’s absence', (project) => project.remove('out'), 'Sign for fair pay'],
  ])('is never older than %s', (_name, change, words) => {
    const project = copyOf('newsletter');
    mailout(project, 'build');
    mailout(project, 'build');
    change(project);
    expect(mailout(project, 'build').code).toBe(0);
    const built = project.read(page);
    expect(built).toContain(words);
    project.remove('.mailout');
    project.remove('out');
    mailout(project, 'build');
    expect(project.read(page)).toBe(built);
  });

  it('ends when the issue has gone out', () => {
    const project = copyOf('newsletter');
    const dateAt = (now: string) =>
      JSON.parse(mailout(project, 'build --json', { MAILOUT_NOW: now }).out).issues[0].date;
    expect(dateAt('2027-03-22T06:59:00Z')).toBe('2027-03-22');
    expect(dateAt('2027-03-22T07:01:00Z')).toBe('2027-03-30');
    expect(dateAt('2027-03-22T06:59:00Z')).toBe('2027-03-22');
  });

  it('may be damaged without harm', () => {
    const project = copyOf('newsletter');
    const first = mailout(project, 'build --json');
    for (const file of project.list('.mailout/cache')) project.write(`.mailout/cache/${file}`, '{"half": ');
    appendFileSync(join(project.root, '.mailout/cache/items.jsonl'), `${'0'.repeat(64)} {"broken`);
    expect(mailout(project, 'build --json')).toEqual(first);
  });

  it('does not hide a mistake: the complaint comes every time', () => {
    const project = copyOf('newsletter');
    mailout(project, 'build');
    project.edit('issues/items/pruning-day.md', (text) => text.replace('title:', 'title'));
    const first = mailout(project, 'build');
    expect(first).toMatchObject({ code: 1, err: expect.stringContaining('pruning-day.md:2:1') });
    expect(mailout(project, 'build')).toEqual(first);
  });
});

describe('a full disk', () => {
  const disk = mkdtempSync(join(tmpdir(), 'mailout-disk-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
  afterAll(() => {
    if (isMounted) spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it.skipIf(!isMounted)('is told in words, and the last good issue stays', () => {
    const project = copyOf('newsletter');
    const target = join(disk, 'weekly/2027-03-22');
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'wales.html'), 'the last good one');
    writeFileSync(join(disk, 'filler'), Buffer.alloc(56 * 1024));
    const { code, err } = mailout(project, `build --out ${disk}`);
    expect(code).toBe(1);
    expect(err).toContain('the disk is full');
    expect(err).toContain('What was built there before is unchanged.');
    expect(readFileSync(join(target, 'wales.html'), 'utf8')).toBe('the last good one');
    expect(readdirSync(join(disk, 'weekly'))).toEqual(['2027-03-22']);
    expect(existsSync(join(target, 'manifest.json'))).toBe(false);
  });
});
