import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SendStatus } from '../../../src/flows/send/send-status.js';
import { readMailbox } from '../../fakes/sendgrid/mailbox.js';
import { startSendGridApart } from '../../fakes/sendgrid-apart.js';
import { testKey } from '../../fakes/sendgrid-server.js';
import { type Shipped, ship } from '../../harness/shipped.js';
import { mailing, now } from './mailing.js';

/* The bad day of docs/delivery.md, with its commands, as the shipped program lives through it. */

const recipients = 12_345;
let shipped: Shipped;
const folder = mkdtempSync(join(tmpdir(), 'mailout-bad-day-'));
beforeAll(() => {
  shipped = ship();
});
afterAll(() => {
  shipped?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('a bad day', () => {
  it('ends with everybody accounted for, and nobody written to twice', { timeout: 240_000 }, async () => {
    const project = mailing(recipients);
    project.edit('mailout.yaml', (text) => `${text}approval: { rules: [{ approvers: 1, author-counts: true }] }\n`);
    const file = join(folder, 'taken.jsonl');
    const server = await startSendGridApart({
      file,
      faults: [
        { from: 3, until: 7, kind: 'throttled', retryAfter: 1 },
        { from: 9, kind: 'reset-after' },
        { from: 12, kind: 'reset-after' },
      ],
    });
    const env = { MAILOUT_NOW: now, SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: server.url };
    const mailout = (...args: string[]) => shipped.run(project.root, args, env);
    const send = ['send', 'weekly', '--date', '2027-03-22', '--hold', '0', '--confirm', `weekly ${recipients}`];
    const status = async (): Promise<SendStatus> => JSON.parse((await mailout('status', '--json')).out).sends[0];
    try {
      expect((await mailout('approve', 'weekly', '--by', 'Ada', '--hold', '0')).code).toBe(0);

      const first = shipped.start(project.root, send, env);
      const died = new Promise((resolve) => first.once('exit', resolve));
      while (readMailbox(file).length < 6) await new Promise((resolve) => setTimeout(resolve, 20));
      first.kill('SIGKILL');
      await died;

      const again = await mailout(...send);
      expect([0, 5]).toContain(again.code);
      for (let round = 0; round < 5; round += 1) {
        const { send: known, batches } = await status();
        if (known.state === 'complete') break;
        const arrived = new Set(readMailbox(file).map(({ attempt }) => attempt));
        for (const { number, attempt } of batches.uncertain) {
          const as = arrived.has(attempt) ? 'accepted' : 'not-sent';
          const because = 'seen in the activity feed';
          const said = await mailout(
            ...['resolve', known.id, '--batch', String(number), '--as', as, '--because', because, '--by', 'Ada'],
          );
          expect(said).toMatchObject({ code: 0, err: '' });
        }
        await mailout(...send);
      }

      const { send: ended, sums } = await status();
      expect(ended.state).toBe('complete');
      expect(sums).toMatchObject({ planned: recipients, accepted: recipients, unknown: 0, left: 0, rejected: 0 });
      const took = readMailbox(file).flatMap(({ to }) => to);
      expect(took).toHaveLength(recipients);
      expect(new Set(took).size).toBe(recipients);
      expect((await mailout('ledger', 'verify')).code).toBe(0);
    } finally {
      await server.stop();
    }
  });
});

describe('Ctrl-C in the middle', () => {
  it('lets what is under way finish, and the next run goes on', { timeout: 120_000 }, async () => {
    const count = 9_000;
    const project = mailing(count);
    project.edit('mailout.yaml', (text) => `${text}approval: { rules: [{ approvers: 1, author-counts: true }] }\n`);
    const file = join(folder, 'interrupted.jsonl');
    const server = await startSendGridApart({
      file,
      faults: [{ from: 1, until: 'for-ever', kind: 'late', after: 500 }],
    });
    const env = { MAILOUT_NOW: now, SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: server.url };
    const send = ['send', 'weekly', '--hold', '0', '--confirm', `weekly ${count}`];
    try {
      await shipped.run(project.root, ['approve', 'weekly', '--by', 'Ada', '--hold', '0'], env);
      const run = shipped.start(project.root, send, env);
      let said = '';
      run.stdout?.on('data', (text) => {
        said += text;
      });
      const ended = new Promise<number | null>((resolve) => run.once('close', resolve));
      while (readMailbox(file).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
      run.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(said).toContain('Interrupted.');
      expect(said).toContain('Go on: mailout send weekly --date 2027-03-22');
      const status: SendStatus = JSON.parse((await shipped.run(project.root, ['status', '--json'], env)).out).sends[0];
      expect(status.sums).toMatchObject({ unknown: 0, inFlight: 0 });
      expect(status.sums.left).toBeGreaterThan(0);
      expect((await shipped.run(project.root, send, env)).code).toBe(0);
      const took = readMailbox(file).flatMap(({ to }) => to);
      expect(took).toHaveLength(count);
      expect(new Set(took).size).toBe(count);
    } finally {
      await server.stop();
    }
  });
});
