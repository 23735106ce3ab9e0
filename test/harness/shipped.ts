import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a process printed and how it ended; no code where a signal ended it. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Shipped = {
  /** The file that node runs. */
  readonly program: string;
  /** Runs the program in a folder until it ends. */
  readonly run: (
    folder: string,
    args: readonly string[],
    variables: Readonly<Record<string, string>>,
    node?: readonly string[],
  ) => Promise<Ended>;
  /** Starts it, for tests that end it themselves. */
  readonly start: (
    folder: string,
    args: readonly string[],
    variables: Readonly<Record<string, string>>,
    node?: readonly string[],
  ) => ReturnType<typeof spawn>;
  readonly remove: () => void;
};

/** The program as it is shipped, bundled from the sources as they are now, in a folder of its own. */
export function ship(): Shipped {
  const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'mailout-shipped-'));
  cpSync(here('bin'), join(folder, 'bin'), { recursive: true });
  symlinkSync(here('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const make = (script: string, out: string) => {
    const args = [here(`scripts/${script}`), '--out', join(folder, out)];
    const made = spawnSync(process.execPath, args, { cwd: here('.'), encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
  };
  make('bundle.mjs', 'dist');
  make('ui.mjs', 'dist/ui');
  const start: Shipped['start'] = (cwd, args, variables, node = []) =>
    spawn(process.execPath, [...node, join(folder, 'bin/mailout.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    program: join(folder, 'bin/mailout.js'),
    start,
    run: async (cwd, args, variables, node) => {
      const child = start(cwd, args, variables, node);
      let out = '';
      let err = '';
      child.stdout?.on('data', (text) => {
        out += text;
      });
      child.stderr?.on('data', (text) => {
        err += text;
      });
      const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { code, out, err };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
