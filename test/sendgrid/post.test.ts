import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/fault.js';
import type { PostReply } from '../../src/model/provider-post.js';
import { type PostSettings, sendGridPost } from '../../src/sendgrid/post.js';
import type { FaultRule } from '../fakes/sendgrid/faults.js';
import { type SendGridServer, startSendGrid, testKey } from '../fakes/sendgrid-server.js';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const body = Buffer.from(
  JSON.stringify({
    personalizations: [{ to: [{ email: 'ada@example.org' }] }],
    from: { email: 'news@union.example' },
    subject: 'News',
    content: [{ type: 'text/plain', value: 'Hello' }],
  }),
);
const unending = new AbortController().signal;

async function standIn(...faults: FaultRule[]): Promise<SendGridServer> {
  const server = await startSendGrid({}, { faults });
  ends.push(server.stop);
  return server;
}

function poster(url: string, change: Partial<PostSettings> = {}) {
  return sendGridPost({
    key: testKey,
    region: 'global',
    baseUrl: url,
    timeouts: { connect: 2_000, answer: 300 },
    ...change,
  });
}

async function posted(server: SendGridServer, signal = unending): Promise<PostReply> {
  const reply = await poster(server.url)('/v3/mail/send', body, signal);
  expect(inspect(reply, { depth: null, showHidden: true })).not.toContain(testKey);
  return reply;
}

