import { execFileSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../../harness/programs.js';
import { copyOf, type Project } from '../../harness/project.js';

const pickers = (parts = '') => `title: Pickers
why: You asked.
environment: test
basis: consent
fields: [{ name: first_name, fallback: friend }]
facets: { nations: [england, wales] }
source: { kind: csv, file: audiences/private/pickers.csv }
columns: { email: Email, fields: { first_name: Name }, facets: { nations: { column: Nation } } }
${parts}`;

const people = 'Email,Name,Nation\njo@example.org,Jo,wales\nal@example.org,,england\nJO@example.org,Jo,wales\n';

/** A workspace whose one newsletter goes to three rows of people. */
function orchard(audience = pickers(), csv = people): Project {
  const project = copyOf('newsletter');
  project.write('audiences/pickers.yaml', audience);
  project.write('audiences/private/pickers.csv', csv);
  chmodSync(join(project.root, 'audiences/private/pickers.csv'), 0o600);
  return project;
}

describe('mailout audience explain', () => {
  it('counts who gets mail and who does not, edition by edition', async () => {
    const { code, out, err } = await orchard().mailout('audience explain pickers');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`Pickers, from audiences/private/pickers.csv
  Rows read      3
  Will get mail  2
  Left out       1

Left out
    1  The address is in an earlier row already.  row 4

The Weekly Windfall, 2027-03-22
  wales          1
  everyone-else  1

Nothing in the audience stands in the way of sending it.
`);
  });

  it('tells what would stand in the way, all at once', async () => {
    const project = orchard(pickers('size: { from: 10, until: 20 }').replace('consent', 'member-service'));
    const { out } = await project.mailout('audience explain pickers');
    expect(out).toContain('It would not be sent');
    expect(out).toContain('The Weekly Windfall is marketing');
    expect(out).toContain('There are 2 recipients, and Pickers should have from 10 to 20.');
  });

  it('tells one person’s story, with her address masked unless it is to be shown', async () => {
    const project = orchard();
    const masked = await project.mailout('audience explain pickers --who al@example.org');
    expect(masked.out).toBe(`a…@example.org gets the mail of Pickers.
  Row 3: This row gets mail.
  nations: england
  No first_name, so “friend”.

The Weekly Windfall, 2027-03-22
  The edition “everyone-else”.
`);
    const shown = await project.mailout('audience explain pickers --who al@example.org --reveal');
    expect(shown.out).toContain('al@example.org gets the mail');
  });

  it.each([
    ['audience explain picker', 2, 'Did you mean “pickers”?'],
    ['audience explain pickers --publication weakly', 2, 'Did you mean “weekly”?'],
    ['audience explain pickers --date soon', 2, 'Write it like --date 2027-03-22.'],
    ['audience explain', 2, 'missing required argument'],
    ['audience explane pickers', 2, 'explain'],
  ])('%s', async (command, code, words) => {
    const result = await orchard().mailout(command);
    expect(result.code).toBe(code);
    expect(result.err).toContain(words);
  });

  it('says where the audience’s own file is wrong, and nothing of other files', async () => {
    const project = orchard(pickers().replace('column: Nation', 'column: Nations'));
    project.write('issues/items/broken.md', '---\nkind: nonsense\n---\n');
    const { code, err } = await project.mailout('audience explain pickers --json');
    expect(code).toBe(1);
    expect(err).toBe('');
    const plain = await project.mailout('audience explain pickers');
    expect(plain.err).toContain('The source has no column “Nations”.');
    expect(plain.err).toContain('Did you mean “Nation”?');
  });
});

describe('mailout audience check', () => {
  it('tells every row that cannot be used, by number', async () => {
    const { code, err } = await orchard(pickers(), `${people}nonsense,,\nmo@example.org,Mo\n`).mailout(
      'audience check pickers',
    );
    expect(code).toBe(0);
    expect(err).toContain('The address has no @ in it. That is so in row 5, which is left out.');
    expect(err).toContain('The row has too many cells, or too few. That is so in row 6, which is left out.');
    expect(err).not.toContain('nonsense');
  });

  it('says so where there is nothing to mend', async () => {
    const { out } = await orchard(pickers(), 'Email,Name,Nation\njo@example.org,Jo,wales\n').mailout(
      'audience check pickers',
    );
    expect(out).toBe('Pickers: nothing to mend, rows read: 1.\n');
  });

  it.runIf(process.platform !== 'win32')('warns where others can read the file', async () => {
    const project = orchard();
    chmodSync(join(project.root, 'audiences/private/pickers.csv'), 0o644);
    const { err } = await project.mailout('audience check pickers');
    expect(err).toContain('chmod 600 audiences/private/pickers.csv');
    chmodSync(join(project.root, 'audiences/private'), 0o700);
    expect((await project.mailout('audience check pickers')).err).not.toContain('chmod');
  });
});

it('mailout audience preview draws how many have what', async () => {
  const { out } = await orchard().mailout('audience preview pickers');
  expect(out).toContain('Pickers: 2 will get mail');
  expect(out).toMatch(/ {2}wales {4}1 {2}█+\n {2}none {5}0\n/);
  expect(out).toMatch(/ {2}no first_name {2}1 {2}█+\n/);
});

