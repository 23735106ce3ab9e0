import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import Libsql from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.js';
import { openSqlite } from '../../src/database/sqlite.js';
import { databaseContract, type Place } from '../contracts/database-contract.js';
import { all, freeze, freshKey, now, person, suppressed } from './sample.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mailout-database-'));
  folders.push(folder);
  return join(folder, 'private', 'ledger.sqlite');
}

describe('a database in a file', () => {
  databaseContract(
    async (): Promise<Place> => ({ file: freshFile(), discard: async () => {} }),
    async ({ file }, texts) => {
      const kept = filesBeside(file).map((path) => readFileSync(path));
      return texts.filter((text) =>
        kept.some((bytes) =>
          (['utf8', 'utf16le', 'hex', 'base64'] as const).some((form) =>
            form === 'utf8' || form === 'utf16le'
              ? bytes.includes(Buffer.from(text, form))
              : bytes.includes(
                  Buffer.from(text)
                    .toString(form)
                    .replace(/..?=*$/, ''),
                ),
          ),
        ),
      );
    },
  );
});

function filesBeside(file: string): string[] {
  return readdirSync(dirname(file)).map((name) => join(dirname(file), name));
}

describe('the file', () => {
  it('and those beside it are for its owner only, whatever the umask', async () => {
    const file = freshFile();
    const before = process.umask(0o000);
    try {
      const database = await openDatabase({ file, key: freshKey() });
      await database.suppressions.record([[suppressed('ada@example.org')]], now);
      const modes = filesBeside(file).map((path) => [path.slice(file.length), statSync(path).mode & 0o777]);
      expect(Object.fromEntries(modes)).toMatchObject({ '': 0o600, '-wal': 0o600, '-shm': 0o600 });
      expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
      await database.close();
    } finally {
      process.umask(before);
    }
  });

  it('does not have a person any more who was erased, not even her pseudonym', async () => {
    const file = freshFile();
    const database = await openDatabase({ file, key: freshKey() });
    const ada = person(database, 'ada@example.org');
    const others = Array.from({ length: 500 }, (_, index) => person(database, `p${index}@example.org`));
    await freeze(database, [{ edition: 'all', people: [...others, ada] }]);
    await database.suppressions.record([[suppressed('ada@example.org')]], now);
    const isThere = () => {
      const forms = [Buffer.from(ada, 'hex'), Buffer.from(ada)];
      return filesBeside(file).some((path) => forms.some((form) => readFileSync(path).includes(form)));
    };
    expect(isThere()).toBe(true);
    await database.suppressions.lift('ada@example.org');
    await database.rosters.erase('ada@example.org');
    expect(isThere()).toBe(false);
    await database.close();
  });

  it.each([
    { what: 'another text', bytes: 'Dear members, '.repeat(500), code: 'database/damaged' },
    { what: 'half a database', bytes: undefined, code: 'database/damaged' },
  ])('that is $what is refused and left as it is', async ({ bytes, code }) => {
    const file = freshFile();
    const key = freshKey();
    if (bytes === undefined) {
      const database = await openDatabase({ file, key });
      await database.suppressions.record([Array.from({ length: 900 }, (_, i) => suppressed(`p${i}@example.org`))], now);
      await database.close();
      const whole = readFileSync(file);
      writeFileSync(file, whole.fill(0x41, 8_192, whole.length - 4_096));
    } else {
      mkdirSync(dirname(file));
      writeFileSync(file, bytes);
    }
    const before = readFileSync(file);
    const use = async () => {
      const database = await openDatabase({ file, key });
      try {
        return await database.suppressions.index();
      } finally {
        await database.close();
      }
    };
    await expect(use()).rejects.toMatchObject({ details: { code, exit: 5 } });
    expect(readFileSync(file)).toEqual(before);
  });

  it('that cannot be opened is told without a stack of anything else', async () => {
    const file = freshFile();
    mkdirSync(file, { recursive: true });
    const opened = openDatabase({ file, key: freshKey() });
    await expect(opened).rejects.toMatchObject({ details: { code: 'database/unusable' } });
    await expect(opened).rejects.not.toHaveProperty('cause');
  });

  it('of a newer mailout is refused and left as it is', async () => {
    const file = freshFile();
    const key = freshKey();
    await (await openDatabase({ file, key })).close();
    const raw = new Libsql(file);
    raw.exec("insert into mailout_migrations values ('002-ledger', '2027-01-01T00:00:00Z')");
    raw.close();
    await expect(openDatabase({ file, key })).rejects.toMatchObject({ details: { code: 'database/newer', exit: 2 } });
  });

  it('that another program writes to for long is told as busy, and can be read meanwhile', async () => {
    const file = freshFile();
    const key = freshKey();
    const database = await openDatabase({ file, key });
    await database.suppressions.record([[suppressed('ada@example.org')]], now);
    const other = new Libsql(file);
    other.exec('begin immediate');
    expect((await database.suppressions.index()).size).toBe(1);
    const impatient = await openSqlite(file, 0);
    await expect(impatient.write(async () => {})).rejects.toMatchObject({
      details: { code: 'database/busy', exit: 3 },
    });
    await impatient.close();
    const waiting = database.suppressions.record([[suppressed('ben@example.org')]], now);
    other.exec('commit');
    expect(await waiting).toEqual({ added: 1, known: 0 });
    other.close();
    expect((await database.suppressions.index()).size).toBe(2);
    await database.close();
  });

  it('has what was sealed refused after somebody has moved it', async () => {
    const file = freshFile();
    const key = freshKey();
    const database = await openDatabase({ file, key });
    await database.suppressions.record([[suppressed('ada@example.org'), suppressed('ben@example.org')]], now);
    await database.close();
    const change = (statement: string) => {
      const raw = new Libsql(file);
      raw.exec(statement);
      raw.close();
    };
    const tampered = { details: { code: 'database/tampered', exit: 5 } };
    change('update people set address = (select address from people order by person desc limit 1)');
    const again = await openDatabase({ file, key });
    await expect(all(again.suppressions.all())).rejects.toMatchObject(tampered);
    await again.close();
  });

  it('has nothing of a roster whose freezing was killed', async () => {
    const file = freshFile();
    const key = freshKey();
    const database = await openDatabase({ file, key });
    const kept = await freeze(database, [{ edition: 'all', people: [person(database, 'ada@example.org')] }]);
    await database.close();

    const child = spawn(process.execPath, [await script(), file, Buffer.from(key).toString('hex')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const size = statSync(file).size;
    for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= 400) break;
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(existsSync(`${file}-wal`)).toBe(true);
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(size);

    const after = await openDatabase({ file, key });
    expect(await after.rosters.list()).toEqual([kept]);
    expect(await after.rosters.holdings()).toMatchObject({ rosters: 1, places: 1 });
    expect(await after.rosters.history('p1.1@example.org')).toEqual([]);
    expect(await freeze(after, [{ edition: 'all', people: [person(after, 'ben@example.org')] }])).toBeDefined();
    await after.close();
  });
});

/** freeze-until-killed.ts as Node runs it: where it finds our packages. */
async function script(): Promise<string> {
  const outfile = fileURLToPath(
    new URL('../../node_modules/.cache/mailout-test/freeze-until-killed.mjs', import.meta.url),
  );
  await build({
    entryPoints: [fileURLToPath(new URL('freeze-until-killed.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
