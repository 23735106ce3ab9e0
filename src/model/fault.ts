import type { Place } from './place.js';

/** Exit codes of every command; what to do for each is in docs/commands.md. */
export const exitCode = {
  done: 0,
  findings: 1,
  usage: 2,
  refused: 3,
  credentials: 4,
  incomplete: 5,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export type FaultDetails = {
  /** A permanent id, "room/what-happened". */
  readonly code: string;
  readonly exit: ExitCode;
  /** What happened and why. */
  readonly words: string;
  /** What to do. */
  readonly fix?: string;
  /** The state that things were left in, where a command changes things. */
  readonly state?: string;
  readonly place?: Place;
};

/** Why a command cannot go on. Thrown; the composition root turns it into words and an exit code. */
export class Fault extends Error {
  readonly details: FaultDetails;

  constructor(details: FaultDetails, options?: ErrorOptions) {
    super(details.words, options);
    this.name = 'Fault';
    this.details = details;
  }
}
