import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FetchOptions, fetchMaterial } from '../../src/links/fetch-material.js';
import type { Resolve } from '../../src/links/guarded-connector.js';
import { isPublicAddress } from '../../src/links/public-address.js';
import { Fault } from '../../src/model/fault.js';
import { answer, type Site, startSite } from './servers.js';

// Less than a megabyte each, and 100 MB when they are unpacked.
const zeros = Buffer.alloc(100 << 20);
const gzipBomb = gzipSync(zeros, { level: 1 });
const brotliBomb = brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

let site: Site;
let secret: Site;
let written = 0;

const slowly = (response: ServerResponse) => {
  const timer = setInterval(() => response.write('a'), 20);
  response.on('close', () => clearInterval(timer));
};

beforeEach(async () => {
  written = 0;
  secret = await startSite({ '/': answer(200) });
  const to = (location: () => string) => (_: unknown, response: ServerResponse) =>
    void response.writeHead(302, { location: location() }).end();
  const packed = (encoding: string, bytes: Buffer) => (_: unknown, response: ServerResponse) =>
    void response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'text/html' }).end(bytes);
  site = await startSite({
    '/': (_, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>é</p>'),
    '/gzip': packed('gzip', gzipSync('words')),
    '/br': packed('br', brotliCompressSync('words')),
    '/bomb': packed('gzip', gzipBomb),
    '/br-bomb': packed('br', brotliBomb),
    '/not-gzip': packed('gzip', Buffer.from('words')),
    '/half-gzip': packed('gzip', gzipSync('words '.repeat(1000)).subarray(0, 20)),
    '/odd': packed('zstd', Buffer.from('words')),
    '/50-mb': (_, response) => {
      const piece = Buffer.alloc(64 << 10, 'a');
      const more = () => {
        while (written < 50 << 20) {
          written += piece.length;
          if (!response.write(piece)) return void response.once('drain', more);
        }
        response.end();
      };
      response.writeHead(200);
      more();
    },
    '/slow-headers': () => {},
    '/slow-body': (_, response) => slowly(response.writeHead(200)),
    '/slow-redirect': (_, response) => slowly(response.writeHead(302, { location: '/' })),
    '/moved': to(() => '/'),
    '/loop': to(() => '/loop'),
    '/secret': to(() => secret.url('/')),
    '/secret-v6': to(() => `http://[::1]:${secret.port}/`),
    '/secret-mapped': to(() => `http://[::ffff:127.0.0.1]:${secret.port}/`),
    '/secret-name': to(() => secret.url('/', 'inside.test')),
    '/metadata': to(() => 'http://169.254.169.254/latest/meta-data/'),
    '/file': to(() => 'file:///etc/passwd'),
    '/password': to(() => site.url('/').replace('//', '//ada:secret@')),
    '/members': answer(403),
    '/cookie': (_, response) => void response.writeHead(302, { location: '/', 'set-cookie': 'a=b' }).end(),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`/hop-${n}`, to(() => (n === 4 ? '/' : `/hop-${n + 1}`))])),
    '/hop-too-many': to(() => '/hop-0'),
  });
});
afterEach(() => Promise.all([site.stop(), secret.stop()]));

const inside: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

/** The real guard, with the one site of the test let through. */
function allowed(more: Partial<FetchOptions> = {}): FetchOptions {
  return { mayConnect: (address, port) => port === site.port || isPublicAddress(address), resolve: inside, ...more };
}

async function faultOf(path: string, options = allowed()): Promise<string> {
  try {
    await fetchMaterial(path.includes(':') ? path : site.url(path), options);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.details).toMatchObject({
      exit: 1,
      words: expect.stringMatching(/\.$/),
      fix: expect.stringMatching(/\.$/),
    });
    return error.details.code;
  }
  return 'fetched';
}

