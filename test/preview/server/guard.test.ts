import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { type Answer, token, visit } from './visitor.js';

/** Everything that a preview answers, as its page asks for it. */
const addresses = [
  ['GET', '/'],
  ['GET', `/?token=${token}`],
  ['GET', '/ui/assets/page.js'],
  ['GET', '/api/state'],
  ['GET', '/api/events'],
  ['GET', '/read/weekly/2027-03-22/wales.html'],
  ['GET', '/read/weekly/2027-03-22/wales.txt'],
  ['POST', '/api/looked-at'],
  ['POST', '/api/change'],
  ['POST', '/api/mend'],
  ['POST', '/api/rebuild'],
  ['POST', '/api/open'],
  ['POST', '/api/proof'],
  ['POST', '/api/approval'],
  ['POST', '/api/approve'],
] as const;

const posts = addresses.filter(([method]) => method === 'POST');

/** Nothing but a refusal: no word of what is shown, and nobody let in. */
function expectTurnedAway(answer: Answer): void {
  expect(answer.status).toBe(403);
  expect(answer.text).not.toMatch(/Weekly|Megan|Olives|union|Workbench/);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expectSafe(answer);
}

function expectSafe({ headers }: Answer): void {
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain('frame-ancestors');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
}

describe('a preview answers under its own address only', () => {
  const hosts: readonly (readonly [string, (port: number) => string])[] = [
    ['a name that leads here by DNS', (port) => `preview.attacker.example:${port}`],
    ['a name that ends like this address', (port) => `127.0.0.1.nip.io:${port}`],
    ['a name that begins like this address', (port) => `localhost.attacker.example:${port}`],
    ['another port', (port) => `127.0.0.1:${port - 1}`],
    ['no port', () => '127.0.0.1'],
    ['the name without a port', () => 'localhost'],
    ['this address with a dot behind it', (port) => `localhost.:${port}`],
    ['this address in capitals', (port) => `LOCALHOST:${port}`],
    ['this address in another notation', (port) => `2130706433:${port}`],
    ['this address in octal', (port) => `0177.0.0.1:${port}`],
    ['another address of this computer', (port) => `127.0.0.2:${port}`],
    ['every address of this computer', (port) => `0.0.0.0:${port}`],
    ['IPv6', (port) => `[::1]:${port}`],
    ['IPv6 in full', (port) => `[0:0:0:0:0:0:0:1]:${port}`],
    ['IPv4 within IPv6', (port) => `[::ffff:127.0.0.1]:${port}`],
    ['IPv6 without brackets', (port) => `::1:${port}`],
    ['a user before the address', (port) => `attacker.example@127.0.0.1:${port}`],
    ['a path behind the address', (port) => `127.0.0.1:${port}/attacker.example`],
  ];
  for (const [what, host] of hosts) {
    it(`and not to ${what}`, async () => {
      const { ask, port } = await visit();
      for (const [method, path] of addresses) {
        expectTurnedAway(await ask(method, path, { headers: { host: host(port), origin: null } }));
        expectTurnedAway(await ask(method, path, { headers: { host: host(port), origin: `http://${host(port)}` } }));
      }
    });
  }

  it('which may be called localhost too', async () => {
    const { ask, port } = await visit();
    const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect((await ask('GET', '/api/state', { headers: own })).status).toBe(200);
    expect((await ask('POST', '/api/rebuild', { headers: own, body: '{}' })).status).toBe(200);
  });

  it('and not where none is named, two are, or the whole address is', async () => {
    const { port, cookie } = await visit();
    const own = `Host: 127.0.0.1:${port}\r\n`;
    const rest = `Cookie: ${cookie}\r\nConnection: close\r\n\r\n`;
    for (const request of [
      `GET /api/state HTTP/1.1\r\n${rest}`,
      `GET /api/state HTTP/1.0\r\n${rest}`,
      `GET /api/state HTTP/1.1\r\nHost: \r\n${rest}`,
      `GET /api/state HTTP/1.1\r\n${own}Host: attacker.example\r\n${rest}`,
      `GET /api/state HTTP/1.1\r\nHost: attacker.example\r\n${own}${rest}`,
      `GET http://attacker.example/api/state HTTP/1.1\r\n${own}${rest}`,
      `GET http://127.0.0.1:${port}/api/state HTTP/1.1\r\n${own}${rest}`,
    ]) {
      const answer = await raw(port, request);
      expect(answer, request).toMatch(/^HTTP\/1\.1 40[34] /);
      expect(answer).toMatch(/content-security-policy: .*default-src 'none'/i);
      expect(answer).not.toContain('Weekly');
    }
  });
});

