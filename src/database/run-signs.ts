import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Runner } from './sends.js';
import type { Tables } from './tables.js';

/** How often a run shows that it lives, and for how long it may be silent until it counts as dead, in milliseconds. */
export const heartbeat = 10_000;
const lease = 60_000;

/** The runs of a send that still live. On this machine the system is asked; of others, when they were last seen. */
export async function livingRuns(
  db: Kysely<Tables>,
  send: string,
  { host }: Pick<Runner, 'host'>,
): Promise<Set<string>> {
  const runs = await db.selectFrom('send_runs').selectAll().where('send', '=', send).execute();
  const isAlive = (run: (typeof runs)[number]) => {
    if (run.host === host && isGone(run.pid, run.began)) return false;
    return Date.now() - Date.parse(run.seen_at) < lease;
  };
  return new Set(runs.filter(isAlive).map(({ run }) => run));
}

/** Whether a process of this machine is no more; where the system does not tell when one began, by its number alone. */
function isGone(pid: number, began: string): boolean {
  if (began !== '') return processBegan(pid) !== began;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // Any other error says that there is one, and whose it is.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * When a process began, in the system's own ticks: another one with the same number began at another time. Empty where
 * there is none, or the system does not tell (only Linux does; proc(5), /proc/pid/stat, field 22).
 */
export function processBegan(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A process that was killed and not yet waited for is dead as well.
    return fields[0] === 'Z' || fields[0] === 'X' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
