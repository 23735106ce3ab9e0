import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.js';
import { suppressionListsFor } from '../../src/model/suppression.js';
import { ledgerKey } from '../../src/workspace/ledger-key.js';
import { type SendGridServer, startSendGrid, testKey } from '../fakes/sendgrid-server.js';
import { findProgram } from '../harness/programs.js';
import { copyOf, copyOfSample, type Project } from '../harness/project.js';

const people = 'audiences/private/people.csv';
const jo = 'jo.ng@example.org';
const now = '2027-03-17T12:00:00Z';

type Line = { readonly check: string; readonly state: string; readonly words: string; readonly fix?: string };
type Doctor = { readonly code: number; readonly checks: readonly Line[]; readonly of: (check: string) => Line[] };

async function doctor(project: Project, variables: Readonly<Record<string, string>> = {}): Promise<Doctor> {
  const { code, out, err } = await project.mailout('doctor --json', now, variables);
  expect(err).toBe('');
  expect(out).not.toContain(jo);
  const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: readonly Line[] };
  const isBad = checks.some(({ state }) => state === 'bad');
  expect({ ok, code }).toEqual({ ok: !isBad, code: isBad ? 1 : 0 });
  for (const { state, fix } of checks) expect(fix !== undefined || state === 'good').toBe(true);
  return { code, checks, of: (check) => checks.filter((line) => line.check === check) };
}

/** A workspace with a live audience in a CSV file, as it should be but for what a test changes. */
function liveProject(settings = ''): Project {
  const project = copyOf('newsletter');
  const source = `basis: consent\nsize: { from: 1, until: 9 }\nsource: { kind: csv, file: ${people} }\ncolumns:\n  email: Email\n  fields: { first_name: Name }\n${settings}`;
  project.edit('audiences/pickers.yaml', (text) => `${text}${source}`);
  project.write(people, `Email,Name\n${jo},Jo\n`);
  chmodSync(join(project.root, people), 0o600);
  project.write('audiences/testers.yaml', 'testers:\n  - { name: Desk, address: desk@example.org }\n');
  project.write('audiences/personas.yaml', 'personas:\n  - { id: picker, title: A picker }\n');
  return project;
}

/** Writes down that the provider's lists were read. */
async function syncedAt({ root }: Project, at: string, lists = suppressionListsFor(undefined)): Promise<void> {
  const key = ledgerKey(root, undefined, { make: true });
  const database = await openDatabase({ file: join(root, 'audiences/private/ledger.sqlite'), key });
  for (const list of lists) await database.suppressions.syncFinished({ origin: 'sendgrid', list, at, count: 0 });
  await database.close();
}

/** An account in which everything is in order. */
const inOrder = {
  'GET /v3/scopes': {
    scopes: [
      ...['mail.send', 'mail.batch.create', 'user.scheduled_sends.create', 'user.scheduled_sends.read'],
      ...['suppression.read', 'asm.groups.read', 'asm.groups.suppressions.read', 'user.credits.read'],
      ...['whitelabel.read', 'tracking_settings.read', 'mail_settings.read'],
    ],
  },
  'GET /v3/user/credits': { remain: 1_000_000 },
  'GET /v3/whitelabel/domains': [{ domain: 'example.org', valid: true }],
  'GET /v3/asm/groups': [{ id: 7 }],
  'GET /v3/verified_senders': { results: [] },
  'GET /v3/tracking_settings': { result: [{ name: 'open', title: 'Open Tracking', enabled: false }] },
  'GET /v3/mail_settings': { result: [{ name: 'footer', title: 'Footer', enabled: false }] },
};

let server: SendGridServer;
beforeAll(async () => {
  server = await startSendGrid({ pages: inOrder });
});
afterAll(() => server.stop());

const key = () => ({ SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: server.url, MAILOUT_NOW: now });

