import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendStatus } from '../../../src/flows/send/send-status.js';
import { type SendGridServer, startSendGrid, testKey } from '../../fakes/sendgrid-server.js';
import type { Project } from '../../harness/project.js';
import { mailing, now, people, send } from './mailing.js';

const minute = 60_000;
let clock = Date.parse(now);
let server: SendGridServer;
beforeEach(async () => {
  clock = Date.parse(now);
  server = await startSendGrid({}, { now: () => clock });
});
afterEach(() => server.stop());

const env = () => ({ SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: server.url });
const at = () => new Date(clock).toISOString();
const took = () => server.mail.mailbox.taken.flatMap(({ to }) => to);

/** A workspace whose issue may be sent to many after one approval. */
function large(count: number): Project {
  const project = mailing(count);
  project.edit('mailout.yaml', (text) => `${text}approval: { rules: [{ approvers: 1, author-counts: true }] }\n`);
  return project;
}

async function status(project: Project): Promise<SendStatus> {
  const [first] = JSON.parse((await project.mailout('status --json', at(), env())).out).sends;
  return first;
}

describe('sending by SendGrid', () => {
  it('writes to everybody once, testers first', async () => {
    const project = large(2_300);
    project.write('audiences/testers.yaml', 'testers:\n  - { name: Desk, address: p11@example.org }\n');
    const { code, out } = await send(project, 2_300, env());
    expect(code).toBe(0);
    expect(out).toContain('2,300  accepted');
    expect(server.mail.mailbox.taken[0]?.to).toEqual(['p11@example.org']);
    expect(new Set(took()).size).toBe(2_300);
    expect(took()).toHaveLength(2_300);
    expect((await project.mailout('ledger verify', at(), env())).out).toContain('The ledger adds up: 1 send.');
  });

  it('leaves out a single bad address, and sends to the others once', async () => {
    const project = large(1_200);
    server.mail.refused.add('p33@example.org');
    const { code, out } = await send(project, 1_200, env());
    expect(code).toBe(0);
    expect(out).toMatch(/1,199 {2}accepted\n +1 {2}rejected/);
    expect(new Set(took()).size).toBe(1_199);
    expect(took()).toHaveLength(1_199);
    expect((await project.mailout('ledger verify', at(), env())).code).toBe(0);
  });

  it('stops when the key is revoked in the middle, and goes on with a new one', async () => {
    const project = large(4_500);
    server.mail.faults = [{ from: 3, until: 'for-ever', kind: 'status', status: 401, body: '{"errors":[]}' }];
    const first = await send(project, 4_500, env());
    expect(first.code).toBe(4);
    expect(first.out).toContain('The provider refuses the key');
    server.mail.faults = [];
    const second = await project.mailout(['send', 'weekly', '--confirm', 'weekly 4500'], now, env());
    expect(second.code).toBe(0);
    expect(new Set(took()).size).toBe(4_500);
    expect(took()).toHaveLength(4_500);
  });

  it('sends nothing to people who left or were suppressed meanwhile, and says who joined', async () => {
    const project = large(4_500);
    server.mail.faults = [{ from: 3, until: 'for-ever', kind: 'status', status: 401, body: '{"errors":[]}' }];
    await send(project, 4_500, env());
    const had = new Set(took());
    const left = Array.from({ length: 4_500 }, (_, index) => `p${index + 1}@example.org`).filter(
      (one) => !had.has(one),
    );
    const [gone = '', unwilling = ''] = left;
    project.write(
      'audiences/private/pickers.csv',
      `${people(4_500)
        .split('\n')
        .filter((line) => !line.startsWith(`${gone},`))
        .join('\n')}new@example.org,New,wales\n`,
    );
    await project.mailout(['suppressions', 'add', unwilling], now, env());
    server.mail.faults = [];
    const second = await project.mailout(['send', 'weekly', '--confirm', 'weekly 4500'], now, env());
    expect(second.code).toBe(0);
    expect(second.err).toContain('1 people joined');
    expect(second.out).toMatch(/4,498 {2}accepted\n +2 {2}left out since/);
    expect(took()).toHaveLength(4_498);
    for (const nobody of [gone, unwilling, 'new@example.org']) expect(took()).not.toContain(nobody);
  });

  it('refuses to go on with an issue that was edited meanwhile', async () => {
    const project = large(4_500);
    server.mail.faults = [{ from: 3, until: 'for-ever', kind: 'status', status: 401, body: '{"errors":[]}' }];
    await send(project, 4_500, env());
    server.mail.faults = [];
    const before = took().length;
    project.edit('templates/plain/body.mjml', (text) => text.replace('{{publication.title}}', 'Other words'));
    await project.mailout(['approve', 'weekly', '--by', 'Ada'], now, env());
    const { code, err } = await project.mailout(['send', 'weekly', '--confirm', 'weekly 4500'], now, env());
    expect(code).toBe(3);
    expect(err).toContain('was begun with other words');
    expect(took()).toHaveLength(before);
  });

  it('goes on when the clock was moved, and sends nothing while it stands before the approval', async () => {
    const project = large(4_500);
    server.mail.faults = [{ from: 3, until: 'for-ever', kind: 'status', status: 401, body: '{"errors":[]}' }];
    await send(project, 4_500, env());
    server.mail.faults = [];
    const before = took().length;
    const args = ['send', 'weekly', '--date', '2027-03-22', '--confirm', 'weekly 4500'];
    const earlier = await project.mailout(args, '2027-03-21T09:00:00Z', env());
    expect(earlier.code).toBe(3);
    expect(earlier.err).toContain('dated in the future');
    expect(took()).toHaveLength(before);
    expect((await project.mailout(args, '2027-03-24T09:00:00Z', env())).code).toBe(0);
    expect(new Set(took()).size).toBe(4_500);
    expect(took()).toHaveLength(4_500);
  });

  it('wants somebody else to approve what goes to many', async () => {
    const project = mailing(300);
    const { code, err, out } = await project.mailout(['approve', 'weekly', '--by', 'Ada'], now, env());
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('One approval by somebody who did not write it is missing');
    const sent = await project.mailout(['send', 'weekly', '--confirm', 'weekly 300'], now, env());
    expect(sent.code).toBe(3);
    expect(took()).toEqual([]);
  });

  it('refuses a ledger on a CI machine that forgets it', async () => {
    const project = large(3);
    await project.mailout(['approve', 'weekly', '--by', 'Ada'], now, env());
    const args = ['send', 'weekly', '--confirm', 'weekly 3'];
    const refused = await project.mailout(args, now, { ...env(), CI: 'true' });
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('MAILOUT_LEDGER');
    expect((await project.mailout([...args, '--local-ledger'], now, { ...env(), CI: 'true' })).code).toBe(0);
  });
});

