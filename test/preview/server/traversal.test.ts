import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { finding, read } from '../../fakes/workbench.js';
import { type Visit, visit } from './visitor.js';

const folder = mkdtempSync(join(tmpdir(), 'mailout-planted-'));
const planted = join(folder, 'planted.html');
writeFileSync(planted, 'PLANTED-SECRET');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const up = '../'.repeat(12);

/** Ways to ask for a file of the disk, each as it is written in an address. */
const traversals = [
  // As it is.
  '..',
  '.',
  '../',
  `${up}etc/passwd`,
  `${up.slice(0, -1)}${planted}`,
  '../package.json',
  './package.json',
  '././../package.json',
  'assets/../../../package.json',
  'assets/..',
  'assets/./page.js',
  'package.json',
  '.env',
  '.git/config',
  '....//....//etc/passwd',
  '...',
  '.../...//etc/passwd',
  '..;/..;/etc/passwd',
  // Encoded, once and more often, in whole and in part.
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '.%2e/.%2e/etc/passwd',
  '%2E%2E%2Fpackage.json',
  '%252e%252e%252f%252e%252e%252fetc%252fpasswd',
  '..%252f..%252fetc%252fpasswd',
  '%25252e%25252e%25252fetc%25252fpasswd',
  '%%32%65%%32%65%%32%66etc/passwd',
  'assets%2fpage.js',
  '%61ssets/page.js',
  // Backslashes and Windows.
  '..\\..\\..\\windows\\win.ini',
  '..%5c..%5c..%5cwindows%5cwin.ini',
  '..%255c..%255cwindows%255cwin.ini',
  'assets\\page.js',
  'assets%5cpage.js',
  'C:/windows/win.ini',
  'C:%5cwindows%5cwin.ini',
  'C%3a%2fwindows%2fwin.ini',
  'assets/page.js::$DATA',
  'page.js%20',
  'assets/page.js.',
  'nul',
  'con.html',
  // Absolute, other hosts, other schemes.
  '/etc/passwd',
  '//etc/passwd',
  '%2fetc%2fpasswd',
  planted,
  encodeURIComponent(planted),
  '//attacker.example/share/file',
  '\\\\attacker.example\\share\\file',
  '%5c%5cattacker.example%5cshare',
  'file:///etc/passwd',
  'file%3a%2f%2f%2fetc%2fpasswd',
  '\\\\?\\C:\\windows\\win.ini',
  '~/.ssh/id_rsa',
  // NUL, line ends, other bytes.
  '%00',
  'assets/page.js%00',
  '..%00/etc/passwd',
  '../../etc/passwd%00.html',
  'wales.html%00.txt',
  '..%0d%0aSet-Cookie:%20a=b',
  '..%09/etc/passwd',
  // What is taken for a dot or a slash by who is not careful: overlong UTF-8, full width, other dots and strokes.
  '%c0%ae%c0%ae%c0%af%c0%ae%c0%ae%c0%afetc%c0%afpasswd',
  '%e0%80%ae%e0%80%ae%e0%80%afetc/passwd',
  '%uff0e%uff0e%u2215etc%u2215passwd',
  '%ef%bc%8e%ef%bc%8e%ef%bc%8fetc%ef%bc%8fpasswd',
  '%e2%80%a5/%e2%80%a5/etc/passwd',
  '%e2%88%95etc%e2%88%95passwd',
  '..%c1%9c..%c1%9cwindows%c1%9cwin.ini',
  // What a map that is an object would have.
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '%5f%5fproto%5f%5f',
];

/** Every address that has a name in it. */
const routes: readonly (readonly [string, (name: string) => string, string])[] = [
  ['a file of the page', (name) => `/ui/${name}`, 'assets/page.js'],
  ['something that is read', (name) => `/read/${name}`, 'weekly/2027-03-22/wales.html'],
  ['a publication', (name) => `/read/${name}/2027-03-22/wales.html`, 'weekly'],
  ['a date', (name) => `/read/weekly/${name}/wales.html`, '2027-03-22'],
  ['an edition or what stands beside it', (name) => `/read/weekly/2027-03-22/${name}`, 'images/olives.png'],
  ['an edition', (name) => `/read/weekly/2027-03-22/${name}.html`, 'wales'],
  ['its text', (name) => `/read/weekly/2027-03-22/${name}.txt`, 'wales'],
  ['its source', (name) => `/read/weekly/2027-03-22/${name}.source`, 'wales'],
  ['a persona', (name) => `/read/weekly/2027-03-22/wales.html?persona=${name}`, 'megan'],
  ['an appearance', (name) => `/read/weekly/2027-03-22/wales.html?appearance=${name}`, 'dark'],
  ['where pictures are from', (name) => `/read/weekly/2027-03-22/wales.html?images=${name}`, 'remote'],
  ['something that is compared', (name) => `/compare/${name}`, 'weekly/2027-03-22/wales/wales.html'],
  ['a publication that is compared', (name) => `/compare/${name}/2027-03-22/wales/wales.html`, 'weekly'],
  ['a date that is compared', (name) => `/compare/weekly/${name}/wales/wales.html`, '2027-03-22'],
  ['an edition that is compared', (name) => `/compare/weekly/2027-03-22/${name}/wales.html`, 'wales'],
  ['what it is compared with', (name) => `/compare/weekly/2027-03-22/wales/${name}.html`, 'wales'],
  ['what tells the differences', (name) => `/compare/weekly/2027-03-22/wales/${name}.json`, 'wales'],
  ['what stands beside it', (name) => `/compare/weekly/2027-03-22/wales/${name}`, 'images/olives.png'],
  ['who compares', (name) => `/compare/weekly/2027-03-22/wales/wales.json?persona=${name}`, 'megan'],
  ['a side', (name) => `/compare/weekly/2027-03-22/wales/wales.html?side=${name}`, 'other'],
  ['where its pictures are from', (name) => `/compare/weekly/2027-03-22/wales/wales.html?images=${name}`, 'remote'],
];

