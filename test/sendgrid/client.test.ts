import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../../src/model/fault.js';
import { type SendGridClient, sendGridClient } from '../../src/sendgrid/client.js';
import { type SendGridServer, startSendGrid } from '../fakes/sendgrid-server.js';

const open: { stop?: () => Promise<void>; close?: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await (one.stop ?? one.close)?.();
});

/** A client of a stand-in, with a clock that does not wait but remembers for how long. */
async function connected(): Promise<{ server: SendGridServer; client: SendGridClient; waits: number[] }> {
  const server = await startSendGrid({ lists: { bounces: [{ email: 'jo@example.org', created: 1 }] } });
  const waits: number[] = [];
  const clock = {
    now: () => 1_800_000_000_000,
    wait: async (milliseconds: number) => void waits.push(milliseconds),
    random: () => 0,
  };
  const client = sendGridClient({ key: ` ${server.key}\n`, region: 'global', baseUrl: server.url }, clock);
  open.push(client, server);
  return { server, client, waits };
}

const bounces = { method: 'GET', path: '/v3/suppression/bounces', query: { limit: 500, offset: 0 } } as const;
const wholeList = [{ email: 'jo@example.org', created: 1 }];

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  const error = await promise.catch((caught: unknown) => caught);
  if (error instanceof Fault) return error;
  throw new Error('There was no fault.');
}

describe('a request', () => {
  it('is made with the key, and its answer given', async () => {
    const { server, client } = await connected();
    expect(await client.ask(bounces)).toEqual(wholeList);
    expect(server.asked).toEqual(['GET /v3/suppression/bounces?limit=500&offset=0']);
    expect(server.authorizations).toEqual([`Bearer ${server.key}`]);
  });

  it.each([
    ['the server fails', { status: 500 }],
    ['the server is not available', { status: 503, body: '<html>' }],
    ['the connection breaks off', 'reset'],
    ['the answer breaks off', 'cut'],
  ] as const)('that only asks is made again where %s', async (_, trouble) => {
    const { server, client, waits } = await connected();
    server.troubles.push(trouble, trouble);
    expect(await client.ask(bounces)).toEqual(wholeList);
    expect(waits).toEqual([500, 1_000]);
  });

  it('is not made again for ever', async () => {
    const { server, client } = await connected();
    server.troubles.push(...Array.from({ length: 20 }, () => ({ status: 502 })));
    expect((await faultOf(client.ask(bounces))).details).toMatchObject({ code: 'sendgrid/unreadable', exit: 5 });
    expect(server.asked).toHaveLength(5);
  });

  it.each([
    ['at a time', { 'x-ratelimit-reset': '1800000007' }, 7_000],
    ['in seconds', { 'retry-after': '3' }, 3_000],
    ['not at all', {}, 1_000],
    ['in the past', { 'x-ratelimit-reset': '1700000000' }, 1_000],
    ['far too late', { 'retry-after': '86400' }, 60_000],
    ['in words', { 'retry-after': 'soon' }, 1_000],
  ])('that comes too soon waits as it is told: %s', async (_, headers, expected) => {
    const { server, client, waits } = await connected();
    server.troubles.push({ status: 429, headers });
    expect(await client.ask(bounces)).toEqual(wholeList);
    expect(waits).toEqual([expected]);
  });

  it('that begins something is not made twice, unless it never began or was put off', async () => {
    const { server, client } = await connected();
    server.account.contacts.people = { files: ['EMAIL\n'] };
    const start = {
      method: 'POST',
      path: '/v3/marketing/contacts/exports',
      body: { list_ids: ['people'], file_type: 'csv' },
    } as const;
    for (const trouble of ['reset', { status: 500 }] as const) {
      server.troubles.push(trouble);
      server.asked.length = 0;
      expect((await faultOf(client.ask(start))).details.exit).toBe(5);
      expect(server.asked).toHaveLength(1);
    }
    server.troubles.push({ status: 429 });
    expect(await client.ask(start)).toMatchObject({ id: 'export-1' });
    await server.stop();
    expect((await faultOf(client.ask(start))).details.words).toBe('SendGrid could not be reached.');
  });

  it.each([
    [401, 'sendgrid/key-refused', 4],
    [403, 'sendgrid/scope', 4],
    [404, 'sendgrid/unreadable', 5],
    [307, 'sendgrid/unreadable', 5],
    [400, 'sendgrid/unreadable', 5],
  ])('that is answered with %i is a fault', async (status, code, exit) => {
    const { server, client } = await connected();
    server.troubles.push({ status, body: 'jo@example.org is bad', headers: { location: 'http://127.0.0.1:9/' } });
    const { details } = await faultOf(client.ask(bounces));
    expect(details).toMatchObject({ code, exit });
    expect(server.asked).toHaveLength(1);
  });

  it('names the scope that a key lacks', async () => {
    const { server, client } = await connected();
    server.troubles.push({ status: 403 });
    expect((await faultOf(client.ask(bounces))).details.fix).toContain('suppression.bounces.read');
  });

  it.each(['<html>Welcome to our hotel</html>', '', '{"a":'])('that is answered with %j is a fault', async (body) => {
    const { server, client } = await connected();
    server.troubles.push({ status: 200, body });
    expect((await faultOf(client.ask(bounces))).details.words).toBe('SendGrid’s answer cannot be understood.');
  });

  it('that fails tells neither the key nor anybody’s address', async () => {
    const { server, client } = await connected();
    const troubles = [
      'reset',
      'redirect',
      { status: 400, body: 'jo@example.org' },
      { status: 200, body: 'jo@example.org' },
    ];
    for (const trouble of troubles as SendGridServer['troubles']) {
      server.troubles.push(...Array.from({ length: 5 }, () => trouble));
      const fault = await faultOf(client.ask(bounces));
      server.troubles.length = 0;
      const told = `${JSON.stringify(fault.details)}${fault.stack}${String(fault.cause)}`;
      expect(told).not.toContain(server.key);
      expect(told).not.toContain('jo@');
    }
  });
});

