import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCode, Fault } from '../model/fault.js';
import { codeOf } from './disk-fault.js';

/** Where the database of people is, unless MAILOUT_LEDGER names another. */
export const databaseFile = 'audiences/private/ledger.sqlite';

/** Where its key is, unless MAILOUT_KEY has it. */
export const ledgerKeyFile = 'audiences/private/ledger.key';

/** What to say when a key was made, together with the first database. */
export const keepACopy = `Keep a copy of ${ledgerKeyFile} in a safe place, but not beside a copy of the database: without the key nobody can read what is sealed there.`;

const keyLength = 32;

/**
 * The key that seals what is kept of people: the one that is given (the value of MAILOUT_KEY, 32 bytes as base64 or as
 * hexadecimal digits), or else the one in the workspace. With `make`, one is made where there is none, for nobody but its
 * owner to read; but not where there is a database already, because that was sealed with another.
 *
 * @throws Fault (exit 2) if there is no key, it is not one, others can read it, or its file cannot be read or written.
 */
export function ledgerKey(root: string, given: string | undefined, { make }: { readonly make: boolean }): Uint8Array {
  if (given !== undefined) return keyOf(given) ?? wrongKey('MAILOUT_KEY');
  const kept = keptKey(root);
  if (kept) return kept;
  if (!make || existsSync(join(root, databaseFile))) throw noKey();
  return makeKey(root);
}

/** The bytes that a text writes, if it is a key. */
function keyOf(text: string): Uint8Array | undefined {
  const typed = text.trim();
  if (/^[\da-f]{64}$/i.test(typed)) return Buffer.from(typed, 'hex');
  if (!/^[\w+/-]{43}=?$/.test(typed)) return undefined;
  const key = Buffer.from(typed, 'base64');
  return key.length === keyLength ? key : undefined;
}

function keptKey(root: string): Uint8Array | undefined {
  let file: number;
  try {
    file = openSync(join(root, ledgerKeyFile), 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw cannot('read', error);
  }
  try {
    // Windows has no such permissions, and makes them up.
    if (process.platform !== 'win32' && (fstatSync(file).mode & 0o077) !== 0) throw openToOthers();
    return keyOf(readFileSync(file, 'utf8')) ?? wrongKey(ledgerKeyFile);
  } catch (error) {
    throw error instanceof Fault ? error : cannot('read', error);
  } finally {
    closeSync(file);
  }
}

/** Written beside its place first, and then put there under no other's key: two programs that begin at once share one. */
function makeKey(root: string): Uint8Array {
  const target = join(root, ledgerKeyFile);
  const fresh = `${target}.new-${process.pid}`;
  const key = randomBytes(keyLength);
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    rmSync(fresh, { force: true });
    const file = openSync(fresh, 'wx', 0o600);
    try {
      writeSync(file, `${key.toString('base64')}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(fresh, target);
    return key;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw cannot('write', error);
    return keptKey(root) ?? wrongKey(ledgerKeyFile);
  } finally {
    tidy(fresh);
  }
}

function tidy(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

function wrongKey(where: string): never {
  throw new Fault({
    code: 'workspace/wrong-key',
    exit: exitCode.usage,
    words: `What is in ${where} is not a key of ${keyLength} bytes, written as base64 or as hexadecimal digits.`,
    fix: 'Put the key there again, from the copy that was kept of it.',
  });
}

function noKey(): Fault {
  return new Fault({
    code: 'workspace/no-key',
    exit: exitCode.usage,
    words: `There is no key to the database of people: MAILOUT_KEY is not set, and ${ledgerKeyFile} is not there.`,
    fix: 'Put the key back from the copy that was kept of it. Without it, nothing that is sealed in the database can be read.',
  });
}

function openToOthers(): Fault {
  return new Fault({
    code: 'workspace/open-key',
    exit: exitCode.usage,
    words: `Others can read ${ledgerKeyFile}, and with it who is in the union.`,
    fix: `Run chmod 600 ${ledgerKeyFile}, and tell whoever looks after the members’ data if somebody may have read it.`,
  });
}

function cannot(what: 'read' | 'write', error: unknown): Fault {
  const reason = codeOf(error);
  return new Fault({
    code: `workspace/cannot-${what}-key`,
    exit: exitCode.usage,
    words: `${ledgerKeyFile} cannot be ${what === 'read' ? 'read' : 'written'}${reason && ` (${reason})`}.`,
    fix: 'Check the folder audiences/private/ and its permissions, or set MAILOUT_KEY instead.',
  });
}
