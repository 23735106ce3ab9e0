import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import pg from 'pg';
import type { DatabaseAt } from '../../src/database/open.js';
import { freshKey } from './sample.js';

/** An empty place for a database, and a way into it that is not ours. */
export type LedgerPlace = {
  readonly at: DatabaseAt;
  readonly ask: (statement: string) => Promise<readonly Record<string, unknown>[]>;
  readonly discard: () => Promise<void>;
};

export function placeInFile(): LedgerPlace {
  const folder = mkdtempSync(join(tmpdir(), 'mailout-ledger-'));
  const file = join(folder, 'private', 'ledger.sqlite');
  return {
    at: { file, key: freshKey() },
    ask: async (statement) => {
      const raw = new Libsql(file);
      try {
        raw.exec('pragma busy_timeout = 5000');
        const prepared = raw.prepare(statement);
        if (prepared.reader) return prepared.all() as Record<string, unknown>[];
        prepared.run();
        return [];
      } finally {
        raw.close();
      }
    },
    discard: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let made = 0;

/** A database of its own on a server that is running. */
export async function placeOnServer(server: string): Promise<LedgerPlace> {
  made += 1;
  const name = `ledger_${process.pid}_${made}`;
  await askServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    at: { url: url.href, file: '/nowhere/ledger.sqlite', key: freshKey() },
    ask: (statement) => askServer(url.href, statement),
    discard: async () => {
      await askServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function askServer(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
