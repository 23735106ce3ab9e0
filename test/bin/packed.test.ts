import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { findProgram } from '../harness/programs.js';
import { ship } from '../harness/shipped.js';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'mailout-packed-'));
const folder = join(place, 'aireford');
const shipped = ship();
let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] };

beforeAll(() => {
  // The package as npm packs it, with the bundle of the sources as they are now.
  const source = join(place, 'package');
  for (const part of ['bin', 'templates', 'package.json', 'README.md', 'LICENSE']) {
    cpSync(here(part), join(source, part), { recursive: true });
  }
  cpSync(join(dirname(dirname(shipped.program)), 'dist'), join(source, 'dist'), { recursive: true });
  const { stdout } = npm(source, 'pack', '--ignore-scripts', '--json', '--pack-destination', place);
  [packed] = JSON.parse(stdout);
  mkdirSync(folder);
  install(join(place, packed.filename));
});
afterAll(() => {
  shipped.remove();
  rmSync(place, { recursive: true, force: true });
});

function npm(cwd: string, ...args: readonly string[]) {
  return spawnSync('npm', args, { cwd, encoding: 'utf8' });
}

/** Where the packages that it depends on cannot be fetched, those of the repository take their place. */
function install(tarball: string): void {
  const { status } = npm(folder, 'install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball);
  if (status === 0) return;
  process.stderr.write('The packages that mailout depends on were not to be had: those of the repository are used.\n');
  cpSync(here('node_modules'), join(folder, 'node_modules'), { recursive: true });
  const own = join(folder, 'node_modules/mailout');
  mkdirSync(own, { recursive: true });
  spawnSync('tar', ['-xzf', tarball, '-C', own, '--strip-components=1']);
}

const program = join(folder, 'node_modules/mailout/bin/mailout.js');
const env = { PATH: process.env.PATH ?? '', MAILOUT_NOW: '2027-03-17T12:00:00Z', HOME: place };

/** A process without any network, where the system lets it be made. */
const isolated = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];
if (isolated.length === 0) process.stderr.write('This system does not take the network away from a process.\n');

function mailout(...args: readonly string[]) {
  const [command = '', ...rest] = [...isolated, process.execPath, program, ...args];
  const { status, stdout, stderr } = spawnSync(command, rest, { cwd: folder, encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
}

describe('the package', () => {
  it('ships the program, its designs and nothing else', () => {
    const tops = new Set(packed.files.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    expect([...tops].filter((path) => !path.startsWith('dist/licences')).sort()).toEqual([
      'LICENSE',
      'README.md',
      'bin/mailout.js',
      'dist/answers.json',
      'dist/chunks',
      'dist/main.js',
      'dist/ui',
      'package.json',
      'templates/officer-bulletin',
      'templates/shared',
      'templates/termly-magazine',
      'templates/theme.yaml',
      'templates/weekly-digest',
    ]);
  });

  it('depends on exactly what the bundle leaves outside', () => {
    const kept = /const outside = \[(.*?)\]/.exec(readFileSync(here('scripts/bundle.mjs'), 'utf8'))?.[1] ?? '';
    expect(Object.keys(packageJson.dependencies)).toEqual([...kept.matchAll(/'([^']+)'/g)].map(([, name]) => name));
  });
});

describe('from the package to a first issue in an outbox, without a network', () => {
  it('is set up, built, checked, shown and sent', () => {
    const contact = 'news@aireford.example.org';
    const web = 'https://aireford.example.org';
    const answers = ['--kind', 'district', '--name', 'Aireford District', '--contact', contact, '--web', web];
    const made = mailout('init', '--yes', ...answers);
    expect(made).toMatchObject({ code: 0, out: expect.stringContaining('District News  2027-03-22') });
    expect(mailout('build')).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'out/district-news/2027-03-22/everyone.html'))).toBe(true);
    expect(mailout('check')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to mend') });
    expect(mailout('preview', '--export', 'out/preview')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'out/preview/index.html'), 'utf8')).toContain('District News');
    expect(mailout('approve', 'district-news', '--by', 'Ada Lovelace')).toMatchObject({ code: 0 });
    expect(mailout('send', 'district-news', '--confirm', 'district-news 50')).toMatchObject({
      code: 0,
      out: expect.stringContaining('everybody is accounted for'),
    });
    const outbox = join(folder, 'audiences/private/outbox');
    const mails = readdirSync(outbox, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.eml'));
    const readers = mails.map((path) => /^To: (.*)$/m.exec(readFileSync(join(outbox, path), 'utf8'))?.[1]);
    expect(new Set(readers).size).toBe(50);
    expect(mails).toHaveLength(50);
  });
});

const script = findProgram('script');

describe.skipIf(script === undefined)('the wizard at a terminal', () => {
  it('asks, takes arrows and text, and makes what was answered', async () => {
    const at = join(place, 'network');
    mkdirSync(at);
    const { code, screen } = await atTerminal(at, [
      ['Who makes the newsletters?', `${down}${down}${down}\r`],
      ['What are you called?', 'Northern Network\r'],
      ['postal address', '1 High Street, Aireford, AB1 2CD\r'],
      ['email address', 'news@north.example.org\r'],
      ['website', '\r'],
      ['bank holidays', '\r'],
      ['colour', '\r'],
      ['Who reads them?', '\r'],
      ['newsletter called', '\r'],
      ['How often', `${down}${down}\r`],
      ['which day', '\r'],
      ['what time', '\r'],
      ['What is it like', '\r'],
      ['another newsletter', 'n\r'],
    ]);
    expect(screen).toContain('What is next');
    expect(code).toBe(0);
    expect(readFileSync(join(at, 'mailout.yaml'), 'utf8')).toContain('name: Northern Network');
    expect(readFileSync(join(at, 'issues/regional-news/publication.yaml'), 'utf8')).toContain('every: month');
  });

  it('writes nothing where somebody stops in the middle', async () => {
    const at = join(place, 'stopped');
    mkdirSync(at);
    const { code, screen } = await atTerminal(at, [
      ['Who makes the newsletters?', '\r'],
      ['What are you called?', '\u0003'],
    ]);
    expect(screen).toContain('Nothing was written');
    expect(code).toBe(130);
    expect(readdirSync(at)).toEqual([]);
  });
});

const down = '\u001B[B';

/** Somebody at a terminal of her own, who types each answer when its question is on the screen. */
async function atTerminal(cwd: string, answers: readonly (readonly [question: string, keys: string])[]) {
  const command = `'${process.execPath}' '${program}' init`;
  const child = spawn(script ?? '', ['-qefc', command, '/dev/null'], { cwd, env: { ...env, TERM: 'xterm' } });
  const left = [...answers];
  let screen = '';
  let seen = 0;
  child.stdout.on('data', (piece) => {
    screen += piece;
    const next = left[0];
    const found = next ? screen.indexOf(next[0], seen) : -1;
    if (!next || found < 0) return;
    seen = found + next[0].length;
    left.shift();
    // As a person: the question is drawn first.
    setTimeout(() => {
      child.stdin.write(next[1]);
      seen = screen.length;
    }, 150);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  expect(left.map(([question]) => question)).toEqual([]);
  return { code, screen };
}