describe('mailout audience freeze', () => {
  it('writes down who gets the next issue, once', async () => {
    const project = orchard();
    const first = await project.mailout('audience freeze pickers');
    expect(first.out).toMatch(/^weekly, 2027-03-22: 2 recipients are written down, roster [\w-]+\.\n$/);
    expect(first.err).toContain('Keep a copy of audiences/private/ledger.key');
    expect(statSync(join(project.root, 'audiences/private/ledger.sqlite')).mode & 0o777).toBe(0o600);
    const second = await project.mailout('audience freeze pickers');
    expect(second.out).toBe(first.out.replace('are written down', 'were written down before'));
    expect(second.err).toBe('');
    const story = await project.mailout('audience explain pickers --who jo@example.org');
    expect(story.out).toContain('Before\n  weekly, 2027-03-22: the edition “wales”.');
  });

  it('remembers who was left out and why', async () => {
    const project = orchard();
    await project.mailout('suppressions add al@example.org');
    await project.mailout('audience freeze pickers');
    await project.mailout('suppressions lift al@example.org');
    const { out } = await project.mailout('audience explain pickers --who al@example.org');
    expect(out).toContain('a…@example.org gets the mail of Pickers.');
    expect(out).toContain('Before\n  weekly, 2027-03-22: left out. The address was suppressed by hand.');
  });

  it.each([
    ['the wrong number of people', pickers('size: { from: 10, until: 20 }'), people, 'should have from 10 to 20'],
    ['nobody', pickers(), 'Email,Name,Nation\n', 'There is nobody to write to.'],
    ['real people in a test', pickers(), `${people}jo@union.org.uk,Jo,\n`, 'at which somebody can be: row 5'],
    ['marketing without consent', pickers().replace('consent', 'member-service'), people, 'does not cover it'],
    [
      'lists that nobody read',
      pickers().replace('environment: test', 'environment: live'),
      people,
      'have not been read',
    ],
  ])('is refused for %s, and nothing is written down', async (_, audience, csv, words) => {
    const project = orchard(audience, csv);
    const { code, out, err } = await project.mailout('audience freeze pickers');
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(words);
    const { out: json } = await project.mailout('audience freeze pickers --json');
    expect(JSON.parse(json)).toMatchObject({ ok: false, isNew: false });
    expect(JSON.parse(json)).not.toHaveProperty('roster');
  });

  it('is refused where the number changed too much since the last issue', async () => {
    const project = orchard();
    await project.mailout('audience freeze pickers');
    const more = Array.from({ length: 5 }, (_, index) => `new${index}@example.org,,\n`).join('');
    project.write('audiences/private/pickers.csv', people + more);
    const { code, err } = await project.mailout('audience freeze pickers --date 2027-03-29');
    expect(code).toBe(3);
    expect(err).toContain(
      'There are 7 recipients, and the issue of 2027-03-22 had 2: that is more than 20 % of a change.',
    );
  });

  it('is refused where a name would be blank in the mail that somebody gets', async () => {
    const project = orchard(pickers().replace(', fallback: friend', ''));
    project.edit('issues/items/pruning-day.md', (text) => `${text}\nSee you there, [[first_name]].\n`);
    const { code, err } = await project.mailout('audience freeze pickers');
    expect(code).toBe(3);
    expect(err).toContain('“first_name” is printed without a fallback, and there are people who have none: row 3.');
  });

  it('tells what is wrong with the newsletter’s own file', async () => {
    const project = orchard();
    project.edit('issues/weekly/publication.yaml', (text) => text.replace('cadence:', 'cadense:'));
    const { code, err } = await project.mailout('audience freeze pickers');
    expect(code).toBe(1);
    expect(err).toContain('issues/weekly/publication.yaml');
    expect((await project.mailout('audience freeze pickers --publication weekly')).err).toBe(err);
  });

  const git = findProgram('git');
  it.runIf(git)('is refused for people who are in git', async () => {
    const project = orchard();
    const run = (...args: string[]) => execFileSync('git', args, { cwd: project.root, stdio: 'ignore' });
    run('init');
    expect((await project.mailout('audience freeze pickers')).code).toBe(0);
    run('add', '-f', 'audiences/private/pickers.csv');
    const { code, err } = await project.mailout('audience freeze pickers --again');
    expect(code).toBe(3);
    expect(err).toContain('The file with the people is in git');
  });
});

describe('mailout audience generate', () => {
  it('writes as many invented people as asked for, the same for the same seed', async () => {
    const project = orchard();
    const { code, out } = await project.mailout('audience generate pickers --count 20 --seed 4');
    expect([code, out]).toEqual([0, 'audiences/private/pickers-invented.csv: 20 invented people.\n']);
    const first = project.read('audiences/private/pickers-invented.csv');
    expect(first.split('\n')).toHaveLength(22);
    await project.mailout('audience generate pickers --count 20 --seed 4 --out more.csv');
    expect(project.read('more.csv')).toBe(first);
  });

  it('never writes over a file: there may be people in it', async () => {
    const project = orchard();
    const { code, err } = await project.mailout('audience generate pickers --out audiences/private/pickers.csv');
    expect(code).toBe(2);
    expect(err).toContain('audiences/private/pickers.csv is there already.');
    expect(project.read('audiences/private/pickers.csv')).toBe(people);
  });
});
