import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Item } from '../model/item.js';
import type { RawFile } from './read.js';

/**
 * Items that were read before, by a digest of their file's path and bytes and of the program that read them: what is
 * found is what reading again would give. The body is not kept; it is in the file.
 */
export type ItemCache = {
  readonly get: (file: RawFile) => Item | undefined;
  readonly put: (file: RawFile, item: Item) => void;
  /** Writes what was put. A cache that cannot be written costs time, never the build. */
  readonly save: () => void;
};

type Entry = { readonly item: Omit<Item, 'body'>; readonly bodyLine: number };

/** The cache of a workspace; without a build id (see build-id.ts) it forgets everything with the process. */
export function openItemCache(root: string, buildId: string | undefined): ItemCache {
  if (buildId === undefined) return memoryCache();
  const path = join(root, '.mailout/cache/items.jsonl');
  const known = new Map(readLines(path).map((line) => [line.slice(0, keyLength), line.slice(keyLength + 1)]));
  const used = new Set<string>();
  const fresh: string[] = [];

  return {
    get: (file) => {
      const key = keyOf(file, buildId);
      const line = known.get(key);
      if (line === undefined) return undefined;
      used.add(key);
      return restore(JSON.parse(line) as Entry, file);
    },
    put: (file, { body, ...item }) => {
      const key = keyOf(file, buildId);
      known.set(key, JSON.stringify({ item, bodyLine: body.place.line } satisfies Entry));
      used.add(key);
      fresh.push(key);
    },
    save: () => {
      const isMostlyStale = known.size > 2 * used.size + 100;
      const added = fresh.splice(0);
      if (added.length === 0 && !isMostlyStale) return;
      try {
        mkdirSync(dirname(path), { recursive: true });
        if (isMostlyStale) writeLines(path, 'w', [...used], known);
        else writeLines(path, 'a', added, known);
      } catch {}
    },
  };
}

/** In slices, so that a big pool is not in memory a second time. */
function writeLines(path: string, flags: 'a' | 'w', keys: readonly string[], lines: ReadonlyMap<string, string>): void {
  const file = openSync(path, flags);
  try {
    for (let from = 0; from < keys.length; from += 500) {
      const slice = keys.slice(from, from + 500).map((key) => `${key} ${lines.get(key)}\n`);
      writeFileSync(file, slice.join(''));
    }
  } finally {
    closeSync(file);
  }
}

function memoryCache(): ItemCache {
  const known = new Map<string, Item>();
  return {
    get: (file) => known.get(keyOf(file, '')),
    put: (file, item) => known.set(keyOf(file, ''), item),
    save: () => {},
  };
}

const keyLength = 64;

function keyOf({ path, bytes }: RawFile, buildId: string): string {
  return createHash('sha256').update(`${buildId}\0${path}\0`).update(bytes).digest('hex');
}

/** Whole lines only: one that a stopped process left half-written has no newline, or no valid end. */
function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.length > keyLength && line.endsWith('}'));
  } catch {
    return [];
  }
}

function restore({ item, bodyLine }: Entry, { path, bytes }: RawFile): Item {
  const text = bytes.toString('utf8');
  let start = 0;
  for (let line = 1; line < bodyLine; line += 1) start = text.indexOf('\n', start) + 1 || text.length;
  return { ...item, body: { text: text.slice(start), place: { file: path, line: bodyLine, column: 1 }, indent: 0 } };
}