describe('a preview answers its own page only', () => {
  const origins: readonly (readonly [string, (port: number) => string])[] = [
    ['another site', () => 'https://attacker.example'],
    ['nobody in particular', () => 'null'],
    ['another port', (port) => `http://127.0.0.1:${port - 1}`],
    ['the other name of this address', (port) => `http://localhost:${port}`],
    ['the same by https', (port) => `https://127.0.0.1:${port}`],
    ['an address that begins the same', (port) => `http://127.0.0.1:${port}0`],
    ['a name that begins the same', (port) => `http://127.0.0.1:${port}.attacker.example`],
    ['the same with a path', (port) => `http://127.0.0.1:${port}/`],
    ['nothing at all', () => ''],
  ];
  for (const [what, origin] of origins) {
    it(`and not ${what}`, async () => {
      const { ask, port } = await visit();
      for (const [method, path] of addresses)
        expectTurnedAway(await ask(method, path, { headers: { origin: origin(port) } }));
    });
  }

  it('and does nothing for who does not say where he comes from', async () => {
    const { ask, bench, deeds } = await visit();
    for (const [method, path] of posts) expectTurnedAway(await ask(method, path, { headers: { origin: null } }));
    expect([bench.refreshes, deeds.asked]).toEqual([[], []]);
  });

  it('and not what a browser says comes from elsewhere', async () => {
    const { ask } = await visit();
    for (const site of ['cross-site', 'same-site', 'anything'])
      for (const [method, path] of addresses)
        expectTurnedAway(await ask(method, path, { headers: { 'sec-fetch-site': site } }));
    for (const site of ['same-origin', 'none'])
      expect((await ask('GET', '/api/state', { headers: { 'sec-fetch-site': site } })).status).toBe(200);
  });

  it('and lets no other page ask whether it may', async () => {
    const { ask } = await visit();
    const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
    const foreign = await ask('OPTIONS', '/api/change', {
      headers: { ...preflight, origin: 'https://attacker.example', cookie: null },
    });
    expectTurnedAway(foreign);
    for (const method of ['OPTIONS', 'PUT', 'DELETE', 'HEAD'] as const) {
      const own = await ask(method, '/api/state', { headers: preflight });
      expect(own.status).toBe(405);
      expectSafe(own);
    }
  });
});

describe('a preview opens with its key only', () => {
  it('and to nobody without one, or with another', async () => {
    const { ask, port, bench, deeds } = await visit();
    const wrong = [
      null,
      '',
      `mailout-${port}=`,
      `mailout-${port}=${token.slice(0, -1)}`,
      `mailout-${port}=${token}x`,
      `mailout-${port}=${token.toLowerCase()}`,
      `mailout-${port - 1}=${token}`,
      `token=${token}`,
    ];
    const locked = addresses.filter(([, path]) => !path.includes('token'));
    for (const cookie of wrong)
      for (const [method, path] of locked) expectTurnedAway(await ask(method, path, { headers: { cookie } }));
    expect([bench.refreshes, deeds.asked]).toEqual([[], []]);
  });

  it('which the address gives once, and the page keeps where no script can read it', async () => {
    const { ask, port } = await visit();
    const answer = await ask('GET', `/?token=${token}`, { headers: { cookie: null } });
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    const parts = (answer.headers['set-cookie'] ?? '').split('; ');
    expect(parts[0]).toBe(`mailout-${port}=${token}`);
    expect(parts.slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict']);
    expectSafe(answer);
    expect((await ask('GET', '/', { headers: { cookie: parts[0] ?? '' } })).text).toContain('Workbench');
  });

  it('and to nobody with another in the address, or in another address', async () => {
    const { ask } = await visit();
    for (const path of [
      '/?token=',
      '/?token=wrong',
      `/?token=${token}x`,
      `/?Token=${token}`,
      `/api/state?token=${token}`,
    ])
      expectTurnedAway(await ask('GET', path, { headers: { cookie: null } }));
    expectTurnedAway(await ask('POST', `/?token=${token}`, { headers: { cookie: null, origin: null } }));
  });

  it('and says in plain words what to do', async () => {
    const { ask } = await visit();
    const answer = await ask('GET', '/', { headers: { cookie: null } });
    expect(answer.text).toBe(
      'This preview was opened without its key. Open the whole address that “mailout preview” printed, with everything after the question mark.\n',
    );
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  });
});

it('everything that is answered says how safely it is to be taken', async () => {
  const { ask, port } = await visit({ limits: { streams: 0 } });
  for (const [method, path] of addresses) expectSafe(await ask(method, path));
  for (const path of ['/nothing', '/api/nothing', '/ui/nothing', '/read/nothing']) {
    const answer = await ask('GET', path);
    expect(answer.status).toBe(404);
    expectSafe(answer);
  }
  for (const nonsense of ['nonsense\r\n\r\n', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`]) {
    const answer = await raw(port, nonsense);
    expect(answer).toMatch(/^HTTP\/1\.1 4(00|31) /);
    expect(answer).toContain("default-src 'none'");
  }
});

it('the page may run its own files, ask its own server and nothing else', async () => {
  const { ask } = await visit();
  const page = await ask('GET', '/');
  const policy = page.headers['content-security-policy'] ?? '';
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
  for (const name of ['script-src', 'style-src', 'connect-src', 'frame-src']) expect(rules.get(name)).toBe("'self'");
  for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(rules.get(name)).toBe("'none'");
  expect(policy).not.toContain('unsafe');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  const script = await ask('GET', '/ui/assets/page.js');
  expect([script.status, script.text]).toEqual([200, 'export {};']);
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
});

async function raw(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(request);
  return text(socket);
}
