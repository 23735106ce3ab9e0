import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/model/fault.js';
import { databaseFile, keepACopy, ledgerKey, ledgerKeyFile } from '../../src/workspace/ledger-key.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function workspace(key?: string, mode = 0o600): string {
  const root = mkdtempSync(join(tmpdir(), 'mailout-key-'));
  folders.push(root);
  if (key !== undefined) put(root, ledgerKeyFile, key, mode);
  return root;
}

function put(root: string, path: string, text: string, mode = 0o600): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  chmodSync(join(root, path), mode);
}

function faultOf(root: string, given: string | undefined, make = false): Fault {
  try {
    ledgerKey(root, given, { make });
  } catch (error) {
    return error as Fault;
  }
  throw new Error('There was a key.');
}

const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index * 7));

describe('a key that is given', () => {
  it.each([
    ['base64', bytes.toString('base64')],
    ['base64 without its end', bytes.toString('base64').replace('=', '')],
    ['base64 for URLs', bytes.toString('base64url')],
    ['hexadecimal digits', bytes.toString('hex')],
    ['hexadecimal digits in capitals', bytes.toString('hex').toUpperCase()],
    ['a line', `${bytes.toString('base64')}\n`],
  ])('may be written as %s, and the file is not looked at', (_, text) => {
    const root = workspace('nonsense', 0o644);
    expect(Buffer.from(ledgerKey(root, text, { make: false }))).toEqual(bytes);
  });

  it.each([
    ['nothing', ''],
    ['too few bytes', bytes.subarray(1).toString('base64')],
    ['too many bytes', Buffer.concat([bytes, bytes]).toString('hex')],
    ['a password', 'correct horse battery staple'],
    ['an odd digit', bytes.toString('hex').slice(1)],
  ])('is refused where it is %s, without being repeated', (_, text) => {
    const { details } = faultOf(workspace(), text, true);
    expect(details).toMatchObject({ code: 'workspace/wrong-key', exit: 2 });
    if (text) expect(JSON.stringify(details)).not.toContain(text);
  });
});

describe('the key of a workspace', () => {
  it('is made once, for its owner only, whatever the umask', () => {
    const root = workspace();
    const before = process.umask(0o000);
    try {
      const key = ledgerKey(root, undefined, { make: true });
      expect(key).toHaveLength(32);
      expect(Buffer.from(ledgerKey(root, undefined, { make: true }))).toEqual(Buffer.from(key));
      expect(Buffer.from(ledgerKey(root, undefined, { make: false }))).toEqual(Buffer.from(key));
      expect(readFileSync(join(root, ledgerKeyFile), 'utf8')).toBe(`${Buffer.from(key).toString('base64')}\n`);
      expect(statSync(join(root, ledgerKeyFile)).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(join(root, ledgerKeyFile))).mode & 0o777).toBe(0o700);
    } finally {
      process.umask(before);
    }
  });

  it('is another in another workspace', () => {
    const keys = [workspace(), workspace()].map((root) => Buffer.from(ledgerKey(root, undefined, { make: true })));
    expect(keys[0]).not.toEqual(keys[1]);
  });

  it('is not made unasked, and not for a database that is there already', () => {
    const root = workspace();
    expect(faultOf(root, undefined).details).toMatchObject({ code: 'workspace/no-key', exit: 2 });
    put(root, databaseFile, 'a database');
    expect(faultOf(root, undefined, true).details).toMatchObject({ code: 'workspace/no-key', exit: 2 });
    expect(existsSync(join(root, ledgerKeyFile))).toBe(false);
  });

  it('is refused where others can read it', () => {
    for (const mode of [0o644, 0o640, 0o660, 0o604]) {
      const { details } = faultOf(workspace(bytes.toString('base64'), mode), undefined, true);
      expect(details).toMatchObject({ code: 'workspace/open-key', exit: 2 });
      expect(details.fix).toContain('chmod 600');
    }
  });

  it('is refused where it is none, and left as it is', () => {
    const root = workspace('half a k');
    const { details } = faultOf(root, undefined, true);
    expect(details).toMatchObject({ code: 'workspace/wrong-key', exit: 2 });
    expect(JSON.stringify(details)).not.toContain('half a k');
    expect(readFileSync(join(root, ledgerKeyFile), 'utf8')).toBe('half a k');
  });

  it('cannot be made where a file is in the way', () => {
    const root = workspace();
    put(root, 'audiences', 'a file');
    expect(faultOf(root, undefined, true).details).toMatchObject({ code: 'workspace/cannot-read-key', exit: 2 });
  });

  it('comes with the advice to keep a copy', () => {
    expect(keepACopy).toContain(ledgerKeyFile);
  });
});
