import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/model/fault.js';
import { visit } from './visitor.js';

/** Whether somebody answers there at all. */
function isReached(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });
}

describe('a preview', () => {
  it('is reached from this computer only', async () => {
    const { port } = await visit();
    expect(await isReached('127.0.0.1', port)).toBe(true);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address, family, scopeid }) => (family === 'IPv6' && scopeid ? `${address}%${scopeid}` : address))
      .filter((address) => address !== '127.0.0.1');
    for (const address of ['127.0.0.2', '::1', ...others]) expect(await isReached(address, port), address).toBe(false);
  });

  it('says what to do where its port is taken', async () => {
    const [first, second] = [await visit(), await visit()];
    const fault = await second.server.listen(first.port).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    expect(fault instanceof Fault && fault.details).toMatchObject({
      code: 'preview/port-taken',
      exit: 2,
      words: `Another program answers on port ${first.port} already; it may be another preview.`,
      fix: `End that program, or choose another port: mailout preview --port ${first.port + 1}.`,
    });
  });

  it('is gone once it is closed, with everybody who was still there, however often', async () => {
    const { port, close } = await visit();
    const idle = connect(port, '127.0.0.1');
    const left = new Promise((resolve) => idle.on('close', resolve));
    await new Promise((resolve) => idle.on('connect', resolve));
    idle.on('error', () => {});
    await Promise.all([close(), close()]);
    await close();
    await left;
    expect(await isReached('127.0.0.1', port)).toBe(false);
  });
});

describe('whoever takes too long is sent away', () => {
  const slowly: readonly (readonly [string, (own: string) => string])[] = [
    ['before the first word', () => ''],
    ['in the middle of a line', () => 'GET /slow'],
    ['among the headers', (own) => `GET /api/state HTTP/1.1\r\n${own}X-Slow: `],
    [
      'in the body',
      (own) => `POST /api/rebuild HTTP/1.1\r\n${own}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
    ],
  ];
  it.each(slowly)('%s', async (_, begins) => {
    const { port, cookie, bench, failures, ask } = await visit({ limits: { patience: 300 } });
    const own = `Host: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nCookie: ${cookie}\r\n`;
    const socket = connect(port, '127.0.0.1');
    socket.write(begins(own));
    // A byte now and then does not keep it.
    const drip = setInterval(() => socket.writable && begins(own) && socket.write('x'), 50);
    const since = performance.now();
    socket.on('error', () => {});
    const answer = await text(socket).catch(() => '');
    clearInterval(drip);
    expect(performance.now() - since).toBeLessThan(3000);
    if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 408 .*default-src 'none'/s);
    expect([bench.refreshes, failures]).toEqual([[], []]);
    expect((await ask('GET', '/api/state')).status).toBe(200);
  });

  it('but nobody who listens', async () => {
    const { port, cookie, server, bench } = await visit({ limits: { patience: 100 } });
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      heard += part;
    });
    socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    server.tell({ ...bench.shown, revision: 4711 });
    await expect.poll(() => heard).toContain('4711');
    socket.destroy();
  });
});
