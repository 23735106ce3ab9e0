import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readMailbox } from './sendgrid/mailbox.js';
import { descriptionFile } from './sendgrid/openapi.js';
import { startSendGridApart } from './sendgrid-apart.js';
import { type SendGridServer, startSendGrid, testKey } from './sendgrid-server.js';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function server(...how: Parameters<typeof startSendGrid>): Promise<SendGridServer> {
  const started = await startSendGrid(...how);
  ends.push(started.stop);
  return started;
}

const mail = {
  personalizations: [{ to: [{ email: 'ada@example.org' }] }],
  from: { email: 'news@union.example', name: 'News' },
  subject: 'News',
  content: [{ type: 'text/plain', value: 'Hello' }],
};

function ask(url: string, method: string, path: string, body?: unknown): Promise<Response> {
  const headers = {
    authorization: `Bearer ${testKey}`,
    accept: 'application/json',
    'content-type': 'application/json',
  };
  return fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
}

const send = (url: string, body: unknown) => ask(url, 'POST', '/v3/mail/send', body);
const people = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ to: [{ email: `p${number}@example.org` }] }));

describe('the stand-in for SendGrid', () => {
  it('takes a thousand people, and counts each', async () => {
    const { url, mail: side } = await server();
    const answer = await send(url, { ...mail, personalizations: people(1_000) });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('x-message-id')).toMatch(/./);
    expect(side.mailbox.taken.flatMap(({ to }) => to)).toHaveLength(1_000);
  });

  it.each<[string, object, string | null]>([
    ['1,001 people', { personalizations: people(1_001) }, 'personalizations'],
    ['nobody', { personalizations: [] }, 'personalizations'],
    [
      'the same address twice',
      { personalizations: [...people(2), { to: [{ email: 'P1@example.org' }] }] },
      'personalizations',
    ],
    ['no address', { personalizations: [{ to: [{ email: 'ada' }] }] }, 'personalizations.0.to.0.email'],
    ['no subject', { subject: undefined }, 'subject'],
    ['no content', { content: undefined }, 'content'],
    ['HTML first', { content: [{ type: 'text/html', value: 'a' }, ...mail.content] }, 'content'],
    ['an empty text', { content: [{ type: 'text/plain', value: '' }] }, 'content.0.value'],
    ['a header of its own', { headers: { 'Reply-To': 'a@b.example' } }, 'headers.Reply-To'],
    ['a header that is not encoded', { headers: { 'X-A': 'é' } }, 'headers.X-A'],
    ['more than 72 hours', { send_at: Math.floor(Date.now() / 1_000) + 73 * 3_600 }, 'send_at'],
    ['milliseconds', { send_at: Date.now() }, 'send_at'],
    ['a batch that there is not', { batch_id: 'abc' }, 'batch_id'],
    [
      'long values',
      { personalizations: [{ to: [{ email: 'a@example.org' }], substitutions: { '-a-': 'é'.repeat(5_000) } }] },
      'personalizations.0.substitutions',
    ],
    [
      'values that are no text',
      { personalizations: [{ to: [{ email: 'a@example.org' }], substitutions: { '-a-': 1 } }] },
      'personalizations.0.substitutions',
    ],
  ])('refuses %s, and takes nobody', async (_, change, field) => {
    const { url, mail: side } = await server();
    const answer = await send(url, { ...mail, ...change });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: readonly { field: string | null }[] };
    expect(errors.map((error) => error.field)).toContain(field);
    expect(side.mailbox.taken).toEqual([]);
  });

  it.skipIf(descriptionFile() === undefined)('refuses what SendGrid’s own description does not know', async () => {
    const { url } = await server();
    for (const change of [
      { subjects: 'A' },
      { categories: ['a', 'a'] },
      { mail_settings: { sandbox_mode: { enable: 'true' } } },
    ]) {
      expect((await send(url, { ...mail, ...change })).status, JSON.stringify(change)).toBe(400);
    }
  });

  it('sends nothing in the sandbox', async () => {
    const { url, mail: side } = await server();
    const answer = await send(url, { ...mail, mail_settings: { sandbox_mode: { enable: true } } });
    expect([answer.status, side.mailbox.taken.length, side.sandboxed]).toEqual([200, 0, 1]);
  });

  it('refuses 30 megabytes as SendGrid’s proxy does', async () => {
    const { url } = await server();
    const answer = await send(url, { ...mail, content: [{ type: 'text/plain', value: 'a'.repeat(30 * 1024 ** 2) }] });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'text/html']);
  });

  it('lets nobody in who has no key or no right to send', async () => {
    const one = await server();
    one.scopes.splice(0);
    expect((await send(one.url, mail)).status).toBe(403);
    expect((await fetch(`${one.url}/v3/mail/send`, { method: 'POST', body: '{}' })).status).toBe(401);
  });
});

