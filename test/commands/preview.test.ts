import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/program.js';
import { createTerminal } from '../../src/terminal/terminal.js';
import { copyOf, copyOfSample } from '../harness/project.js';

const pages = mkdtempSync(join(tmpdir(), 'mailout-pages-'));
writeFileSync(join(pages, 'index.html'), '<!doctype html><title>The page</title>');
afterAll(() => rmSync(pages, { recursive: true }));

/** Runs the preview as somebody does who sits at a terminal. */
function sitting(folder: string, args: readonly string[] = []) {
  let [out, err] = ['', ''];
  let press: (key: string) => void = () => {};
  let listeners = 0;
  const never = new AbortController().signal;
  const ended = runCommandLine(['preview', ...args], '0.0.0', {
    folder,
    now: () => '2027-03-17T12:00:00Z',
    milliseconds: () => 0,
    variable: () => undefined,
    terminal: createTerminal({ write: (text) => (out += text) }, { write: (text) => (err += text) }, {}),
    keys: (pressed) => {
      listeners += 1;
      press = pressed;
      return () => {
        listeners -= 1;
      };
    },
    installation: { program: '', pages, designs: '' },
    input: async () => new Uint8Array(),
    runner: { host: 'a test', pid: process.pid },
    signals: () => ({ drain: never, halt: never }),
  });
  return {
    ended,
    press: (key: string) => press(key),
    said: () => out,
    complained: () => err,
    listeners: () => listeners,
  };
}

async function address(said: () => string): Promise<string> {
  await expect.poll(said, { timeout: 10_000 }).toMatch(/http:\S+/);
  return /http:\S+/.exec(said())?.[0] ?? '';
}

describe('whoever sits at the terminal', () => {
  it('gets an address that lets a browser in, and no other does', async () => {
    const { ended, press, said } = sitting(copyOf('newsletter').root);
    const where = await address(said);
    const entered = await fetch(where, { redirect: 'manual' });
    expect(entered.status).toBe(303);
    expect((await fetch(new URL('/', where))).status).toBe(403);
    press('q');
    expect(await ended).toBe(0);
    await expect(fetch(where)).rejects.toThrow();
  });

  it('is told the keys by h, has everything made anew by r, and ends it by q or Ctrl-C', async () => {
    for (const end of ['q', '\u0003']) {
      const { ended, press, said, listeners } = sitting(copyOf('newsletter').root);
      await address(said);
      press('h');
      expect(said()).toMatch(/h {2}this list\n.*o {2}open.*\n.*r {2}make.*\n.*q {2}quit/);
      press('r');
      await expect.poll(said, { timeout: 10_000 }).toContain('All issues were made anew.');
      press('?');
      press(end);
      expect(await ended).toBe(0);
      expect(listeners()).toBe(0);
    }
  });
});

describe('what cannot be is told in words', () => {
  it.each([
    [['--port', '70000'], 'There is no port 70000'],
    [['--port', 'many'], '“many” is not a whole number'],
    [['--date', 'Monday'], '“Monday” is not a date'],
  ])('%s', async (args, words) => {
    const { code, err } = await copyOf('newsletter').mailout(['preview', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('a port that another program has', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = other.address();
    const port = typeof taken === 'object' && taken ? taken.port : 0;
    const { ended, complained } = sitting(copyOf('newsletter').root, ['--port', String(port)]);
    expect(await ended).toBe(2);
    expect(complained()).toContain(`Another program answers on port ${port} already`);
    other.close();
  });

  it('a folder without a workspace', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mailout-empty-'));
    const { ended, complained } = sitting(folder);
    expect(await ended).toBe(2);
    expect(complained()).toContain('mailout.yaml');
    rmSync(folder, { recursive: true });
  });
});

describe('--export', () => {
  it('writes pages to share, and says where they are', async () => {
    const project = copyOfSample();
    const { code, out } = await project.mailout('preview --export');
    expect(code).toBe(0);
    expect(out).toMatch(/Monday Morning Mail-Out, .*: \d editions/);
    expect(out).toContain('Open out/preview/index.html');
    expect(project.list('out/preview')).toContain('index.html');
    expect((await project.mailout('preview --export')).code).toBe(0);
  });

  it('never replaces a folder that has something else in it', async () => {
    const project = copyOf('newsletter');
    project.write('mine/letter.txt', 'Dear …');
    const { code, err } = await project.mailout('preview --export mine');
    expect(code).toBe(2);
    expect(err).toContain('did not make');
    expect(project.read('mine/letter.txt')).toBe('Dear …');
  });

  it('says that something in it has to be mended', async () => {
    const project = copyOf('newsletter');
    project.edit('issues/items/fair-pay-petition.md', (text) => text.replace('kind: action', 'kind: acton'));
    const { code, err } = await project.mailout('preview --export');
    expect(code).toBe(1);
    expect(err).toContain('mailout check');
  });
});
