import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MayConnect, Resolve } from '../../src/links/guarded-connector.js';
import { isPublicAddress } from '../../src/links/public-address.js';
import { allowing, answer, type Site, startSite, stateOf } from './servers.js';

/*
 * A site on this machine would answer every request here. That it is never asked shows that the guard stands before the
 * socket and not before the name.
 */

let secret: Site;
let open: Site;
beforeEach(async () => {
  secret = await startSite({ '/': answer(200) });
  open = await startSite({
    '/to-secret': (_, response) => void response.writeHead(302, { location: secret.url('/') }).end(),
    '/to-name': (_, response) => void response.writeHead(301, { location: secret.url('/', 'inside.test') }).end(),
    '/to-metadata': answer(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
    '/to-mapped': (_, response) =>
      void response.writeHead(302, { location: `http://[::ffff:127.0.0.1]:${secret.port}/` }).end(),
    '/to-file': answer(302, { location: 'file:///etc/passwd' }),
    '/to-credentials': (_, response) =>
      void response.writeHead(302, { location: `http://ada:secret@127.0.0.1:${open.port}/` }).end(),
    '/': answer(200),
  });
});
afterEach(() => Promise.all([secret.stop(), open.stop()]));

const refused = { is: 'unreachable', because: 'it leads into a private network' };

/** The real guard but for the port, which no test can have. */
const anyPort: MayConnect = (address) => isPublicAddress(address);

const inside: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

describe('a private address is never asked', () => {
  it.each([
    ['this machine', () => secret.url('/')],
    ['this machine by its name', () => secret.url('/', 'localhost')],
    ['this machine in decimal', () => secret.url('/', '2130706433')],
    ['this machine in octal and short', () => secret.url('/', '0177.1')],
    ['this machine in hexadecimal', () => secret.url('/', '0x7f000001')],
    ['this machine in IPv6', () => secret.url('/', '[::1]')],
    ['this machine, mapped', () => secret.url('/', '[::ffff:127.0.0.1]')],
    ['this machine, mapped in hexadecimal', () => secret.url('/', '[::ffff:7f00:1]')],
    ['any address of this machine', () => secret.url('/', '0.0.0.0')],
    ['metadata of a cloud', () => 'http://169.254.169.254/latest/meta-data/'],
    ['metadata of a cloud in IPv6', () => 'http://[fd00:ec2::254]/latest/meta-data/'],
    ['a name that means this machine', () => secret.url('/', 'inside.test')],
  ])('%s', async (_, url) => {
    expect(await stateOf(url(), allowing([], { mayConnect: anyPort, resolve: inside }))).toEqual(refused);
    expect(secret.asked).toEqual([]);
  });

  it('a name of which one address is private', async () => {
    const resolve: Resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    expect(await stateOf(secret.url('/', 'both.test'), allowing([], { mayConnect: anyPort, resolve }))).toEqual(
      refused,
    );
    expect(secret.asked).toEqual([]);
  });

  it('by the guard that holds where nobody says otherwise', async () => {
    const { mayConnect: _, resolve: __, ...usual } = allowing([]);
    expect(await stateOf(secret.url('/'), usual)).toEqual(refused);
    expect(await stateOf(secret.url('/', 'localhost'), usual)).toEqual(refused);
    expect(secret.asked).toEqual([]);
  });

  it.each([
    ['its number', '/to-secret'],
    ['its name', '/to-name'],
    ['a number of a cloud', '/to-metadata'],
    ['its mapped number', '/to-mapped'],
  ])('though a public site passes on to it by %s', async (_, path) => {
    const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(await stateOf(open.url(path), allowing([open], { resolve }))).toEqual(refused);
    expect(open.asked).toEqual([`HEAD ${path}`]);
    expect(secret.asked).toEqual([]);
  });
});

it('only the ports of the web are asked', async () => {
  const { mayConnect: _, ...usual } = allowing([]);
  const resolve: Resolve = async () => [{ address: '8.8.8.8', family: 4 }];
  expect(await stateOf('http://public.test:22/', { ...usual, resolve })).toEqual(refused);
});

it('no site passes on to anything but the web', async () => {
  expect(await stateOf(open.url('/to-file'), allowing([open]))).toMatchObject({ is: 'unsure' });
});

it('no password is passed on, and no link with one is asked', async () => {
  expect(await stateOf(open.url('/to-credentials'), allowing([open]))).toMatchObject({ is: 'unsure' });
  expect(open.asked).toEqual(['HEAD /to-credentials']);
  expect(await stateOf(`http://ada:secret@127.0.0.1:${open.port}/`, allowing([open]))).toBeUndefined();
  expect(open.asked).toHaveLength(1);
});

it('nothing of ours goes along', async () => {
  await stateOf(
    open.url('/'),
    allowing([open], { sender: 'Education Workers Union (EWU), https://union.example\r\nx: y' }),
  );
  const headers = open.requests[0]?.headers ?? {};
  expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-language', 'connection', 'host', 'user-agent']);
  expect(headers['user-agent']).toBe(
    'mailout-link-check/1.0 (looks whether the links of a newsletter open; Education Workers Union EWU, https://union.examplex: y)',
  );
});