describe('mailout doctor', () => {
  it('finds nothing in the way in the sample workspace', async () => {
    const { code, checks } = await doctor(copyOfSample());
    expect(checks.filter(({ state }) => state === 'bad')).toEqual([]);
    expect(code).toBe(0);
  });

  it('finds nothing to say against a workspace in which everything is in order', async () => {
    const project = liveProject();
    await syncedAt(project, '2027-03-17T06:00:00Z');
    const { checks } = await doctor(project, key());
    expect(checks.filter(({ state }) => state !== 'good')).toEqual([]);
    const { out } = await project.mailout('doctor', now, key());
    expect(out).toMatch(/^good {5}The files of the workspace have no errors: 1 newsletter, 3 items, 1 audience\.\n/);
    expect(out.endsWith('\nEverything is in order.\n')).toBe(true);
    expect(out).not.toContain('SG.');
  });

  it('tells what is bad with what to do, and makes nothing', async () => {
    const project = liveProject();
    const { code, out } = await project.mailout('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(/^bad {6}SENDGRID_API_KEY is not set.*\n {9}Set it to an API key/m);
    expect(out).toMatch(
      /^bad {6}The provider’s lists .* have not been read in the last 24 hours: .*bounces.*\n {9}Run “mailout suppressions sync”\.$/m,
    );
    expect(out).toContain('\n2 things are in the way of writing to people.\n');
    expect(project.list('audiences/private')).toEqual(['people.csv']);
  });

  const mistakes: [string, (project: Project) => void, string, string, RegExp][] = [
    [
      'an error in a file',
      (p) => p.write('issues/items/x.md', '---\ntitle: x\n---\n'),
      'files',
      'bad',
      /\d errors? in the files/,
    ],
    ['a source that is not there', (p) => p.remove(people), 'sources', 'bad', /no audiences\/private\/people\.csv/],
    [
      'a source that others can read',
      (p) => chmodSync(join(p.root, people), 0o644),
      'readable',
      'warning',
      /1 file .*people\.csv/,
    ],
    [
      'another file that others can read',
      (p) => p.write('audiences/private/old/x.txt', 'x'),
      'readable',
      'warning',
      /old\/x\.txt/,
    ],
    [
      'no basis',
      (p) => p.edit('audiences/pickers.yaml', (text) => text.replace('basis: consent\n', '')),
      'audiences',
      'bad',
      /Nothing says why/,
    ],
    [
      'a basis that does not cover marketing',
      (p) => p.edit('audiences/pickers.yaml', (text) => text.replace('consent', 'member-service')),
      'audiences',
      'bad',
      /is marketing/,
    ],
    [
      'no size',
      (p) => p.edit('audiences/pickers.yaml', (text) => text.replace(/size: .*\n/, '')),
      'audiences',
      'warning',
      /how many people/,
    ],
    [
      'no source',
      (p) => p.edit('audiences/pickers.yaml', (text) => text.replace(/source: .*\n/, '')),
      'audiences',
      'bad',
      /has no source/,
    ],
    ['no testers', (p) => p.remove('audiences/testers.yaml'), 'testers', 'warning', /no testers/],
    ['no personas', (p) => p.remove('audiences/personas.yaml'), 'personas', 'warning', /no personas/],
    [
      'a connection that is not set',
      (p) =>
        p.edit('audiences/pickers.yaml', (text) =>
          text.replace(/source: .*/, 'source: { kind: postgres, query: select 1 }'),
        ),
      'sources',
      'bad',
      /^MAILOUT_PEOPLE is not set/,
    ],
  ];

  it.each(mistakes)('sees %s', async (_, make, check, state, words) => {
    const project = liveProject();
    await syncedAt(project, '2027-03-17T06:00:00Z');
    make(project);
    const result = await doctor(project, key());
    expect(result.of(check)).toEqual([expect.objectContaining({ state, words: expect.stringMatching(words) })]);
  });

  it('counts testers, because a proof to many is a mailing', async () => {
    const project = liveProject();
    const testers = (count: number) =>
      Array.from({ length: count }, (_, index) => `  - { name: T, address: t${index}@example.org }\n`).join('');
    project.write('audiences/testers.yaml', `testers:\n${testers(20)}`);
    expect((await doctor(project)).of('testers')).toMatchObject([{ state: 'good' }]);
    project.write('audiences/testers.yaml', `testers:\n${testers(21)}`);
    expect((await doctor(project)).of('testers')).toMatchObject([{ state: 'warning' }]);
  });

  it('asks that the provider’s lists were read within a day, with the list of the audience’s group', async () => {
    const project = liveProject('unsubscribe-group: 12\n');
    await syncedAt(project, '2027-03-16T12:00:01Z');
    expect((await doctor(project)).of('suppressions')).toMatchObject([
      { state: 'bad', words: expect.stringMatching(/: group-12\.$/) },
    ]);
    await syncedAt(project, '2027-03-16T12:00:01Z', ['group-12']);
    expect((await doctor(project)).of('suppressions')).toMatchObject([{ state: 'good' }]);
    await syncedAt(project, '2027-03-16T11:59:59Z', ['bounces']);
    expect((await doctor(project)).of('suppressions')).toMatchObject([
      { state: 'bad', words: expect.stringMatching(/: bounces\.$/) },
    ]);
  });

  it('says what keeps the database shut once, and never the key', async () => {
    const project = liveProject();
    await syncedAt(project, '2027-03-17T06:00:00Z');
    const secret = project.read('audiences/private/ledger.key').trim();
    chmodSync(join(project.root, 'audiences/private/ledger.key'), 0o644);
    const { out } = await project.mailout('doctor --json');
    expect(out).not.toContain(secret);
    const { checks } = JSON.parse(out) as { checks: Line[] };
    expect(checks.filter(({ words }) => words.includes('ledger.key,'))).toEqual([
      expect.objectContaining({ check: 'key', state: 'bad', fix: expect.stringContaining('chmod 600') }),
    ]);
    expect(checks.filter(({ check }) => check === 'testers')).toHaveLength(1);
  });

  it('says how many are suppressed', async () => {
    const project = liveProject();
    await project.mailout(`suppressions add ${jo}`);
    expect((await doctor(project)).of('database')).toMatchObject([
      { state: 'good', words: expect.stringContaining('1 suppressed') },
    ]);
  });

  it('says that a database which is none cannot be opened', async () => {
    const project = liveProject();
    await syncedAt(project, now);
    project.write('audiences/private/ledger.sqlite', 'x'.repeat(5_000));
    expect((await doctor(project)).of('database')).toMatchObject([{ state: 'bad' }]);
  });

  it('looks at nothing else without mailout.yaml', async () => {
    const project = liveProject();
    project.write('mailout.yaml', 'name:\n');
    expect((await doctor(project)).checks).toMatchObject([{ check: 'files', state: 'bad' }]);
  });
});

describe.skipIf(!findProgram('git'))('in a git repository', () => {
  const git = ({ root }: Project, ...args: string[]) => {
    const { status } = spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd: root,
    });
    expect(status).toBe(0);
  };

  it('wants audiences/private/ ignored, whatever the kind of file', async () => {
    const project = liveProject();
    git(project, 'init');
    const notIgnored = { state: 'bad', words: expect.stringContaining('does not ignore') };
    expect((await doctor(project)).of('ignored')).toMatchObject([notIgnored]);
    project.write('.gitignore', '*.csv\n');
    expect((await doctor(project)).of('ignored')).toMatchObject([notIgnored]);
    project.write('.gitignore', 'audiences/private/\n');
    expect((await doctor(project)).of('ignored')).toMatchObject([{ state: 'good' }]);
  });

  it('sees every file with people that git has, also where it is ignored by now', async () => {
    const project = liveProject();
    project.write('lists/others.csv', 'Email\nal@example.org\n');
    project.write(
      'audiences/others.yaml',
      'title: Others\nwhy: x\nsource: { kind: csv, file: lists/others.csv }\ncolumns: { email: Email }\n',
    );
    git(project, 'init');
    project.write('.gitignore', 'audiences/private/\n');
    git(project, 'add', '.');
    expect((await doctor(project)).of('tracked').map(({ words }) => words.split(' ')[0])).toEqual(['lists/others.csv']);
    git(project, 'add', '--force', people);
    git(project, 'commit', '-m', 'x');
    expect((await doctor(project)).of('tracked').map(({ state, words }) => [state, words.split(' ')[0]])).toEqual([
      ['bad', people],
      ['bad', 'lists/others.csv'],
    ]);
    git(project, 'rm', '--cached', people, 'lists/others.csv');
    expect((await doctor(project)).of('tracked')).toMatchObject([{ state: 'good' }]);
  });

  it('takes silence of git for bad, not for good', async () => {
    const project = liveProject();
    project.write('.git', 'gitdir: nowhere\n');
    const { of } = await doctor(project);
    expect(of('ignored')).toMatchObject([{ state: 'bad', words: expect.stringContaining('git does not say') }]);
    expect(of('tracked')).toEqual([]);
  });
});