/** A server that answers each connection in its own way. */
async function rawServer(handle: (socket: Socket) => void): Promise<string> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    handle(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a post', () => {
  it('is one request with the key, and its answer is given', async () => {
    const server = await standIn();
    const reply = await posted(server);
    expect(reply).toMatchObject({ kind: 'answer', status: 202, text: '' });
    expect(reply.kind === 'answer' && reply.header('x-message-id')).toMatch(/./);
    expect(server.mail.requests).toHaveLength(1);
    expect(server.mail.requests[0]?.bytes.equals(body)).toBe(true);
    expect(server.mail.requests[0]?.headers.authorization).toBe(`Bearer ${testKey}`);
  });

  it('has a connection of its own, so that none breaks that was kept', async () => {
    const server = await standIn();
    const post = poster(server.url);
    for (let number = 0; number < 3; number += 1) await post('/v3/mail/send', body, unending);
    expect(new Set(server.mail.requests.map(({ port }) => port)).size).toBe(3);
  });

  it.each<[string, FaultRule, object, number]>([
    [
      'is thrown away by a reset before it is read',
      { from: 1, kind: 'reset-before' },
      { kind: 'lost', why: 'broke-off' },
      0,
    ],
    ['was taken, and the connection reset', { from: 1, kind: 'reset-after' }, { kind: 'lost', why: 'broke-off' }, 1],
    ['is never answered', { from: 1, kind: 'hang' }, { kind: 'lost', why: 'no-answer' }, 0],
    ['was taken and never answered', { from: 1, kind: 'hang', accepts: true }, { kind: 'lost', why: 'no-answer' }, 1],
    ['was taken, and the answer is cut', { from: 1, kind: 'truncated' }, { kind: 'answer', status: 202, text: '' }, 1],
    ['was taken, and the answer drips', { from: 1, kind: 'drip', every: 2 }, { kind: 'answer', status: 202 }, 1],
    ['fails', { from: 1, kind: 'status', status: 500, body: 'x' }, { kind: 'answer', status: 500, text: 'x' }, 0],
    [
      'was taken and failed',
      { from: 1, kind: 'status', status: 503, accepts: true },
      { kind: 'answer', status: 503 },
      1,
    ],
    ['comes too soon', { from: 1, kind: 'throttled', reset: 60 }, { kind: 'answer', status: 429 }, 0],
  ])('that %s is made once, whatever came of it', async (_, fault, expected, taken) => {
    const server = await standIn(fault);
    expect(await posted(server)).toMatchObject(expected);
    expect(server.mail.count).toBe(1);
    expect(server.mail.mailbox.taken).toHaveLength(taken);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect: %i', async (status) => {
    const other = await standIn();
    const server = await standIn({ from: 1, kind: 'redirect', status, location: `${other.url}/v3/mail/send` });
    expect(await posted(server)).toMatchObject({ kind: 'answer', status });
    expect([server.mail.count, other.asked.length]).toEqual([1, 0]);
  });

  it('is not sent where nobody listens', async () => {
    const server = await standIn();
    await server.stop();
    expect(await poster(server.url)('/v3/mail/send', body, unending)).toEqual({ kind: 'not-sent', why: 'refused' });
  });

  it('is not sent to a server that is none by its certificate, or that speaks no TLS', async () => {
    const plain = await rawServer((socket) => socket.end('HTTP/1.1 202 Accepted\r\n\r\n'));
    expect(await poster(`https://${plain}`)('/v3/mail/send', body, unending)).toEqual({ kind: 'not-sent', why: 'tls' });
  });

  it('is not sent to a server that never finishes the beginning of TLS', async () => {
    const silent = await rawServer(() => {});
    const post = poster(`https://${silent}`, { timeouts: { connect: 100, answer: 300 } });
    expect(await post('/v3/mail/send', body, unending)).toEqual({ kind: 'not-sent', why: 'connect-timeout' });
  });

  it('is not sent after the signal to stop', async () => {
    const server = await standIn();
    expect(await posted(server, AbortSignal.abort())).toEqual({ kind: 'not-sent', why: 'stopped' });
    expect(server.asked).toEqual([]);
  });

  it('that is broken off in the middle may have been taken', async () => {
    const server = await standIn({ from: 1, kind: 'hang', accepts: true });
    const stop = new AbortController();
    server.beforeAnswer = () => setTimeout(() => stop.abort(), 20);
    expect(await posted(server, stop.signal)).toEqual({ kind: 'lost', why: 'stopped' });
    expect(server.mail.mailbox.taken).toHaveLength(1);
  });

  it('ends also where the answer never does', async () => {
    const url = await rawServer((socket) => {
      socket.write('HTTP/1.1 400 Bad\r\ncontent-type: application/json\r\n\r\n{"errors":[');
      const timer = setInterval(() => socket.write('x'.repeat(100_000)), 1);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await poster(`http://${url}`)('/v3/mail/send', body, unending)).toMatchObject({
      kind: 'answer',
      status: 400,
      text: '',
    });
  });

  it.each([
    ['nonsense', 'this is no HTTP\r\n\r\n'],
    ['headers without end', `HTTP/1.1 202 Accepted\r\n${'x-a: b\r\n'.repeat(100_000)}`],
    ['half a line with the status', 'HTTP/1.1 20'],
  ])('that gets %s for an answer may have been taken', async (_, text) => {
    const url = await rawServer((socket) => socket.once('data', () => socket.end(text)));
    expect(await poster(`http://${url}`)('/v3/mail/send', body, unending)).toEqual({ kind: 'lost', why: 'broke-off' });
  });
});

describe('mail goes to SendGrid or stays here', () => {
  it.each(['https://api.sendgrid.com', 'https://api.eu.sendgrid.com', 'http://127.0.0.1:9', 'http://localhost:9'])(
    '%s is one of them',
    (baseUrl) => expect(() => poster(baseUrl)).not.toThrow(),
  );

  it.each([
    'https://api.sendgrid.com.example.org',
    'https://example.org',
    'http://api.sendgrid.com',
    'https://10.0.0.1',
    'x',
  ])('%s is none of them', (baseUrl) => {
    expect(() => poster(baseUrl)).toThrow(Fault);
    try {
      poster(baseUrl);
    } catch (error) {
      expect(error).toMatchObject({ details: { exit: 2 } });
    }
  });

  it.each(['', '  ', 'SG.a b', 'SG.\u00e9'])('there is no mail with “%s” for a key', (key) => {
    expect(() => poster('http://127.0.0.1:9', { key })).toThrow(Fault);
  });
});
