import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SendGridServer, startSendGrid } from '../fakes/sendgrid-server.js';
import { copyOf, type Project } from '../harness/project.js';

let server: SendGridServer;
let project: Project;
beforeEach(async () => {
  server = await startSendGrid();
  project = copyOf('newsletter');
});
afterEach(() => server.stop());

const mailout = (command: string) =>
  project.mailout(command, undefined, { SENDGRID_API_KEY: server.key, MAILOUT_SENDGRID_URL: server.url });

const created = Date.parse('2027-03-01T00:00:00Z') / 1000;
const listed = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ email: `p${index}@example.org`, created }));

describe('mailout suppressions sync', () => {
  it('reads every list, and says how many are on it and new', async () => {
    server.account.lists = { unsubscribes: listed(3), bounces: [{ ...listed(1)[0], status: '4.2.2' } as never] };
    const { code, out } = await mailout('suppressions sync');
    expect(code).toBe(0);
    expect(out).toBe(`List               People  New
unsubscribes            3    3
bounces                 1    0  and 1 that bounced for the time being
spam-reports            0    0
invalid-addresses       0    0
`);
    expect((await mailout('suppressions sync')).out).toContain('unsubscribes            3    0');
  });

  it('lets nobody off who is on the list no more', async () => {
    server.account.lists = { unsubscribes: listed(2) };
    await mailout('suppressions sync');
    server.account.lists = { unsubscribes: [] };
    expect((await mailout('suppressions sync')).code).toBe(0);
    expect((await mailout('suppressions export')).out).toContain('2 suppressions');
  });

  it('does not believe a list that has lost most of its people', async () => {
    server.account.lists = { unsubscribes: listed(40) };
    await mailout('suppressions sync');
    server.account.lists = { unsubscribes: listed(19) };
    const { code, err } = await mailout('suppressions sync');
    expect(code).toBe(3);
    expect(err).toContain('SendGrid’s list “unsubscribes” has 19 entries, and on 2027-03-17 it had 40.');
    expect((await mailout('suppressions sync --accept-fewer')).code).toBe(0);
  });

  it('counts a list as read only when it was read to its end', async () => {
    const audience = `title: Pickers
why: You asked.
basis: consent
source: { kind: csv, file: audiences/private/p.csv }
columns: { email: email }
`;
    project.write('audiences/pickers.yaml', audience);
    project.write('audiences/private/p.csv', 'email\njo@union.org.uk\n');
    server.troubles.push(...Array.from({ length: 30 }, () => ({ status: 403 })));
    expect((await mailout('suppressions sync')).code).toBe(4);
    server.troubles.length = 0;
    const refused = await mailout('audience freeze pickers');
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('unsubscribes, bounces, spam-reports, invalid-addresses');
    await mailout('suppressions sync');
    expect((await mailout('audience freeze pickers')).code).toBe(0);
  });

  it('needs a key', async () => {
    expect(await project.mailout('suppressions sync')).toMatchObject({ code: 4 });
  });
});

describe('a file of suppressions', () => {
  it('that was exported is imported again elsewhere, word for word', async () => {
    server.account.lists = { unsubscribes: listed(3), spam_reports: listed(1) };
    await mailout('suppressions sync');
    await mailout('suppressions add other@example.org --group 12');
    expect((await mailout('suppressions export')).out).toBe(
      'audiences/private/suppressions.csv: 5 suppressions, with addresses. Keep the file safe.\n',
    );
    const written = project.read('audiences/private/suppressions.csv');
    const there = copyOf('newsletter');
    there.write('from-here.csv', written);
    expect((await there.mailout('suppressions import from-here.csv')).out).toBe(
      '5 rows: 5 added, 0 known before, 0 of no use.\n',
    );
    await there.mailout('suppressions export');
    expect(there.read('audiences/private/suppressions.csv')).toBe(written);
  });

  it('is not written over another', async () => {
    await mailout('suppressions export');
    expect(await mailout('suppressions export')).toMatchObject({ code: 2 });
  });

  it('of another program says with flags what its columns mean', async () => {
    project.write('theirs.csv', 'Name;E-Mail\nJo;jo@example.org\nAl;\n');
    await mailout('suppressions add al@example.org');
    const { code, out, err } = await mailout('suppressions import theirs.csv --column E-Mail --reason unsubscribed');
    expect([code, out]).toEqual([1, '2 rows: 1 added, 0 known before, 1 of no use.\n']);
    expect(err).toBe('Row 3: There is no address. Add the address, or delete the row.\n');
  });

  it.each([
    ['suppressions import theirs.csv', 'The file has no column “address”.'],
    ['suppressions import theirs.csv --column email', 'Did you mean “E-Mail”?'],
    ['suppressions import theirs.csv --column E-Mail --reason rude', '“rude” is no reason.'],
    ['suppressions import absent.csv', 'There is no absent.csv.'],
  ])('%s', async (command, words) => {
    project.write('theirs.csv', 'Name,E-Mail\nJo,jo@example.org\n');
    const { code, err } = await mailout(command);
    expect(code).not.toBe(0);
    expect(err).toContain(words);
  });
});