describe('the key', () => {
  it('has to be there', () => {
    expect(() => sendGridClient({ key: ' ', region: 'global' })).toThrow(Fault);
  });

  it.each([
    ['http://api.example.org', false],
    ['http://127.0.0.1.example.org', false],
    ['ftp://127.0.0.1', false],
    ['no address', false],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['https://stand-in.example.org', true],
  ])('goes to %s: %s', (baseUrl, allowed) => {
    const make = () => open.push(sendGridClient({ key: 'SG.x', region: 'eu', baseUrl }));
    if (allowed) expect(make).not.toThrow();
    else expect(make).toThrow(Fault);
  });

  it('is not sent along when a file is fetched', async () => {
    const { server, client } = await connected();
    server.account.contacts.people = { files: ['EMAIL\njo@example.org\n'] };
    const pieces: Uint8Array[] = [];
    for await (const piece of client.download(`${server.url}/files/people/0`)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('EMAIL\njo@example.org\n');
    expect(server.authorizations).toEqual([undefined]);
  });
});

describe('a file', () => {
  const read = async (client: SendGridClient, address: string) => {
    for await (const _ of client.download(address));
  };

  it('that breaks off is a fault', async () => {
    const { server, client } = await connected();
    server.account.contacts.people = { files: [`EMAIL\n${'jo@example.org\n'.repeat(50_000)}`] };
    server.troubles.push('cut');
    const { details } = await faultOf(read(client, `${server.url}/files/people/0`));
    expect(details.words).toBe('A file of SendGrid’s could not be read to its end.');
  });

  it.each([
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'http://example.org/contacts.csv',
    'https://me:pw@example.org/',
  ])('is not fetched from %s', async (address) => {
    const { server, client } = await connected();
    expect((await faultOf(read(client, address))).details.words).toContain('not safe');
    expect(server.asked).toEqual([]);
  });
});