describe('mail that SendGrid holds', () => {
  const held = ['--hold', '30m'];

  it('can be taken back until ten minutes before it goes out', async () => {
    const project = large(2_300);
    expect((await send(project, 2_300, env(), held)).code).toBe(0);
    expect(new Set(server.mail.mailbox.taken.map(({ batch }) => batch)).size).toBeLessThanOrEqual(8);
    const { send: known, isHeld } = await status(project);
    expect(isHeld).toBe(true);
    clock += 15 * minute;
    const cancel = ['cancel', known.id, '--because', 'wrong link', '--by', 'Ada'];
    const cancelled = await project.mailout(cancel, at(), env());
    expect(cancelled).toMatchObject({ code: 0, err: '' });
    expect(cancelled.out).toContain('Nobody gets it');
    clock += 60 * minute;
    expect(server.mail.mailbox.taken.map(server.mail.mailbox.fateOf)).toEqual(
      server.mail.mailbox.taken.map(() => 'discarded'),
    );
    expect((await project.mailout(cancel, at(), env())).code).toBe(3);

    const again = await send(project, 2_300, env(), ['--date', '2027-03-22', '--hold', '0']);
    expect(again.code).toBe(0);
    const released = server.mail.mailbox.taken.filter((one) => server.mail.mailbox.fateOf(one) === 'released');
    expect(new Set(released.flatMap(({ to }) => to)).size).toBe(2_300);
  });

  it('can be taken back while a run is at work, which then ends', async () => {
    const project = large(60_000);
    await project.mailout(['approve', 'weekly', '--by', 'Ada', ...held], now, env());
    server.mail.faults = [{ from: 1, until: 'for-ever', kind: 'late', after: 150 }];
    const run = project.mailout(['send', 'weekly', '--confirm', 'weekly 60000', ...held], now, env());
    while (server.mail.count < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    const { send: known } = await status(project);
    const cancelled = await project.mailout(['cancel', known.id, '--because', 'x', '--by', 'Ada'], at(), env());
    expect(cancelled).toMatchObject({ code: 0, err: '' });
    const { code, out } = await run;
    expect(code).toBe(3);
    expect(out).toContain('taken back');
    expect(took().length).toBeLessThan(60_000);
    clock += 60 * minute;
    expect(server.mail.mailbox.taken.every((one) => server.mail.mailbox.fateOf(one) === 'discarded')).toBe(true);
  });

  it('cannot be taken back later than that', async () => {
    const project = large(1_000);
    await send(project, 1_000, env(), held);
    const { send: known } = await status(project);
    clock += 21 * minute;
    const { code, err } = await project.mailout(['cancel', known.id, '--because', 'x', '--by', 'Ada'], at(), env());
    expect(code).toBe(3);
    expect(err).toContain('until ten minutes before');
    expect((await status(project)).send.state).toBe('complete');
  });

  it('settles what is unknown by taking it back and sending it again', async () => {
    const project = large(9_700);
    server.mail.faults = [
      { from: 4, kind: 'reset-after' },
      { from: 6, kind: 'reset-before' },
    ];
    const first = await send(project, 9_700, env(), held);
    expect(first.code).toBe(5);
    const before = await status(project);
    expect(before.batches.uncertain).toHaveLength(2);
    clock += 2 * minute;
    const settled = await project.mailout(
      ['resolve', before.send.id, '--take-back', '--because', 'the line broke', '--by', 'Ada'],
      at(),
      env(),
    );
    expect(settled).toMatchObject({ code: 0, err: '' });
    const second = await project.mailout(['send', 'weekly', '--confirm', 'weekly 9700', ...held], at(), env());
    expect(second.code).toBe(0);
    expect((await status(project)).send.state).toBe('complete');
    expect((await project.mailout('ledger verify', at(), env())).code).toBe(0);
    clock += 60 * minute;
    const released = server.mail.mailbox.taken.filter((one) => server.mail.mailbox.fateOf(one) === 'released');
    const readers = released.flatMap(({ to }) => to);
    expect(readers).toHaveLength(9_700);
    expect(new Set(readers).size).toBe(9_700);
  });
});

describe('a proof', () => {
  const testers =
    'testers:\n  - { name: Desk, address: desk@example.org }\n  - { name: Comms, address: comms@example.org }\n';

  it('goes to testers and nobody else, marked, and the ledger knows nothing of it', async () => {
    const project = mailing(5);
    project.write('audiences/testers.yaml', testers);
    const { code, out } = await project.mailout('proof weekly', now, env());
    expect(code).toBe(0);
    expect(out).toContain('Desk, Comms');
    expect(took().sort()).toEqual(['comms@example.org', 'desk@example.org']);
    expect(String(server.mail.requests[0]?.bytes)).toContain('"subject":"[Proof] ');
    expect((await project.mailout('status', now, env())).out).toBe('Nothing was sent yet.\n');
  });

  it('is only looked at in the sandbox', async () => {
    const project = mailing(5);
    project.write('audiences/testers.yaml', testers);
    const { code, out } = await project.mailout('proof weekly --sandbox', now, env());
    expect(code).toBe(0);
    expect(out).toContain('nothing was sent');
    expect(took()).toEqual([]);
    expect(server.mail.sandboxed).toBeGreaterThan(0);
  });

  it('says why SendGrid would not take it', async () => {
    const project = mailing(5);
    project.write('audiences/testers.yaml', testers);
    server.mail.faults = [{ from: 1, kind: 'status', status: 403, body: '{"errors":[{"message":"sender"}]}' }];
    const { code } = await project.mailout('proof weekly', now, env());
    expect(code).toBe(4);
  });

  it('goes nowhere without testers', async () => {
    const { code, err } = await mailing(5).mailout('proof weekly', now, env());
    expect(code).toBe(2);
    expect(err).toContain('audiences/testers.yaml');
  });
});