describe('mail that the stand-in holds back', () => {
  const start = Date.UTC(2027, 0, 1);
  const at = start / 1_000 + 3_600;

  async function held() {
    const clock = { now: start };
    const one = await server({}, { now: () => clock.now });
    const { batch_id } = (await (await ask(one.url, 'POST', '/v3/mail/batch', {})).json()) as { batch_id: string };
    await send(one.url, { ...mail, send_at: at, batch_id });
    const fate = () => one.mail.mailbox.taken.map(one.mail.mailbox.fateOf);
    const minutes = (after: number) => {
      clock.now = start + after * 60_000;
    };
    const stop = async (status: string) =>
      (await ask(one.url, 'POST', '/v3/user/scheduled_sends', { batch_id, status })).status;
    return { ...one, batch_id, fate, minutes, stop };
  }

  it('goes out at its time', async () => {
    const { fate, minutes } = await held();
    expect(fate()).toEqual(['held']);
    minutes(61);
    expect(fate()).toEqual(['released']);
  });

  it('is thrown away at its time if it was taken back', async () => {
    const { fate, minutes, stop } = await held();
    minutes(49);
    expect(await stop('cancel')).toBe(201);
    minutes(59);
    expect(fate()).toEqual(['held']);
    minutes(60);
    expect(fate()).toEqual(['discarded']);
  });

  it('goes out if it was taken back less than ten minutes before', async () => {
    const { fate, minutes, stop } = await held();
    minutes(51);
    expect(await stop('cancel')).toBe(201);
    minutes(61);
    expect(fate()).toEqual(['released']);
  });

  it('goes out if what took it back is deleted before its time, and not if after', async () => {
    const { url, batch_id, fate, minutes, stop } = await held();
    await stop('cancel');
    expect((await ask(url, 'DELETE', `/v3/user/scheduled_sends/${batch_id}`)).status).toBe(204);
    minutes(61);
    expect(fate()).toEqual(['released']);
    const other = await held();
    await other.stop('cancel');
    other.minutes(61);
    await ask(other.url, 'DELETE', `/v3/user/scheduled_sends/${other.batch_id}`);
    expect(other.fate()).toEqual(['discarded']);
  });

  it('can be paused, let go, and taken back after all', async () => {
    const { url, batch_id, fate, minutes, stop } = await held();
    await stop('pause');
    expect(await stop('cancel')).toBe(400);
    minutes(120);
    expect(fate()).toEqual(['held']);
    const one = `/v3/user/scheduled_sends/${batch_id}`;
    expect(await (await ask(url, 'GET', one)).json()).toEqual([{ batch_id, status: 'pause' }]);
    expect((await ask(url, 'PATCH', one, { status: 'cancel' })).status).toBe(204);
    expect(fate()).toEqual(['discarded']);
  });

  it('is in ten batches at most that are taken back', async () => {
    const { url } = await server();
    const answers: number[] = [];
    for (let number = 0; number < 11; number += 1) {
      const { batch_id } = (await (await ask(url, 'POST', '/v3/mail/batch', {})).json()) as { batch_id: string };
      answers.push((await ask(url, 'POST', '/v3/user/scheduled_sends', { batch_id, status: 'cancel' })).status);
    }
    expect(answers).toEqual([...Array(10).fill(201), 400]);
  });
});

describe('the stand-in in a process of its own', () => {
  it('misbehaves at the requests that it is told to, and its file has all that it took', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'mailout-')), 'taken.jsonl');
    const one = await startSendGridApart({
      file,
      faults: [
        { from: 2, kind: 'reset-after' },
        { from: 3, kind: 'reset-before' },
        { from: 4, until: 5, kind: 'throttled', reset: 9 },
        { from: 6, kind: 'status', status: 503, accepts: true },
        { from: 7, kind: 'truncated' },
        { from: 8, until: 'for-ever', kind: 'status', status: 401 },
      ],
    });
    ends.push(one.stop);
    const seen: unknown[] = [];
    for (let number = 1; number <= 9; number += 1) {
      const body = { ...mail, personalizations: [{ to: [{ email: `p${number}@example.org` }] }] };
      seen.push(
        await send(one.url, body).then(
          ({ status }) => status,
          () => 'lost',
        ),
      );
    }
    await one.stop();
    expect(seen).toEqual([202, 'lost', 'lost', 429, 429, 503, 202, 401, 401]);
    expect(readMailbox(file).map(({ request, to }) => [request, ...to])).toEqual(
      [1, 2, 6, 7].map((number) => [number, `p${number}@example.org`]),
    );
  });
});
