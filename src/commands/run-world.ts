import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { RunWorld } from '../flows/send/run-world.js';
import type { Context } from './command.js';

/**
 * What a run needs of the process. Its clock starts with the context's and goes by the measuring one, so that setting the
 * computer's clock in the middle of a send changes nothing.
 */
export function runWorld({ now, milliseconds, runner, signals }: Context): RunWorld {
  const started = Date.parse(now()) - milliseconds();
  return {
    clock: {
      now: () => started + milliseconds(),
      wait: (time, signal) => setTimeout(time, undefined, { signal }).catch(() => {}),
    },
    random: { id: () => randomBytes(16).toString('hex'), chance: Math.random },
    runner,
    signals,
  };
}
