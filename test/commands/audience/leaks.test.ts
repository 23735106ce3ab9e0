import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type SendGridServer, startSendGrid } from '../../fakes/sendgrid-server.js';
import { copyOf, type Project } from '../../harness/project.js';

/*
 * People are planted under a name that occurs nowhere else, and every command is run, also where it goes wrong. After that
 * the name is nowhere but in the files that people put there themselves.
 */

const name = 'zaphkiel';
const secret = 'correct-horse-battery-staple';

let server: SendGridServer | undefined;
afterEach(() => server?.stop());

const audience = (parts: string) => `title: Pickers
why: You asked.
environment: test
basis: consent
unsubscribe-group: 12
fields: [{ name: first_name, fallback: friend }]
facets: { nations: [england, wales] }
${parts}`;

const columns = 'columns: { email: Email, fields: { first_name: Name }, facets: { nations: { column: Nation } } }';
const inCsv = (file: string) => audience(`source: { kind: csv, file: ${file} }\n${columns}`);

/** What people put there themselves; everything else is ours. */
const theirs = [
  'audiences/private/people.csv',
  'audiences/private/broken.csv',
  'audiences/private/torn.csv',
  'old.csv',
];

it('no command says or keeps who somebody is', { timeout: 120_000 }, async () => {
  const project = copyOf('newsletter');
  const people = [
    'Email,Name,Nation',
    `${name}.in@example.org,${name},wales`,
    `${name.toUpperCase()}.IN@example.org,${name},england`,
    `${name}.left@example.org,${name},`,
    `${name}.lost@example.org,${name},${name}`,
    `${name}@@example.org,${name},`,
    `${name} ${name}@example.org,,`,
    `"${name}, ${name} <${name}@example.org>",,`,
    `${name}@example.org,${name}`,
    `${name}@example.org,${name}\u0000,`,
    `josé.${name}@example.org,,`,
  ];
  project.write('audiences/pickers.yaml', inCsv('audiences/private/people.csv'));
  project.write('audiences/private/people.csv', `${people.join('\n')}\n`);
  project.write('audiences/broken.yaml', inCsv('audiences/private/broken.csv'));
  project.write('audiences/private/broken.csv', `Email,Name,Nation\n${name}@example.org,"${name},wales\n${name}\n`);
  project.write('audiences/torn.yaml', inCsv('audiences/private/torn.csv'));
  project.write('audiences/private/torn.csv', `${name}@example.org,${name},wales\n`);
  project.write('audiences/absent.yaml', inCsv('audiences/private/absent.csv'));
  const database = `postgres://${name}:${secret}@127.0.0.1:9/${name}`;
  const query = audience(`source: { kind: postgres, query: select '${name}' as email }\ncolumns: { email: email }`);
  project.write('audiences/queried.yaml', query);
  project.write('audiences/listed.yaml', audience(`source: { kind: sendgrid, list: people }\n${columns}`));
  project.write('old.csv', `address\n${name}.old@example.org\n${name}\n`);
  server = await startSendGrid({
    lists: {
      unsubscribes: [{ email: `${name}.left@example.org`, created: 1_800_000_000 }],
      bounces: [{ email: `${name}.soft@example.org`, created: 1_800_000_000, status: '4.2.2', reason: name }],
    },
    groups: { 12: [`${name}.group@example.org`] },
    contacts: { people: { files: [`Email,Name,Nation\n${name}.in@example.org,${name},wales\n`] } },
  });
  const variables = {
    SENDGRID_API_KEY: server.key,
    MAILOUT_SENDGRID_URL: server.url,
    MAILOUT_PEOPLE: database,
  };

  const who = `${name}.in@example.org`;
  const said: string[] = [];
  const run = async (command: string, more = {}) => {
    const { out, err } = await project.mailout(command, undefined, { ...variables, ...more });
    said.push(`$ ${command.replaceAll(name, 'N')}\n${out}${err}`);
  };
  for (const command of [
    'suppressions sync',
    'suppressions import old.csv',
    `suppressions add ${who}.uk`,
    `suppressions lift ${who}.uk`,
    `suppressions add ${name}@`,
    'build',
    ...['pickers', 'broken', 'torn', 'absent', 'queried', 'listed'].flatMap((id) => [
      `audience explain ${id}`,
      `audience explain ${id} --json`,
      `audience explain ${id} --who ${who}`,
      `audience explain ${id} --json --who ${who}`,
      `audience check ${id}`,
      `audience check ${id} --json`,
      `audience preview ${id}`,
      `audience freeze ${id}`,
      `audience freeze ${id} --json`,
    ]),
    `audience explain pickers --who ${name}@@example.org`,
    'audience freeze pickers --again',
    `audience erase ${name}.lost@example.org`,
    'doctor',
    'doctor --json',
    'privacy-report',
    'privacy-report --json',
  ]) {
    await run(command);
  }
  for (const trouble of [401, 403, 400, 500]) {
    server.troubles.push({ status: trouble, body: JSON.stringify({ errors: [{ message: `${name}@example.org` }] }) });
    await run('suppressions sync');
    await run('audience explain listed');
    server.troubles.length = 0;
  }
  await run('doctor', { MAILOUT_LEDGER: database });
  await run('audience freeze pickers', { MAILOUT_LEDGER: database });

  const told = said.join('\n');
  expect(told).toContain('z…@example.org');
  expect(told.split('\n').filter((line) => line.toLowerCase().includes(name))).toEqual([]);
  expect(told).not.toContain(secret);
  expect(told).not.toContain(server.key);
  expect(filesWith(name, project).filter((file) => !theirs.includes(file))).toEqual(['audiences/queried.yaml']);
  expect(filesWith(server.key, project)).toEqual([]);
});

/** The files of a workspace whose bytes hold a text, in either width of letters. */
function filesWith(text: string, { root }: Project): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      const lower = bytes.toString('latin1').toLowerCase();
      return lower.includes(text.toLowerCase()) || bytes.includes(Buffer.from(text, 'utf16le'));
    })
    .map((path) => relative(root, path))
    .sort();
}