describe('a page of the web', () => {
  it('is given with its type and the address where it was in the end', async () => {
    const name = site.url('/moved');
    const { bytes, ...rest } = await fetchMaterial(name, allowed());
    expect(rest).toEqual({ name, url: site.url('/'), type: 'text/html; charset=utf-8' });
    expect(Buffer.from(bytes).toString()).toBe('<p>é</p>');
    expect(site.asked).toEqual(['GET /moved', 'GET /']);
  });

  it.each(['/gzip', '/br'])('is unpacked: %s', async (path) => {
    const { bytes } = await fetchMaterial(site.url(path), allowed());
    expect(Buffer.from(bytes).toString()).toBe('words');
  });

  it('is asked for in our own name, without cookies or anything of whoever asks', async () => {
    await fetchMaterial(site.url('/cookie'), allowed({ sender: 'Branch (of Leeds)\r\nx: y' }));
    const [, second] = site.requests;
    expect(Object.keys(second?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(second?.headers['user-agent']).toBe(
      'mailout-import/1.0 (takes over one page for a newsletter; Branch of Leedsx: y)',
    );
  });

  it('may be passed on five times and no more', async () => {
    expect(await faultOf('/hop-0')).toBe('fetched');
    expect(await faultOf('/hop-too-many')).toBe('links/fetch-redirect');
    expect(await faultOf('/loop')).toBe('links/fetch-redirect');
    expect(site.asked.filter((asked) => asked === 'GET /loop')).toHaveLength(6);
  });
});

describe('a private address is never asked', () => {
  it.each([
    ['by its number', '/secret'],
    ['by its number in IPv6', '/secret-v6'],
    ['by its number, mapped', '/secret-mapped'],
    ['by a name', '/secret-name'],
    ['by the number of a cloud', '/metadata'],
  ])('though a public page passes on to it %s', async (_, path) => {
    expect(await faultOf(path)).toBe('links/fetch-private');
    expect(secret.asked).toEqual([]);
  });

  it('by the guard that holds where nobody says otherwise', async () => {
    expect(await faultOf(secret.url('/'), {})).toBe('links/fetch-private');
    expect(await faultOf(secret.url('/', 'localhost'), {})).toBe('links/fetch-private');
    expect(await faultOf(secret.url('/', '[::1]'), {})).toBe('links/fetch-private');
    expect(secret.asked).toEqual([]);
  });
});

describe('what cannot be fetched ends in a fault', () => {
  it.each([
    ['a page that is not there', '/none', 'links/fetch-refused'],
    ['a page for members', '/members', 'links/fetch-refused'],
    ['a redirect to a file', '/file', 'links/fetch-redirect'],
    ['a redirect with a password', '/password', 'links/fetch-redirect'],
    ['an address with a password', 'https://ada:secret@example.org/', 'links/fetch-password'],
    ['a file', 'file:///etc/passwd', 'links/fetch-address'],
    ['a bomb in gzip', '/bomb', 'links/fetch-too-big'],
    ['a bomb in brotli', '/br-bomb', 'links/fetch-too-big'],
    ['gzip that is none', '/not-gzip', 'links/fetch-unreadable'],
    ['half of some gzip', '/half-gzip', 'links/fetch-unreadable'],
    ['an encoding that was not asked for', '/odd', 'links/fetch-unreadable'],
  ])('%s', async (_, path, code) => {
    expect(await faultOf(path)).toBe(code);
  });

  it.each(['/slow-headers', '/slow-body', '/slow-redirect'])('a server that takes its time: %s', async (path) => {
    const before = performance.now();
    const ended = await faultOf(path, allowed({ limits: { milliseconds: 300 } }));
    // A redirect is known by its headers, however long its page takes.
    expect(ended).toBe(path === '/slow-redirect' ? 'fetched' : 'links/fetch-slow');
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('50 MB: no more is read than may be, in little memory', async () => {
    const before = process.resourceUsage().maxRSS;
    const begun = performance.now();
    expect(await faultOf('/50-mb')).toBe('links/fetch-too-big');
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(written).toBeLessThan(25 << 20);
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(100);
  });

  it('nobody there', async () => {
    const { port } = site;
    await site.stop();
    expect(await faultOf(`http://127.0.0.1:${port}/`)).toBe('links/fetch-silent');
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await expect(fetchMaterial(site.url('/slow-body'), allowed({ signal: stop.signal }))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
