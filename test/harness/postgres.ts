import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findProgram, programFolders } from './programs.js';

/** Debian keeps the programs of the server out of PATH. */
const debian = '/usr/lib/postgresql';

const server = findProgram('postgres', [...programFolders, ...versionsIn(debian)]);

/** Whether PostgreSQL is installed, so that tests can run one. */
export const hasPostgres: boolean = server !== undefined;

/** A user who has to give a password; all others are let in without. */
export const guardedUser = 'guarded';

/** The user of the server who may do anything. */
const superuser = 'postgres';

/**
 * Starts a real PostgreSQL that nobody else can reach, with an empty database, in a folder of its own. It ends and its
 * folder goes when it is stopped, or when this process ends, however it does. Undefined where it is not installed.
 *
 * The url (postgres://…) is that of a superuser; the socket is the file to which a connection goes.
 */
export async function startPostgres(): Promise<Postgres | undefined> {
  if (server === undefined) return undefined;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mailout-pg-')));
  const data = join(folder, 'data');
  const identity = unprivileged();
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(folder, identity.uid, identity.gid);
  chmodSync(folder, 0o700);
  execFileSync(
    join(dirname(realpathSync(server)), 'initdb'),
    ['-D', data, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...identity, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  writeFileSync(join(data, 'pg_hba.conf'), `local all ${guardedUser} scram-sha-256\nlocal all all trust\n`);
  const stop = run(server, folder, data, identity);
  const url = `postgres://${superuser}@${encodeURIComponent(folder)}/postgres`;
  try {
    await answer(url);
  } catch (error) {
    const log = readFileSync(join(folder, 'log'), 'utf8');
    await stop();
    throw new Error(`PostgreSQL does not start.\n${log}`, { cause: error });
  }
  return { url, socket: join(folder, '.s.PGSQL.5432'), stop };
}

export type Postgres = {
  readonly url: string;
  readonly socket: string;
  readonly stop: () => Promise<void>;
};

function versionsIn(folder: string): string[] {
  try {
    const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(folder, version, 'bin'));
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to be run by root: then it is its own user who does. */
function unprivileged(): Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'> {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, superuser], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g'), cwd: '/' };
}

/** The shell waits for the end of its input, which comes with the end of this process, too. */
const untilInputEnds = `
"$1" -D "$3" -k "$2" -c listen_addresses= -c port=5432 -c fsync=off -c synchronous_commit=off \
  -c full_page_writes=off -c shared_buffers=16MB -c max_connections=40 >"$2/log" 2>&1 &
read -r _
kill -QUIT $!
wait
rm -rf "$2"
`;

function run(program: string, folder: string, data: string, identity: SpawnOptions): () => Promise<void> {
  const shell = spawn('sh', ['-c', untilInputEnds, 'postgres', program, folder, data], {
    ...identity,
    stdio: ['pipe', 'ignore', 'inherit'],
    // What the terminal tells this process to end, the end of the input tells the server.
    detached: true,
  });
  const ended = once(shell, 'exit');
  shell.unref();
  return async () => {
    shell.stdin?.end();
    await ended;
  };
}

/** Waits until the server lets somebody in. */
async function answer(url: string): Promise<void> {
  const latest = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > latest) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      await client.end().catch(() => {});
    }
  }
}
