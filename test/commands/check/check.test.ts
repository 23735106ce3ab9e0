import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { copyOf, copyOfSample, type Project } from '../../harness/project.js';
import { mailing } from '../send/mailing.js';

const item = 'issues/items/fair-pay-petition.md';
const issue = 'issues/weekly/2027-03-22/issue.md';

/** A workspace in which one item says what it should not. */
function withWords(words: string): Project {
  const project = copyOf('newsletter');
  project.edit(item, (text) => `${text}\n${words}\n`);
  return project;
}

function allowing(rule: string, until: string) {
  const allowance = `allow:\n  - { rule: ${rule}, because: The archive has no other address, until: ${until} }\n`;
  return (text: string) => text.replace('kind: action\n', `kind: action\n${allowance}`);
}

/** What a report for programs says, as far as it is about mistakes. */
async function findingsOf(project: Project, args = ''): Promise<readonly string[]> {
  const { out } = await project.mailout(`check --reporter json ${args}`);
  const { findings } = JSON.parse(out) as { findings: { rule: string; severity: string; place: { line: number } }[] };
  return findings.filter(({ severity }) => severity !== 'info').map(({ rule, place }) => `${rule} ${place.line}`);
}

describe('mailout check', () => {
  it('has nothing to say where nothing is wrong', async () => {
    const { code, out, err } = await copyOf('newsletter').mailout('check');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Looked at 3 items and The Weekly Windfall of 2027-03-22.');
    expect(out).not.toMatch(/Error|Warning/);
  });

  it.each(['2021-03-08', '2021-03-15', '2021-03-22'])('nor in the sample of %s', async (date) => {
    const { code, out } = await copyOfSample().mailout(`check --date ${date} --max-warnings 0`, `${date}T06:00:00Z`);
    expect({ code, wrong: out.match(/^(Error|Warning).*/gm) }).toEqual({ code: 0, wrong: null });
  });

  it('says what is wrong, where, and what to do', async () => {
    const { code, out } = await withWords('We meet on Monday 23 March 2027.').mailout('check');
    expect(code).toBe(1);
    expect(out).toContain(`${item}:17:12\nError: `);
    expect(out).toContain('We meet on Monday 23 March 2027.');
    expect(out).toMatch(/23 March 2027 is a Tuesday/);
    expect(out).toContain('content/weekday');
    expect(out).toContain('1 error');
  });

  it('writes nothing', async () => {
    const project = withWords('Read [more](http://www.example.org/x).');
    const before = project.list('.').filter((file) => !file.startsWith('.mailout/'));
    await project.mailout('check');
    expect(project.list('.').filter((file) => !file.startsWith('.mailout/'))).toEqual(before);
  });

  it('looks at what may still run, and at nothing that is over or a draft', async () => {
    const project = withWords('We meet on Monday 23 March 2027.');
    project.edit(item, (text) => text.replace('kind: action', 'kind: action\ndraft: true'));
    expect(await findingsOf(project)).toEqual([]);
    project.edit(item, (text) => text.replace('draft: true', 'runs: { until: 2027-03-01 }'));
    expect((await findingsOf(project)).filter((one) => one.startsWith('content/weekday'))).toEqual([]);
  });

  it('tells of broken files as a build does', async () => {
    const project = copyOf('newsletter');
    project.edit(item, (text) => text.replace('kind: action', 'kind: acton'));
    const { code, out } = await project.mailout('check');
    expect(code).toBe(1);
    expect(out).toContain('Did you mean “action”?');
  });

  it.each([
    ['an unknown publication', 'weakly', 'Did you mean “weekly”?'],
    ['a date that is none', '--date tomorrow', 'is not a date'],
    ['an unknown reporter', '--reporter sarf', 'There is: pretty,'],
    ['a file without a reporter', '--reporter-file report.json', '--reporter does not name one'],
    ['a number that is none', '--max-warnings few', 'Write it like --max-warnings'],
    ['changes where there is no git', '--changed', 'in no git repository'],
  ])('is called wrongly with %s', async (_name, args, words) => {
    const { code, err } = await copyOf('newsletter').mailout(`check ${args}`);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe('--fix', () => {
  const wrong = 'It is on 24th March 2027: [the whole report](https://www.example.org/x?a=1&utm_source=mail).';

  it('mends what needs no decision, and a second time changes nothing', async () => {
    const project = withWords(wrong);
    const { code, out } = await project.mailout('check --fix');
    expect(code).toBe(0);
    expect(out).toContain('Mended 2 things:');
    const mended = project.read(item);
    expect(mended).toContain('It is on 24 March 2027: [the whole report](https://www.example.org/x?a=1).');
    expect((await project.mailout('check --fix')).out).toContain('Nothing mends itself.');
    expect(project.read(item)).toBe(mended);
  });

  it('changes no other letter of the file, whatever its line ends', async () => {
    const project = withWords(wrong);
    project.edit(item, (text) => text.replaceAll('\n', '\r\n'));
    const before = project.read(item);
    await project.mailout('check --fix');
    expect(project.read(item)).toBe(before.replace('24th', '24').replace('&utm_source=mail', ''));
  });

  it('shows what it would do, and does not, with --fix-dry-run', async () => {
    const project = withWords(wrong);
    const before = project.read(item);
    const { out } = await project.mailout('check --fix-dry-run');
    expect(out).toContain('--fix would mend 2 things:');
    expect(out).toContain(`- ${wrong}`);
    expect(out).toContain('+ It is on 24 March 2027: [the whole report](https://www.example.org/x?a=1).');
    expect(project.read(item)).toBe(before);
  });
});

describe('levels', () => {
  const http = 'Read [the report](http://www.example.org/x).';

  it('are what a publication says', async () => {
    const project = withWords(http);
    expect(await findingsOf(project)).toEqual(['link/https 17']);
    project.edit('issues/weekly/publication.yaml', (text) => `${text}rules: { link/https: off }\n`);
    expect(await findingsOf(project)).toEqual([]);
    project.edit('issues/weekly/publication.yaml', (text) => text.replace('link/https: off', 'link/https: error'));
    expect((await project.mailout('check')).code).toBe(1);
  });

  it('are said of rules that there are', async () => {
    const project = copyOf('newsletter');
    project.edit('issues/weekly/publication.yaml', (text) => `${text}rules: { link/htps: off, content/html: off }\n`);
    const { code, out } = await project.mailout('check');
    expect(code).toBe(1);
    expect(out).toContain('Did you mean “link/https”?');
    expect(out).toContain('“content/html” is always as severe as it is');
  });

  it('too many warnings are a failure if somebody says how many', async () => {
    const project = withWords(http);
    expect((await project.mailout('check')).code).toBe(0);
    const { code, err } = await project.mailout('check --max-warnings 0');
    expect(code).toBe(1);
    expect(err).toContain('Warnings: 1, and --max-warnings says at most 0.');
  });
});

describe('what is allowed', () => {
  it('is told apart, until its last day', async () => {
    const project = withWords('Read [the report](http://www.example.org/x).');
    project.edit(item, allowing('link/https', '2027-03-17'));
    const { code, out } = await project.mailout('check --max-warnings 0');
    expect(code).toBe(0);
    expect(out).toContain('Allowed by an editor:');
    expect(out).toContain('The archive has no other address');
    const later = await project.mailout('check', '2027-03-18T12:00:00Z');
    expect(later.out).toContain('was allowed until 2027-03-17, which has passed');
  });

  it('in an issue’s own file holds for the issue', async () => {
    const project = copyOf('newsletter');
    project.write(issue, '---\nsubject: SIGN NOW\n---\n');
    expect(await findingsOf(project)).not.toEqual([]);
    project.write(
      issue,
      '---\nsubject: SIGN NOW\nallow: [{ rule: content/subject-shouting, because: It is a slogan, until: 2027-04-01 }]\n---\n',
    );
    expect(await findingsOf(project)).toEqual([]);
  });
});

describe('other commands ask the same rules', () => {
  const wrong = 'We meet on Monday 23 March 2027.';

  it('build says what is wrong and builds all the same', async () => {
    const project = withWords(wrong);
    const { code, out, err } = await project.mailout('build');
    expect(code).toBe(1);
    expect(err).toContain('content/weekday');
    expect(out).toMatch(/The Weekly Windfall +2027-03-22 .* 1\n/);
    expect(project.exists('out/weekly/2027-03-22/wales.html')).toBe(true);
  });

  it('an error is in the way of sending, and an override is a part of what is approved', async () => {
    const project = mailing(7);
    project.edit(item, (text) => `${text}\n${wrong}\n`);
    const refused = await project.mailout(['approve', 'weekly', '--by', 'Ada']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('content/weekday');

    project.edit(item, allowing('content/weekday', '2027-04-01'));
    expect((await project.mailout(['approve', 'weekly', '--by', 'Ada'])).code).toBe(0);
    const plan = await project.mailout('send weekly --dry-run');
    expect(plan.out).toContain('Sent all the same');
    expect(plan.out).toContain('The archive has no other address');
    expect(plan.code).toBe(0);

    project.edit(item, (text) => text.replace('has no other address', 'is right about it'));
    const changed = await project.mailout('send weekly --dry-run');
    expect(changed.code).toBe(3);
    expect(changed.out).toContain('override of “content/weekday”');
  });
});

describe('reports for programs', () => {
  it('go to a file, and the words for people to the terminal', async () => {
    const project = withWords('Read [the report](http://www.example.org/x).');
    const { out } = await project.mailout('check --reporter sarif --reporter-file reports/check.sarif');
    expect(out).toContain('link/https');
    const report = JSON.parse(project.read('reports/check.sarif'));
    expect(report.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('link/https');
  });

  it.each(['json', 'github', 'gitlab', 'sarif', 'junit'])('%s names no path of this computer', async (name) => {
    const project = withWords('Read [the report](http://www.example.org/x).');
    const { out } = await project.mailout(`check --reporter ${name}`);
    expect(out).toContain(item);
    expect(out).not.toContain(project.root);
  });
});

it('--changed looks at what has changed since a commit', async () => {
  const project = withWords('Read [the report](http://www.example.org/x).');
  const git = (...args: readonly string[]) => {
    const { status, stderr } = spawnSync('git', args, { cwd: project.root, encoding: 'utf8' });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  };
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '-m', 'All');
  expect(await findingsOf(project, '--changed')).toEqual([]);
  project.edit(
    'issues/items/welsh-orchards.md',
    (text) => `${text}\nSee [this page about hours](http://www.example.org/y).\n`,
  );
  expect(await findingsOf(project, '--changed HEAD')).toEqual(['link/https 10']);
  const { code, err } = await project.mailout('check --changed nowhere');
  expect({ code, words: err.includes('no commit called “nowhere”') }).toEqual({ code: 2, words: true });
});

it('--performance says what each rule costs', async () => {
  const { err } = await copyOf('newsletter').mailout('check --performance');
  expect(err).toMatch(/\d+ rules took \d+ ms\./);
});