describe('mailout doctor, of the account at SendGrid', () => {
  type Pages = Readonly<Record<string, unknown>>;
  const { scopes } = inOrder['GET /v3/scopes'];
  const without = (...gone: string[]) => ({
    'GET /v3/scopes': { scopes: scopes.filter((scope) => !gone.includes(scope)) },
  });

  const domains = (...known: readonly unknown[]) => ({ 'GET /v3/whitelabel/domains': known });
  const verified = (...results: readonly unknown[]) => ({ 'GET /v3/verified_senders': { results } });

  async function looked(pages: Pages, settings = '', variables: Readonly<Record<string, string>> = {}) {
    const account = await startSendGrid({ pages: { ...inOrder, ...pages } });
    const project = liveProject(settings);
    await syncedAt(project, '2027-03-17T06:00:00Z', suppressionListsFor(settings === '' ? undefined : 7));
    const result = await doctor(project, { ...key(), MAILOUT_SENDGRID_URL: account.url, ...variables });
    await account.stop();
    return result;
  }

  it.each<[string, string, string, Pages, string?]>([
    ['scopes', 'bad', 'The key may not send mail', without('mail.send')],
    ['scopes', 'bad', 'The key may not hold mail', without('mail.batch.create')],
    ['scopes', 'warning', 'may do everything', { 'GET /v3/scopes': { scopes: [...scopes, 'api_keys.create'] } }],
    ['credits', 'bad', '3 mails are left', { 'GET /v3/user/credits': { remain: 3 } }],
    ['senders', 'bad', 'not authenticated example.org', { 'GET /v3/whitelabel/domains': [] }],
    ['senders', 'bad', 'not authenticated example.org', domains({ domain: 'ample.org', valid: true })],
    ['senders', 'bad', 'records of example.org are not', domains({ domain: 'example.org', valid: false })],
    [
      'senders',
      'warning',
      'verified an address at example.org',
      { ...domains(), ...verified({ from_email: 'Office@example.org', verified: true }) },
    ],
    [
      'senders',
      'bad',
      'not authenticated example.org',
      { ...domains(), ...verified({ from_email: 'office@example.org', verified: false }) },
    ],
    ['scopes', 'bad', 'left an unsubscribe group', without('asm.groups.suppressions.read'), 'unsubscribe-group: 7\n'],
    ['groups', 'bad', 'no unsubscribe group 7', { 'GET /v3/asm/groups': [{ id: 8 }] }, 'unsubscribe-group: 7\n'],
    ['groups', 'good', 'are there', {}, 'unsubscribe-group: 7\n'],
    [
      'tracking',
      'warning',
      'Open Tracking',
      { 'GET /v3/tracking_settings': { result: [{ name: 'open', title: 'Open Tracking', enabled: true }] } },
    ],
    [
      'additions',
      'warning',
      'Footer',
      { 'GET /v3/mail_settings': { result: [{ name: 'footer', title: 'Footer', enabled: true }] } },
    ],
  ])('%s: %s, %s', async (check, state, words, pages, settings) => {
    const { of } = await looked(pages, settings);
    expect(of(check)).toEqual([expect.objectContaining({ state, words: expect.stringContaining(words) })]);
  });

  it('asks nothing that the key may not read', async () => {
    const gone = ['user.credits.read', 'whitelabel.read', 'tracking_settings.read', 'mail_settings.read'];
    const { of } = await looked(without(...gone));
    for (const check of ['credits', 'senders', 'tracking', 'additions']) expect(of(check)).toEqual([]);
  });

  it('takes a refusal to name verified addresses for none', async () => {
    const { of } = await looked({ ...domains(), 'GET /v3/verified_senders': undefined });
    expect(of('senders')).toMatchObject([{ state: 'bad' }]);
  });

  it('asks once what the key may do, and says once that nobody answers', async () => {
    const before = server.asked.length;
    await doctor(liveProject(), key());
    expect(server.asked.slice(before).filter((asked) => asked.startsWith('GET /v3/scopes'))).toHaveLength(1);
    const { of } = await looked({ 'GET /v3/scopes': undefined });
    const bad = ['scopes', 'credits', 'groups', 'clock', 'tracking', 'additions', 'senders'].flatMap(of);
    expect(bad).toMatchObject([{ check: 'scopes', state: 'bad' }]);
  });

  it('compares the clocks', async () => {
    const { of } = await looked({}, '', { MAILOUT_NOW: '' });
    expect(of('clock')).toEqual([
      expect.objectContaining({ state: 'bad', words: expect.stringContaining('minutes away') }),
    ]);
  });

  it('says that a key is not accepted', async () => {
    const { of, code } = await looked({}, '', { SENDGRID_API_KEY: 'SG.another' });
    expect(code).toBe(1);
    expect(of('scopes')).toEqual([expect.objectContaining({ state: 'bad' })]);
  });

  it('warns of a ledger that a CI machine forgets', async () => {
    const { of } = await looked({}, '', { CI: 'true' });
    expect(of('sends')).toContainEqual(
      expect.objectContaining({ state: 'warning', words: expect.stringContaining('CI machine') }),
    );
    const elsewhere = await looked({}, '', { CI: 'true', MAILOUT_LEDGER: 'postgres://127.0.0.1:1/none' });
    expect(JSON.stringify(elsewhere.checks)).not.toContain('CI machine');
  });
});
