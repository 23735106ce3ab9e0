import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { spamReportIn } from '../../src/spam/spam-report.js';
import { askSpamAssassin } from '../../src/spam/spamassassin.js';

const isInstalled = spawnSync('spamassassin', ['--version']).status === 0;

const answer = `Received: from localhost by desk
	with SpamAssassin (version 4.0.1);
	Mon, 23 Nov 2026 06:30:12 +0000
Subject: YOU HAVE WON
X-Spam-Status: Yes, score=16.1 required=5.0 tests=DEAR_FRIEND,
	NO_RELAYS,USER_IN_BLOCKLIST autolearn=no version=4.0.1

Content analysis details:   (99.0 points, 5.0 required)

 pts rule name              description
---- ---------------------- --------------------------------------------------
 9.0 MADE_UP                by whoever wrote the message

Content analysis details:   (16.1 points, 5.0 required)

 pts rule name              description
---- ---------------------- --------------------------------------------------
-0.0 NO_RELAYS              Informational: message was not relayed via SMTP
 2.7 DEAR_FRIEND            BODY: Dear Friend? That's not very dear!
 0.2 NORMAL_HTTP_TO_IP      URI: URI host has a public dotted-decimal IPv4
                            address
  10 USER_IN_BLOCKLIST      From: user is listed in the block-list

 1.0 NOT_IN_THE_TABLE       any more
`;

const tests = [
  { name: 'NO_RELAYS', score: -0 },
  { name: 'DEAR_FRIEND', score: 2.7 },
  { name: 'NORMAL_HTTP_TO_IP', score: 0.2 },
  { name: 'USER_IN_BLOCKLIST', score: 10 },
];

describe('what SpamAssassin gives back', () => {
  it.each([
    ['as it comes', answer],
    ['with Windows line ends', answer.replaceAll('\n', '\r\n')],
  ])('is read for its score and its tests, %s', (_, text) => {
    expect(spamReportIn(text)).toEqual({ score: 16.1, tests });
  });

  it('is no report where it did not judge the message', () => {
    expect(spamReportIn('Subject: News\n\nX-Spam-Status: No, score=0.0\n')).toBeUndefined();
    expect(spamReportIn('')).toBeUndefined();
  });
});

describe('asking SpamAssassin', () => {
  const folders: string[] = [];
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  /** Puts a program in the place of SpamAssassin. */
  function pretend(script: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'mailout-spam-'));
    folders.push(folder);
    writeFileSync(join(folder, 'spamassassin'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'spamassassin'), 0o755);
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH ?? ''}`);
    return folder;
  }

  it('gives it the bytes of the message, asks nothing of the internet, and reads its answer', async () => {
    const folder = pretend('cat > "$0.stdin"; echo "$@" > "$0.flags"; cat "$0.answer"');
    writeFileSync(join(folder, 'spamassassin.answer'), answer);
    const raw = 'Subject: =?UTF-8?Q?Si=C3=A2n?=\r\n\r\nSi\xc3\xa2n\r\n';
    expect(await askSpamAssassin(raw)).toEqual({ score: 16.1, tests });
    const { stdout } = spawnSync('cat', [join(folder, 'spamassassin.stdin')], { encoding: 'latin1' });
    expect(stdout).toBe(raw);
    expect(spawnSync('cat', [join(folder, 'spamassassin.flags')], { encoding: 'utf8' }).stdout).toBe('-L -t -x\n');
  });

  it.each([
    ['fails', 'cat > /dev/null; exit 3'],
    ['ends without reading a long message', 'exit 0'],
    ['says nothing of the message', 'cat'],
  ])('tells nothing if it %s', async (_, script) => {
    pretend(script);
    expect(await askSpamAssassin(`Subject: News\r\n\r\n${'News\r\n'.repeat(100_000)}`)).toBeUndefined();
  });

  it('does not wait for ever', async () => {
    pretend('exec sleep 60');
    expect(await askSpamAssassin('Subject: News\r\n\r\nNews\r\n', 100)).toBeUndefined();
  });

  it('leaves nothing behind that a command would have to wait for', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const empty = mkdtempSync(join(tmpdir(), 'mailout-no-programs-'));
    folders.push(empty);
    vi.stubEnv('PATH', empty);
    const before = timers();
    await askSpamAssassin('Subject: News\n\nNews\n');
    expect(timers()).toBe(before);
  });

  it('tells nothing if it is not installed', async () => {
    vi.stubEnv('PATH', '/nowhere');
    expect(await askSpamAssassin('Subject: News\r\n\r\nNews\r\n')).toBeUndefined();
  });

  it.runIf(isInstalled)('understands the real one', { timeout: 60_000 }, async () => {
    const raw = 'From: a@example.org\r\nSubject: YOU HAVE WON\r\n\r\nDear friend, act now!!!\r\n';
    const report = await askSpamAssassin(raw);
    expect(report?.score).toBeGreaterThan(0);
    expect(report?.tests.map(({ name }) => name)).toContain('SUBJ_ALL_CAPS');
    const sum = report?.tests.reduce((total, { score }) => total + score, 0);
    expect(sum).toBeCloseTo(report?.score ?? 0, 0);
  });
});
