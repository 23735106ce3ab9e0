import type { Clock, Random } from '../../delivery/ports.js';

/** What a run needs of the process that it is in. */
export type RunWorld = {
  readonly clock: Clock;
  readonly random: Random;
  /** Who it is, so that others see whether it still lives. */
  readonly runner: { readonly host: string; readonly pid: number };
  /** Asks for the signals that end a run: the first ends it when what is under way is done, the second at once. */
  readonly signals: () => { readonly drain: AbortSignal; readonly halt: AbortSignal };
};
