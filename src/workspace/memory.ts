import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a build gave, and all that has to be as it was for the same build to give it again. */
export type Memory<Result> = {
  /** Digest of every file that it read. */
  readonly inputs: string;
  /** The instants (milliseconds) between which the same request means the same issues. */
  readonly from: number;
  readonly until: number;
  /** Digest of every file that it wrote, by path. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly result: Result;
};

/** The result of an earlier build of the same request, if everything is as it was, outputs included. */
export function recall<Result>(root: string, request: string, inputs: string, now: number): Result | undefined {
  const memory = read<Result>(memoryPath(root, request));
  if (!memory || memory.inputs !== inputs || now < memory.from || now > memory.until) return undefined;
  const areThere = Object.entries(memory.outputs).every(([path, digest]) => digestOf(join(root, path)) === digest);
  return areThere ? memory.result : undefined;
}

/** Keeps a result. A memory that cannot be written costs time, never the build. */
export function remember<Result>(root: string, request: string, memory: Memory<Result>): void {
  const path = memoryPath(root, request);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(memory));
    forgetOldest(dirname(path));
  } catch {}
}

/** Ways of asking that are worth remembering; what was asked longest ago goes first. */
const mostMemories = 40;

function forgetOldest(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostMemories) return;
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  const oldest = names.map((name) => ({ name, age: age(name) })).sort((a, b) => a.age - b.age);
  for (const { name } of oldest.slice(0, names.length - mostMemories)) rmSync(join(folder, name));
}

export function digestOfBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function memoryPath(root: string, request: string): string {
  return join(root, '.mailout/cache/builds', `${digestOfBytes(request).slice(0, 32)}.json`);
}

function read<Result>(path: string): Memory<Result> | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Memory<Result>;
  } catch {
    return undefined;
  }
}

function digestOf(path: string): string | undefined {
  try {
    return digestOfBytes(readFileSync(path));
  } catch {
    return undefined;
  }
}