/** Everything that is posted with a name in it. */
const bodies: readonly (readonly [string, (name: string) => unknown, string])[] = [
  ['/api/looked-at', (issue) => ({ issue }), 'weekly/2027-03-22'],
  ['/api/change', (issue) => ({ issue, change: { set: 'subject', to: 'Olives' } }), 'weekly/2027-03-22'],
  ['/api/change', (pin) => ({ issue: 'weekly/2027-03-22', change: { pin, isPinned: true } }), 'olive-harvest'],
  ['/api/change', (leaveOut) => ({ issue: 'weekly/2027-03-22', change: { leaveOut, isOut: true } }), 'old-news'],
  [
    '/api/change',
    (name) => ({ issue: 'weekly/2027-03-22', change: { order: ['olive-harvest', name] } }),
    'letter-campaign',
  ],
  ['/api/mend', (key) => ({ finding: key }), finding.key],
  ['/api/open', (key) => ({ finding: key }), finding.key],
  ['/api/open', (item) => ({ item }), 'olive-harvest'],
  ['/api/proof', (issue) => ({ issue }), 'weekly/2027-03-22'],
  ['/api/proof', (persona) => ({ issue: 'weekly/2027-03-22', persona }), 'megan'],
  ['/api/approval', (issue) => ({ issue }), 'weekly/2027-03-22'],
  ['/api/approve', (issue) => ({ issue, digest: 'abc123' }), 'weekly/2027-03-22'],
];

function opened(): Promise<Visit> {
  return visit().then((there) => {
    there.bench.attached.set('weekly/2027-03-22/images/olives.png', Buffer.from('a picture'));
    there.bench.editions.set('weekly/2027-03-22/wales', read('Dear reader'));
    return there;
  });
}

function expectNothingOfTheDisk(answer: string): void {
  expect(answer).not.toMatch(/PLANTED|root:|\[fonts\]|"devDependencies"|repositoryformatversion|BEGIN/);
  expect(answer).not.toContain(folder);
  expect(answer).not.toContain(process.cwd());
  expect(answer).not.toMatch(/node_modules|\.ts:\d|\bat .*:\d+:\d+|Error/);
}

/** As it is written, byte for byte: a client would put it right first. */
async function rawGet(
  { port, cookie }: Visit,
  path: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  return { status: Number(answer.split(' ')[1]), text: answer };
}

it('there are at least sixty strings, each another one', () => {
  expect(new Set(traversals).size).toBe(traversals.length);
  expect(traversals.length).toBeGreaterThanOrEqual(60);
});

describe('no name leads to the disk', () => {
  for (const [what, path, right] of routes) {
    it(`as that of ${what}`, async () => {
      const there = await opened();
      expect((await rawGet(there, path(right))).status).toBe(200);
      for (const name of traversals) {
        const answer = await rawGet(there, path(name));
        expect([403, 404], `${path(name)} → ${answer.text}`).toContain(answer.status);
        expectNothingOfTheDisk(answer.text);
      }
    });
  }

  for (const [path, body, right] of bodies) {
    it(`in what is posted to ${path}: ${JSON.stringify(body('…'))}`, async () => {
      const there = await opened();
      for (const name of [...traversals, ...traversals.map(decoded)]) {
        const answer = await there.post(path, body(name));
        expect([400, 403, 404], `${name} → ${answer.text}`).toContain(answer.status);
        expectNothingOfTheDisk(answer.text);
      }
      expect([there.bench.changes, there.bench.refreshes, there.deeds.asked]).toEqual([[], [], []]);
      expect((await there.post(path, body(right))).status).toBe(200);
    });
  }

  it('where the address is not even one', async () => {
    const there = await opened();
    for (const name of [
      '..\0/etc/passwd',
      '.. /etc/passwd',
      '../etc/passwd\n',
      '../\u0007etc/passwd',
      '．．／．．／etc／passwd',
      '‥/‥/etc/passwd',
    ]) {
      const answer = await rawGet(there, `/ui/${name}`);
      // Refused by who reads HTTP, before there is an address at all.
      expect(answer.status).toBe(400);
      expectNothingOfTheDisk(answer.text);
    }
  });

  it('and no other address begins anywhere but here', async () => {
    const there = await opened();
    for (const path of [
      '/ui/../',
      '/ui/../api/state',
      '/ui/%2e%2e/api/state',
      '//127.0.0.1/api/state',
      '/./',
      '*',
      '/api//state',
      '/api/state/',
      '/ui',
    ])
      expect([403, 404], path).toContain((await rawGet(there, path)).status);
  });
});

/** What a careless server would make of it. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return `${name}\0`;
  }
}
