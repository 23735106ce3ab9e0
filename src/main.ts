import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { exitCode, Fault } from './model/fault.js';
import { runCommandLine } from './program.js';
import { terminalPrompts } from './terminal/prompts.js';
import { createTerminal } from './terminal/terminal.js';

/*
 * The composition root: the one reader of arguments, environment, clock and signals, and the one that sets the exit
 * code. MAILOUT_NOW (an ISO instant) stands in for the clock in tests and rehearsals.
 */

const terminal = createTerminal(process.stdout, process.stderr, process.env);

function now(): string {
  const given = process.env.MAILOUT_NOW;
  if (given === undefined) return new Date().toISOString();
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(given);
  if (isInstant && !Number.isNaN(Date.parse(given))) return new Date(given).toISOString();
  throw new Fault({
    code: 'main/bad-now',
    exit: exitCode.usage,
    words: `MAILOUT_NOW is “${given}”, which is not an instant.`,
    fix: 'Write it like 2027-03-22T09:00:00Z, or unset it.',
  });
}

function reportBug(error: unknown): string {
  const what = error instanceof Error ? (process.env.MAILOUT_TRACE ? error.stack : error.message) : String(error);
  return `${terminal.onErr.red('A bug in mailout:')} ${what}\n  Please report it with what you ran; MAILOUT_TRACE=1 shows where it happened. If a send was under way, “mailout status” knows how far it came.\n`;
}

/** What a signal to end does; a command that has something to finish takes it over. */
let onSignal = (): void => {
  terminal.err('\nStopped. Nothing was left half-written.\n');
  process.exit(exitCode.interrupted);
};
process.on('SIGINT', () => onSignal());

function signals(): { drain: AbortSignal; halt: AbortSignal } {
  const drain = new AbortController();
  const halt = new AbortController();
  onSignal = () => {
    if (halt.signal.aborted) process.exit(exitCode.interrupted);
    if (drain.signal.aborted) halt.abort();
    else {
      terminal.err('\nFinishing what is under way, and nothing new. Once more stops at once.\n');
      drain.abort();
    }
  };
  process.on('SIGTERM', () => onSignal());
  return { drain: drain.signal, halt: halt.signal };
}

async function input(most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    pieces.push(piece);
    length += piece.length;
    if (length > most) {
      throw new Fault({
        code: 'main/long-input',
        exit: exitCode.findings,
        words: 'More comes through the pipe than anything that mailout reads.',
        fix: 'Save it to a file, and look what it is.',
      });
    }
  }
  return Buffer.concat(pieces);
}

function keys(pressed: (key: string) => void): () => void {
  const { stdin } = process;
  const hear = (chunk: Buffer) => {
    for (const key of chunk.toString('utf8')) pressed(key);
  };
  stdin.setRawMode(true);
  stdin.on('data', hear);
  return () => {
    stdin.off('data', hear);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

// A reader that closes the pipe early (head) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCode.done);
});

try {
  const context = {
    folder: process.cwd(),
    now,
    milliseconds: () => performance.now(),
    variable: (name: string) => process.env[name] || undefined,
    terminal,
    ...(process.stdin.isTTY && process.stderr.isTTY && { prompts: terminalPrompts(process.stderr), keys }),
    installation: {
      program: process.argv[1] ?? '',
      pages: fileURLToPath(new URL('ui', import.meta.url)),
      designs: fileURLToPath(new URL('../templates', import.meta.url)),
    },
    input,
    runner: { host: hostname(), pid: process.pid },
    signals,
  };
  process.exitCode = await runCommandLine(process.argv.slice(2), packageJson.version, context);
} catch (error) {
  terminal.err(reportBug(error));
  process.exitCode = exitCode.bug;
}
