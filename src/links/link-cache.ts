import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LinkState } from '../model/link-state.js';

/** What became of links when they were last looked up. */
export type LinkCache = {
  /** What is known of an address, unless it is too long ago to count. */
  readonly get: (url: string, now: number) => LinkState | undefined;
  /** When an address was last found open, in milliseconds since 1970, unless it is too long ago to count. */
  readonly openSince: (url: string, now: number) => number | undefined;
  readonly put: (url: string, state: LinkState, now: number) => void;
  /** Writes the file. A cache that cannot be written costs requests, never the check. */
  readonly save: (now: number) => void;
};

type Entry = { readonly at: number; readonly state: LinkState };

const hour = 60 * 60 * 1000;

/** How long it counts. A page that opens mostly goes on to, and one that did not may open again soon. */
const ages: Readonly<Record<LinkState['is'], number>> = {
  open: 7 * 24 * hour,
  gone: 24 * hour,
  unsure: hour,
  unreachable: hour,
};

/** @param path absolute; without one, what is known is forgotten with the process */
export function openLinkCache(path: string | undefined): LinkCache {
  const known = read(path);
  const fresh = new Map<string, Entry>();
  return {
    get: (url, now) => {
      const entry = fresh.get(url) ?? known.get(url);
      return entry && counts(entry, now) ? entry.state : undefined;
    },
    openSince: (url, now) => {
      const entry = fresh.get(url) ?? known.get(url);
      return entry?.state.is === 'open' && counts(entry, now) ? entry.at : undefined;
    },
    put: (url, state, now) => void fresh.set(url, { at: now, state }),
    save: (now) => {
      if (path === undefined || fresh.size === 0) return;
      // Another check may have written in the meantime.
      const all = [...read(path), ...fresh].filter(([, entry]) => counts(entry, now));
      write(path, new Map(all));
    },
  };
}

/** A clock that was set back must not keep an entry for ever. */
function counts({ at, state }: Entry, now: number): boolean {
  return at <= now && now - at < ages[state.is];
}

const version = 1;

/** What cannot be read is not known, be it the file or an entry: it is looked up again. */
function read(path: string | undefined): Map<string, Entry> {
  if (path === undefined) return new Map();
  try {
    const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isRecord(file) || file.version !== version || !isRecord(file.links)) return new Map();
    return new Map(Object.entries(file.links).filter((entry): entry is [string, Entry] => isEntry(entry[1])));
  } catch {
    return new Map();
  }
}

function write(path: string, entries: ReadonlyMap<string, Entry>): void {
  const fresh = `${path}.new-${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, JSON.stringify({ version, links: Object.fromEntries(entries) }));
    renameSync(fresh, path);
  } catch {
    try {
      rmSync(fresh, { force: true });
    } catch {}
  }
}

function isEntry(entry: unknown): entry is Entry {
  return isRecord(entry) && Number.isFinite(entry.at) && isRecord(entry.state) && isState(entry.state);
}

function isState({ is, status, because, redirects, location, lang }: Readonly<Record<string, unknown>>): boolean {
  switch (is) {
    case 'open':
      return Number.isInteger(redirects) && isTextOrAbsent(location) && isTextOrAbsent(lang);
    case 'gone':
      return Number.isInteger(status);
    case 'unsure':
    case 'unreachable':
      return typeof because === 'string';
    default:
      return false;
  }
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
