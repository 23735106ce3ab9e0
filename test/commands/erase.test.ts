import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { erasePerson } from '../../src/flows/erase-person.js';
import { Fault } from '../../src/model/fault.js';
import { findProgram } from '../harness/programs.js';
import { copyOf, type Project, type Run } from '../harness/project.js';

const jo = 'jo.ng@example.org';
const people = 'audiences/private/people.csv';

/** A workspace whose audience is read from a source. */
function projectWith(source: string, more = ''): Project {
  const project = copyOf('newsletter');
  project.edit(
    'audiences/pickers.yaml',
    (text) =>
      `${text}environment: test\nsource: ${source}\ncolumns:\n  email: Email\n  fields: { first_name: Name }\n${more}`,
  );
  return project;
}

function withPeople(csv: string | Uint8Array): Project {
  const project = projectWith(`{ kind: csv, file: ${people} }`);
  project.write(people, csv);
  return project;
}

/** Runs the command and says what came of it. No address may be in what it prints. */
async function erase(project: Project, flags = '--yes', address = jo, variables = {}): Promise<Run & { json: Json }> {
  const words = await project.mailout(`audience erase ${address} --json ${flags}`, undefined, variables);
  expect(words.out + words.err).not.toContain(address);
  return { ...words, json: JSON.parse(words.out) };
}

type Step = {
  readonly where: string;
  readonly words: string;
  readonly fix?: string;
  readonly rows?: readonly number[];
};
type Json = {
  readonly ok: boolean;
  readonly shown: string;
  readonly removed: readonly Step[];
  readonly left: readonly Step[];
  readonly unknown: readonly Step[];
  readonly kept: readonly Step[];
  readonly suppressed: { readonly for: string; readonly groups?: readonly number[] };
};

const bytesOf = ({ root }: Project, path: string) => readFileSync(join(root, path));

