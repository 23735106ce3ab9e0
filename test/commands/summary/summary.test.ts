import { describe, expect, it } from 'vitest';
import { copyOf } from '../../harness/project.js';
import { mailing } from '../send/mailing.js';

describe('--summary', () => {
  it('of a check has what was found, the errors first, each with its file and line', async () => {
    const project = copyOf('newsletter');
    const [path = ''] = project.list('issues/items');
    project.edit(`issues/items/${path}`, (text) => `${text}\nThe vigil is on Monday 23 March 2027 at noon.\n`);
    const { code, out } = await project.mailout('check --summary out/summary.md');
    expect(code).toBe(1);
    expect(out).toContain('content/weekday');
    const summary = project.read('out/summary.md');
    const lines = project.read(`issues/items/${path}`).trimEnd().split('\n').length;
    expect(summary).toMatch(
      /^## Check\n\n1 error.*\. Looked at \d+ items and The Weekly Windfall of 2027-03-22\.\n\n\|/,
    );
    expect(summary.split('\n').find((line) => line.startsWith('| Error'))).toBe(
      `| Error | issues/items/${path}:${lines} | “Monday 23 March 2027”: 23 March 2027 is a Tuesday. | Write “Tuesday”, or correct the date. | content/weekday |`,
    );
  });

  it('of a check that finds nothing says so', async () => {
    const project = copyOf('newsletter');
    expect((await project.mailout('check --summary summary.md')).code).toBe(0);
    expect(project.read('summary.md')).toMatch(/^## Check\n\n(Nothing to mend|\d+ \w+[^\n]*)\. Looked at/);
  });

  it('of a preview has every edition with its size and state, and where the pages are', async () => {
    const project = copyOf('newsletter');
    expect((await project.mailout('preview --export shared --summary summary.md')).code).toBe(0);
    const summary = project.read('summary.md');
    expect(summary).toMatch(/^## Preview\n\n\| Newsletter \| Date \| Readers \| Subject \| Size \| State \|\n/);
    expect(summary).toMatch(
      /\n\| The Weekly Windfall \| 2027-03-22 \| Wales \| [^|]+ \| \d+\.\d KB \| not approved \|\n/,
    );
    expect(summary).toContain('The pages are in `shared`.');
  });

  it('of a preview says how far its issues have come', async () => {
    const project = mailing(7);
    const [path = ''] = project.list('issues/items');
    await project.mailout(['approve', 'weekly', '--by', 'Ada']);
    await project.mailout('preview --export one --summary one.md');
    expect(project.read('one.md')).toContain('| 1 approval |');
    project.edit(`issues/items/${path}`, (text) => `${text}\nThe vigil is on Monday 23 March 2027 at noon.\n`);
    expect((await project.mailout('preview --export two --summary two.md')).code).toBe(1);
    expect(project.read('two.md')).toContain('| 1 error; approved before it changed, or too long ago |');
  });

  it('is added to what is there, as the steps of a job do it', async () => {
    const project = copyOf('newsletter');
    project.write('summary.md', '# Ours\n\n');
    await project.mailout('check --summary summary.md');
    await project.mailout('preview --export --summary summary.md');
    expect(project.read('summary.md')).toMatch(/^# Ours\n\n## Check\n[\s\S]+\n\n## Preview\n/);
  });

  it('that cannot be written is told in words', async () => {
    const project = copyOf('newsletter');
    project.write('file', '');
    const { code, err } = await project.mailout('check --summary file/summary.md');
    expect(code).toBe(1);
    expect(err).toContain('cannot be written');
  });

  it.each([
    ['preview --summary summary.md', '--export'],
    ['send weekly --summary summary.md', '--due'],
  ])('is refused where nothing would be written: %s', async (args, flag) => {
    const project = copyOf('newsletter');
    const { code, err } = await project.mailout(args);
    expect([code, project.exists('summary.md')]).toEqual([2, false]);
    expect(err).toContain(`Add ${flag}`);
  });

  it('of what is due says what became of it, and a dry run what would', async () => {
    const project = mailing(7);
    const late = await project.mailout('send --due --dry-run --summary summary.md', '2027-03-22T09:00:00Z');
    expect(late.code).toBe(3);
    expect(project.read('summary.md')).toMatch(
      /^## What would be sent\n\n```text\nNot sent: The Weekly Windfall, 2027-03-22\.[\s\S]*mailout approve weekly --date 2027-03-22\n```\n/,
    );
    await project.mailout('send --due --summary early.md', '2027-03-22T04:00:00Z');
    expect(project.read('early.md')).toMatch(/^## What was due\n\n```text\nNothing is due\. Next: /);
  });

  it('of the past week says what is missing', async () => {
    const project = mailing(7);
    expect((await project.mailout('watch --summary summary.md', '2027-03-23T09:00:00Z')).code).toBe(1);
    expect(project.read('summary.md')).toMatch(/^## The past week\n\n```text\n2027-03-22 .*missing\n/);
  });

  it.each([
    ['check nosuch', 2],
    ['watch nosuch', 2],
    ['send nosuch --due', 2],
    ['preview --export issues', 2],
  ])('says why a command stopped: %s', async (args, wanted) => {
    const project = copyOf('newsletter');
    const { code, err } = await project.mailout(`${args} --summary summary.md`);
    expect(code).toBe(wanted);
    expect(project.read('summary.md')).toBe(`## Stopped\n\n\`\`\`text\n${err.trimEnd()}\n\`\`\`\n\n`);
  });
});
