import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { copyOf, copyOfSample, type Project } from '../harness/project.js';

const planted = ['jo.ng@example.org', 'al@example.org'];

function withPeople(): Project {
  const project = copyOf('newsletter');
  project.edit(
    'audiences/pickers.yaml',
    (text) =>
      `${text}environment: test\nbasis: consent\nsource: { kind: csv, file: audiences/private/people.csv }\ncolumns:\n  email: Email\n  fields: { first_name: Name }\n  facets:\n    nations: { column: Nation }\n`,
  );
  project.write(
    'audiences/private/people.csv',
    `Email,Name,Nation\n${planted[0]},Jo,wales\n${planted[1]},Al,england\n`,
  );
  return project;
}

async function report(project: Project, variables = {}): Promise<string> {
  const { code, out, err } = await project.mailout('privacy-report', undefined, variables);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const address of planted) expect(out).not.toContain(address);
  return out;
}

/** The cells of each table, row by row. */
function tablesOf(markdown: string): string[][][] {
  const { children } = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return children.flatMap((node) =>
    node.type === 'table'
      ? [
          node.children.map((row) =>
            row.children.map((cell) =>
              cell.children
                .map((part) =>
                  'value' in part ? part.value : markdown.slice(part.position?.start.offset, part.position?.end.offset),
                )
                .join(''),
            ),
          ),
        ]
      : [],
  );
}

describe('mailout privacy-report', () => {
  it('says of each audience whose people they are, where they are and what is read of them', async () => {
    const [audiences] = tablesOf(await report(withPeople()));
    expect(audiences?.[1]).toEqual([
      'Pickers',
      'for tests',
      'audiences/private/people.csv',
      'consent',
      'address, first_name, nations',
      'The Weekly Windfall (marketing)',
    ]);
  });

  it('says what is held, where and for how long, and counts what the database has', async () => {
    const project = withPeople();
    expect(await report(project)).toContain('There is no database yet');
    expect(project.list('audiences/private')).toEqual(['people.csv']);
    project.edit('mailout.yaml', (text) => `${text}retention: { rosters: 30 }\n`);
    await project.mailout(`suppressions add ${planted[1]}`);
    expect((await project.mailout('audience freeze pickers')).code).toBe(0);

    const text = await report(project);
    expect(text).toContain('1 suppression of 1 person (the oldest of 2027-03-17)');
    expect(text).toContain('1 roster with 1 place (the oldest of 2027-03-17)');
    const held = tablesOf(text)[1] ?? [];
    const row = (start: string) => held.find(([what]) => what?.startsWith(start)) ?? [];
    expect(row('Rosters')[1]).toBe('audiences/private/ledger.sqlite');
    expect(row('Rosters')[3]).toContain('30 days');
    expect(row('Suppressions')[3]).toContain('also after an erasure');
    expect(row('Source files')[1]).toBe('audiences/private/people.csv');
  });

  it('names what the law and a data protection officer ask about', async () => {
    const text = await report(copyOfSample());
    for (const words of [
      'art. 9(2)(d)',
      'art. 21(3)',
      'PECR',
      'AES-256-GCM',
      'pseudonym',
      'art. 28',
      'not legal advice',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('This version of mailout sends nothing');
    expect(text).not.toContain('undefined');
    expect(text).toContain('`mailout audience explain <audience> --who <address>`');
  });

  it('says where the key and the database are without saying what they are', async () => {
    const key = 'ab'.repeat(32);
    const text = await report(withPeople(), { MAILOUT_KEY: key });
    expect(text).toContain('the environment variable MAILOUT_KEY');
    expect(text).not.toContain(key);
  });

  it('says what is read from SendGrid', async () => {
    const project = withPeople();
    expect(await report(project)).toContain('no contacts: no audience is a SendGrid list');
    project.edit('audiences/pickers.yaml', (text) =>
      text.replace(/source: .*/, 'source: { kind: sendgrid, list: abc-1 }').replace('environment: test\n', ''),
    );
    project.edit('mailout.yaml', (text) => `${text}delivery: { sendgrid: { region: eu } }\n`);
    const text = await report(project);
    expect(text).toContain('Pickers (SendGrid list abc-1)');
    expect(text).toContain('SendGrid’s EU region');
  });

  it('is Markdown whatever the titles are', async () => {
    const project = withPeople();
    project.edit('audiences/pickers.yaml', (text) =>
      text.replace('title: Pickers', 'title: "A | B <b> *c* [d](e) `f`"'),
    );
    const [audiences] = tablesOf(await report(project));
    expect(audiences?.[1]?.[0]).toBe('A | B <b> *c* [d](e) `f`');
    expect(audiences?.[1]).toHaveLength(6);
  });

  it('gives the facts as one object with --json', async () => {
    const { code, out } = await withPeople().mailout('privacy-report --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      audiences: [{ id: 'pickers', kind: 'csv', basis: 'consent', fields: ['first_name'], facets: ['nations'] }],
      database: { state: 'none' },
      keepRosters: 730,
      privateFiles: 1,
    });
    for (const address of planted) expect(out).not.toContain(address);
  });

  it('is incomplete where the database cannot be read, and says so', async () => {
    const project = withPeople();
    project.write('audiences/private/ledger.sqlite', 'no database');
    const { code, out } = await project.mailout('privacy-report');
    expect(code).toBe(5);
    expect(out).toContain('What the database holds is not known');
  });

  it('says what is wrong with mailout.yaml instead', async () => {
    const project = withPeople();
    project.write('mailout.yaml', 'name:\n');
    const { code, out, err } = await project.mailout('privacy-report');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('mailout.yaml');
  });
});
