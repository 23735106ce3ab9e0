import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, headings } from '../../src/commands/commands.js';
import { shells } from '../../src/commands/completion/scripts.js';
import { copyOf, emptyFolder, type Project } from '../harness/project.js';
import { type Shipped, ship } from '../harness/shipped.js';

async function completed(typed: readonly string[], project = copyOf('newsletter')): Promise<string[]> {
  const { code, out, err } = await project.mailout(['completion', '--words', '--', ...typed]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0] ?? '');
}

describe('what completes a word', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['a command', ['bu'], ['build']],
    ['a command of a group', ['new', 'i'], ['item', 'issue']],
    ['an option', ['build', '--k'], ['--keep']],
    ['a newsletter', ['build', ''], ['weekly']],
    ['a second newsletter', ['build', 'weekly', 'w'], ['weekly']],
    ['an item', ['where', 'w'], ['welsh-orchards']],
    ['one of several', ['new', 'issue', 'weekly', '--items', 'welsh-orchards,pr'], ['welsh-orchards,pruning-day']],
    ['a newsletter or an item', ['pack', 'we'], ['weekly', 'welsh-orchards']],
    ['an audience', ['audience', 'explain', ''], ['pickers']],
    ['a word of a list', ['new', 'item', '--kind', 'st'], ['statement']],
    ['a rule', ['explain', 'link/file-'], ['link/file-hint']],
    ['a shell', ['completion', 'f'], ['fish']],
    ['nothing where only a file can be', ['import', ''], []],
    ['nothing of a command that there is not', ['bild', ''], []],
  ])('%s', async (_, typed, wanted) => {
    expect(await completed(typed)).toEqual(wanted);
  });

  it('a day on which an issue comes out, or has come', async () => {
    const project = copyOf('newsletter');
    project.write('issues/weekly/2027-03-01/issue.md', '---\nsubject: x\n---\n');
    expect((await completed(['build', 'weekly', '--date', '2027-03'], project)).slice(0, 3)).toEqual([
      '2027-03-01',
      '2027-03-22',
      '2027-03-30',
    ]);
  });

  it('commands alone, and no complaint, where there is no workspace or a broken one', async () => {
    expect(await completed(['build', ''], emptyFolder())).toEqual([]);
    expect(await completed(['bui'], emptyFolder())).toEqual(['build']);
    const project = copyOf('newsletter');
    project.write('mailout.yaml', '{{{');
    project.write('issues/weekly/publication.yaml', 'cadence: [');
    expect(await completed(['build', ''], project)).toEqual(['weekly']);
    expect(await completed(['build', '--date', ''], project)).toEqual([]);
  });

  it('nobody: names of people and their files are not offered', async () => {
    const project = copyOf('newsletter');
    project.write('audiences/private/planted.one@example.org.csv', 'x');
    for (const typed of [
      ['audience', 'explain', ''],
      ['import', ''],
      ['audience', 'explain', 'pickers', '--who', ''],
    ])
      expect((await completed(typed, project)).join()).not.toContain('planted');
  });
});

describe('help', () => {
  it('has every command under one heading', () => {
    expect(Object.values(headings).flat().sort()).toEqual(Object.keys(commands).sort());
  });

  it('has an example for every command, that begins as one types it', async () => {
    const project = copyOf('newsletter');
    const all = Object.entries(commands).flatMap(([name, one]) =>
      'run' in one ? [name] : Object.keys(one.commands).map((sub) => `${name} ${sub}`),
    );
    for (const name of all) {
      const [first = '', second] = name.split(' ');
      const { out } = await project.mailout(second ? ['help', first, second] : ['help', first]);
      expect(out).toMatch(new RegExp(`Examples:\\n(?:.*\\n)*.*mailout ${name}`));
    }
  });
});

describe.each(shells)('the script for %s', (shell) => {
  it('is printed, and evaluates nothing', async () => {
    const { code, out } = await copyOf('newsletter').mailout(`completion ${shell}`);
    expect(code).toBe(0);
    expect(out).toContain('mailout completion --words');
    expect(out).not.toMatch(/\beval\b|Invoke-Expression|\biex\b/);
  });
});

describe('in bash', () => {
  let shipped: Shipped;
  beforeAll(() => {
    shipped = ship();
  });
  afterAll(() => shipped.remove());

  /** What bash would put there, and whether it can be run as it stands. */
  function tab(project: Project, words: readonly string[]): { readonly replies: string[]; readonly err: string } {
    project.write('bin/mailout', `#!/bin/sh\nexec '${process.execPath}' '${shipped.program}' "$@"\n`);
    chmodSync(`${project.root}/bin/mailout`, 0o755);
    const script = `source <(mailout completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mailout; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', 'mailout', ...words], {
      cwd: project.root,
      encoding: 'utf8',
      env: { PATH: `${project.root}/bin:${process.env.PATH}` },
    });
    return { replies: stdout.split('\n').filter(Boolean), err: stderr };
  }

  it('completes names, and runs nothing that is in one or half typed', () => {
    const project = copyOf('newsletter');
    for (const name of ['we$(touch hacked)', 'we`touch hacked`', "we'; touch hacked; '", 'we two', 'we\nthree']) {
      project.write(`issues/items/${name}.md`, 'x');
    }
    const { replies, err } = tab(project, ['where', 'we']);
    expect(err).toBe('');
    expect(replies).toContain('welsh-orchards');
    expect(replies).toContain('we\\ two');
    expect(replies.join('\n')).not.toContain('three');
    expect(replies.filter((reply) => /[`$]/.test(reply)).every((reply) => /\\[`$]/.test(reply))).toBe(true);
    tab(project, ['where', '$(touch hacked)']);
    tab(project, ['build', '`touch hacked`', '']);
    expect(existsSync(`${project.root}/hacked`)).toBe(false);
  });
});
