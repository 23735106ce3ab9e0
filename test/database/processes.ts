import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Runner } from '../../src/database/sends.js';

export const host = 'this-machine';

/** A real process in whose name a run works, that can be killed. */
export type RunningProcess = { readonly runner: Runner; readonly kill: () => Promise<void> };

export async function startProcess(): Promise<RunningProcess> {
  const child = spawn('sleep', ['600'], { stdio: 'ignore' });
  await once(child, 'spawn');
  child.unref();
  return { runner: { host, pid: child.pid ?? 0, now: Date.now }, kill: () => killed(child) };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