describe('mailout audience erase', () => {
  it('says without --yes what it would do, and changes nothing', async () => {
    const project = withPeople(`Email,Name\nal@example.org,Al\n${jo},Jo\nJO.NG@Example.ORG,Jo\n`);
    const before = project.read(people);
    const { code, out, err } = await project.mailout(`audience erase ${jo}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('j…@example.org\n');
    expect(out).toContain(`Would be removed\n  ${people}: rows 3 and 4.`);
    expect(out).toContain('Nothing was changed. To do it, run this again with --yes.');
    expect(out.toLowerCase()).not.toContain(jo);
    expect(project.read(people)).toBe(before);
    expect(project.list('audiences/private')).toEqual(['people.csv']);
  });

  it('cuts every row of hers out of the source, and leaves every other byte as it was', async () => {
    const mark = Buffer.from('\uFEFF', 'utf16le');
    const lines = [
      'Email\tName\r\n',
      '"al@example.org"\t"Al\r\n""the Tall"""\r\n',
      `${jo}\t"Jo\r\nNg"\r\n`,
      '\r\n',
      'too\tmany\tcells\r\n',
      ` ${jo.toUpperCase()} \tJo again\r`,
      'siân@example.org\tSiân',
    ].map((line) => Buffer.from(line, 'utf16le'));
    const project = withPeople(Buffer.concat([mark, ...lines]));
    const { code, json } = await erase(project);
    expect(code).toBe(0);
    expect(json.removed).toEqual([{ where: people, words: 'rows 3 and 6', rows: [3, 6] }]);
    const kept = lines.filter((_, index) => index !== 2 && index !== 5);
    expect(bytesOf(project, people)).toEqual(Buffer.concat([mark, ...kept]));
  });

  it('leaves files that only their owner can read, and nothing beside them', async () => {
    const project = withPeople(`Email,Name\n${jo},Jo\n`);
    chmodSync(join(project.root, people), 0o644);
    await erase(project);
    expect(statSync(join(project.root, people)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(project.root, 'audiences/private'))).toEqual(['people.csv']);
  });

  it('finds her in every other CSV file of audiences/private/, whatever its columns', async () => {
    const project = withPeople('Email,Name\nal@example.org,Al\n');
    project.write('audiences/private/2026/old.csv', `no;mail\n1;al@example.org\n2;${jo}\n`);
    project.write('audiences/private/EXPORT.CSV', 'a,b\n1,2\n');
    const { json } = await erase(project);
    expect(json.removed).toEqual([{ where: 'audiences/private/2026/old.csv', words: 'row 3', rows: [3] }]);
    expect(project.read('audiences/private/2026/old.csv')).toBe('no;mail\n1;al@example.org\n');
  });

  it('never deletes somebody else’s row: it says where her address is in one', async () => {
    const rows = `Email,Name\nal@example.org,brought by ${jo}\nmo@example.org,${jo}\nann${jo},Ann\n`;
    const project = withPeople(rows);
    project.write('audiences/private/pairs.csv', `one,other\n${jo},al@example.org\n`);
    const { code, json } = await erase(project);
    expect(code).toBe(5);
    expect(json.removed).toEqual([]);
    expect(json.left.map(({ where, rows }) => [where, rows])).toEqual([
      [people, [2, 3]],
      ['audiences/private/pairs.csv', [2]],
    ]);
    expect(project.read(people)).toBe(rows);
  });

  it('matches what is no address by its text, and a text without @ in columns of addresses only', async () => {
    const project = withPeople('Email,Name\n jo@@example.org ,Jo\nlondon,Jo\nal@example.org,london\n');
    project.write('audiences/private/towns.csv', 'town,x\nlondon,1\n');
    expect((await erase(project, '--yes', 'jo@@example.org')).json.removed).toMatchObject([{ rows: [2] }]);
    expect((await erase(project, '--yes', 'london')).json.removed).toMatchObject([{ where: people, rows: [2] }]);
    expect(project.read(people)).toBe('Email,Name\nal@example.org,london\n');
    expect(project.read('audiences/private/towns.csv')).toBe('town,x\nlondon,1\n');
  });

  it('takes her out of rosters and leaves everybody else in them', async () => {
    const project = withPeople(`Email,Name\nal@example.org,Al\n${jo},Jo\n`);
    expect(await project.mailout('audience freeze pickers')).toMatchObject({ code: 0 });
    const story = async (who: string) =>
      JSON.parse((await project.mailout(`audience explain pickers --who ${who} --json`)).out);
    expect((await story(jo)).history).toHaveLength(1);

    expect((await erase(project, '')).json.removed).toContainEqual({
      where: 'the database',
      words: 'her place in 1 roster',
    });
    expect((await story(jo)).history).toHaveLength(1);

    const { code, json } = await erase(project);
    expect(code).toBe(0);
    expect(json.removed).toContainEqual({ where: 'the database', words: 'her place in 1 roster' });
    expect(await story(jo)).toMatchObject({ rows: [], history: [] });
    expect((await story('al@example.org')).history).toHaveLength(1);
    const { removed } = (await erase(project)).json;
    expect(removed).toEqual([]);
  });

  it('leaves her on the list of suppressions, and copies of that list as they are', async () => {
    const project = withPeople(`Email,Name\n${jo},Jo\n`);
    await project.mailout(`suppressions add ${jo}`);
    await project.mailout('suppressions export');
    const list = project.read('audiences/private/suppressions.csv');
    const { code, json } = await erase(project);
    expect(code).toBe(0);
    expect(json.suppressed).toEqual({ for: 'all-mail' });
    expect(json.kept).toMatchObject([{ where: 'audiences/private/suppressions.csv', rows: [2] }]);
    expect(project.read('audiences/private/suppressions.csv')).toBe(list);
    const { out } = await project.mailout(`audience explain pickers --who ${jo} --json`);
    expect(JSON.parse(out)).toMatchObject({ rows: [], suppressions: [{ reason: 'by-hand' }] });
    expect((await project.mailout(`audience erase ${jo} --yes`)).out).toContain(
      'She stays on the list of suppressions',
    );
  });

  it('says what keeps her from being written to again: nothing, or some mail only', async () => {
    const project = withPeople(`Email,Name\n${jo},Jo\n`);
    const { out } = await project.mailout(`audience erase ${jo} --yes`);
    expect(out).toContain(
      'She is not on the list of suppressions. She is written to again if she is in the next export',
    );
    expect(out).toContain('mailout suppressions add');
    await project.mailout(`suppressions add ${jo} --group 12`);
    expect((await erase(project)).json.suppressed).toEqual({ for: 'groups', groups: [12] });
  });

  it('says of a workbook in which row she is, and that it has to be done there', async () => {
    const project = projectWith('{ kind: xlsx, file: audiences/private/people.xlsx }');
    const rows = [
      ['Email', 'Name'],
      ['al@example.org', 'Al'],
      [jo, 'Jo'],
    ];
    project.write('audiences/private/people.xlsx', await writeXlsx({ sheets: [{ name: 'People', rows }] }));
    const bytes = bytesOf(project, 'audiences/private/people.xlsx');
    const { code, json } = await erase(project);
    expect(code).toBe(5);
    expect(json.left).toMatchObject([
      { where: 'Pickers: audiences/private/people.xlsx', words: 'she is in row 3, which cannot be changed from here' },
    ]);
    expect(json.unknown).toEqual([]);
    expect(bytesOf(project, 'audiences/private/people.xlsx')).toEqual(bytes);
    expect((await erase(project, '')).code).toBe(0);
  });

  it('looks into a workbook of audiences/private/ that no audience reads', async () => {
    const project = withPeople('Email,Name\nal@example.org,Al\n');
    const sheet = {
      name: 'Old',
      rows: [
        ['a', 'b'],
        ['x', jo],
      ],
    };
    project.write('audiences/private/old.xlsx', await writeXlsx({ sheets: [sheet] }));
    expect((await erase(project)).json.left).toMatchObject([{ where: 'audiences/private/old.xlsx', rows: [2] }]);
  });

  it('says that it does not know what it cannot read, and goes on with the rest', async () => {
    const project = projectWith('{ kind: postgres, query: select 1, connection: NOT_SET }');
    project.write('audiences/private/broken.csv', `Email,Name\n${jo},"Jo\n`);
    project.write('audiences/private/photo.jpg', 'x');
    project.write('audiences/private/good.csv', `Email,Name\n${jo},Jo\n`);
    project.write('audiences/private/ledger.sqlite', 'no database');
    const { code, json } = await erase(project);
    expect(code).toBe(5);
    expect(json.unknown.map(({ where }) => where)).toEqual([
      'audiences/private/broken.csv',
      'Pickers: a query to the database of NOT_SET',
      'audiences/private/photo.jpg',
      'the database',
    ]);
    expect(json.suppressed).toEqual({ for: 'unknown' });
    expect(json.removed).toMatchObject([{ where: 'audiences/private/good.csv', rows: [2] }]);
    expect(project.read('audiences/private/broken.csv')).toContain(jo);
    expect(project.read('audiences/private/good.csv')).toBe('Email,Name\n');
  });

  it('says so where an audience’s file hides where its people are, or mailout.yaml cannot be read', async () => {
    const project = withPeople(`Email,Name\n${jo},Jo\n`);
    project.write('audiences/other.yaml', 'title: Other\nwhy: Because.\nsource: { kind: csv }\n');
    const { code, json } = await erase(project);
    expect(code).toBe(5);
    expect(json.unknown).toMatchObject([{ where: 'audiences/other.yaml' }]);
    project.write('mailout.yaml', 'name:\n');
    project.write(people, `Email,Name\n${jo},Jo\n`);
    expect((await project.mailout(`audience erase ${jo} --yes`)).code).toBe(1);
    expect(project.read(people)).toContain(jo);
  });

  it('leaves alone a file that would be read differently without her', async () => {
    const rows = `Email\nmo@example.org\n${'Ω'.repeat(900)}\n`;
    const long = `Email\n${`${jo}\n`.repeat(60)}`;
    // Only her rows are Latin letters enough for the encoding to be told without a mark.
    const file = Buffer.from(long + rows.slice('Email\n'.length), 'utf16le');
    const project = withPeople(file);
    const { code, json } = await erase(project);
    expect(code).toBe(5);
    expect(json.unknown).toMatchObject([{ where: people, words: expect.stringContaining('The file is as it was.') }]);
    expect(bytesOf(project, people)).toEqual(file);
    expect(project.list('audiences/private')).toEqual(['people.csv']);
  });

  it('replaces the file that a link stands for, and a file of two audiences once', async () => {
    const project = projectWith('{ kind: csv, file: audiences/private/link.csv }');
    project.write('elsewhere/people.csv', `Email,Name\n${jo},Jo\nal@example.org,Al\n`);
    project.write('audiences/private/.keep', '');
    symlinkSync(join(project.root, 'elsewhere/people.csv'), join(project.root, 'audiences/private/link.csv'));
    project.write(
      'audiences/others.yaml',
      'title: Others\nwhy: x\nsource: { kind: csv, file: elsewhere/people.csv }\ncolumns: { email: Email }\n',
    );
    const { json } = await erase(project);
    expect(json.removed).toHaveLength(1);
    expect(project.read('elsewhere/people.csv')).toBe('Email,Name\nal@example.org,Al\n');
    expect(project.read('audiences/private/link.csv')).toBe('Email,Name\nal@example.org,Al\n');
  });

  it('names a tester, whose address is in a file that git keeps', async () => {
    const project = withPeople('Email,Name\nal@example.org,Al\n');
    project.write('audiences/testers.yaml', `testers:\n  - { name: Jo, address: ${jo} }\n`);
    const { code, json } = await erase(project);
    expect(code).toBe(5);
    expect(json.left).toMatchObject([{ where: 'audiences/testers.yaml', words: 'she is one of the testers' }]);
  });

  it.skipIf(!findProgram('git'))('says that git keeps what was in a file', async () => {
    const project = withPeople(`Email,Name\n${jo},Jo\n`);
    for (const args of [['init'], ['add', people]]) {
      expect(spawnSync('git', args, { cwd: project.root }).status).toBe(0);
    }
    const { code, json } = await erase(project);
    expect(code).toBe(5);
    expect(json.removed).toMatchObject([{ where: people, rows: [2] }]);
    expect(json.left).toMatchObject([{ where: people, words: expect.stringContaining('git keeps') }]);
  });

  it('shows her address with --reveal only', async () => {
    const project = withPeople(`Email,Name\n${jo},Jo\n`);
    expect((await project.mailout(`audience erase ${jo} --reveal`)).out).toContain(`${jo}\n`);
  });

  it('makes no database, and refuses a blank address', async () => {
    const project = withPeople(`Email,Name\n,nobody\n${jo},Jo\n`);
    await erase(project);
    expect(existsSync(join(project.root, 'audiences/private/ledger.sqlite'))).toBe(false);
    const world = {
      root: project.root,
      now: '2027-03-17T12:00:00Z',
      progress: () => {},
      notice: () => {},
      variable: () => undefined,
    };
    await expect(erasePerson({ address: ' ', really: true }, world)).rejects.toThrow(Fault);
    expect(project.read(people)).toBe('Email,Name\n,nobody\n');
  });
});
