import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { Context } from '../../src/commands/command.js';
import { runCommandLine } from '../../src/program.js';
import type { Prompts } from '../../src/terminal/prompts.js';
import { createTerminal } from '../../src/terminal/terminal.js';

export type Run = { readonly code: number; readonly out: string; readonly err: string };

/** A workspace of its own on disk, and the command line run in it. */
export type Project = {
  readonly root: string;
  readonly write: (path: string, text: string | Uint8Array) => void;
  readonly read: (path: string) => string;
  readonly edit: (path: string, change: (text: string) => string) => void;
  readonly remove: (path: string) => void;
  readonly exists: (path: string) => boolean;
  /** Paths below a folder, sorted. */
  readonly list: (folder: string) => string[];
  /** Runs `mailout` as of Wednesday 17 March 2027 at noon, unless told otherwise, with environment variables. */
  readonly mailout: (
    args: string | readonly string[],
    now?: string,
    variables?: Readonly<Record<string, string>>,
    prompts?: Prompts,
  ) => Promise<Run>;
};

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of test/projects/<name>, gone after the test. */
export function copyOf(name: string): Project {
  const root = freshFolder();
  cpSync(new URL(`../projects/${name}`, import.meta.url), root, { recursive: true });
  return projectAt(root);
}

/** A copy of test/projects/<name> that several tests share: whoever made it discards it. */
export function keptCopyOf(name: string): Project & { readonly discard: () => void } {
  const project = copyOf(name);
  made.pop();
  return { ...project, discard: () => rmSync(project.root, { recursive: true, force: true }) };
}

/** A copy of test/projects/every-kind, in the designs at the repository's root, gone after the test. */
export function copyOfEveryKind(): Project {
  const project = copyOf('every-kind');
  cpSync(new URL('../../templates', import.meta.url), join(project.root, 'templates'), { recursive: true });
  return project;
}

/** An empty folder, gone after the test. */
export function emptyFolder(): Project {
  return projectAt(freshFolder());
}

/** A copy of the sample workspace at the repository's root, gone after the test. */
export function copyOfSample(): Project {
  const root = freshFolder();
  for (const part of ['mailout.yaml', 'audiences', 'issues', 'templates']) {
    cpSync(new URL(`../../${part}`, import.meta.url), join(root, part), { recursive: true });
  }
  return projectAt(root);
}

function freshFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'mailout-'));
  made.push(root);
  return root;
}

function projectAt(root: string): Project {
  const at = (path: string) => join(root, path);
  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  const read = (path: string) => readFileSync(at(path), 'utf8');
  return {
    root,
    write,
    read,
    edit: (path, change) => write(path, change(read(path))),
    remove: (path) => rmSync(at(path), { recursive: true }),
    exists: (path) => existsSync(at(path)),
    list: (folder) =>
      readdirSync(at(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(at(folder).length + 1))
        .sort(),
    mailout: (args, now = '2027-03-17T12:00:00Z', variables = {}, prompts = undefined) =>
      run(root, args, now, variables, prompts),
  };
}

async function run(
  folder: string,
  args: string | readonly string[],
  now: string,
  variables: Readonly<Record<string, string>>,
  prompts: Prompts | undefined,
): Promise<Run> {
  let out = '';
  let err = '';
  const terminal = createTerminal({ write: (text) => (out += text) }, { write: (text) => (err += text) }, {});
  const variable = (name: string) => variables[name] || undefined;
  const never = new AbortController().signal;
  const context: Context = {
    folder,
    now: () => now,
    milliseconds: () => 0,
    variable,
    terminal,
    ...(prompts && { prompts }),
    input: async () => new Uint8Array(),
    runner: { host: 'a test', pid: process.pid },
    installation: { program: '', pages: '', designs: fileURLToPath(new URL('../../templates', import.meta.url)) },
    signals: () => ({ drain: never, halt: never }),
  };
  const words = typeof args === 'string' ? args.split(' ').filter(Boolean) : args;
  const code = await runCommandLine(words, '0.0.0', context);
  return { code, out, err };
}
