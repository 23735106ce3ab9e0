import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { MailBody } from './mail-body.js';
import { peopleOf } from './mail-body.js';

/** One request that SendGrid took. Nobody of it is in it twice. */
export type Taken = {
  /** Which request to mail/send it was; the first is 1. */
  readonly request: number;
  /** X-Message-Id, also where the answer with it never arrived. */
  readonly id: string;
  readonly attempt: string | undefined;
  readonly to: readonly string[];
  readonly sendAt?: number;
  readonly batch?: string;
};

/**
 * What was taken and is still held back, what is on its way to its readers and cannot be stopped any more, and what was
 * thrown away at its time because it had been taken back.
 */
export type Fate = 'held' | 'released' | 'discarded';

export type Mailbox = {
  readonly taken: readonly Taken[];
  readonly add: (one: Taken) => void;
  /** What becomes of it, as of now. Asks for whether it is stopped at the moments that count. */
  readonly fateOf: (one: Taken) => Fate;
  readonly settle: () => void;
  readonly close: () => void;
};

/** Whoever takes mail back later than this before its time may be too late (sendgrid.md, 4); here she is. */
const lastCall = 10 * 60;
/** How long after its time paused mail can still be let go. */
const pauseEnds = 72 * 3_600;

/**
 * Keeps what was taken; in a file as well, durably, before the answer goes out, if there is a path. `settle` is to be
 * called before anything changes that decides what becomes of held mail.
 */
export function openMailbox(
  path: string | undefined,
  /** Seconds since 1970. */
  now: () => number,
  stoppedAs: (batch: string) => 'pause' | 'cancel' | undefined,
): Mailbox {
  const taken: Taken[] = [];
  const fates = new Map<Taken, Fate>();
  const file = path === undefined ? undefined : openSync(path, 'a', 0o600);
  const settle = () => {
    for (const [one, fate] of fates) if (fate === 'held') fates.set(one, fateAt(one, now(), stoppedAs));
  };
  return {
    taken,
    add: (one) => {
      if (file !== undefined) {
        const line = Buffer.from(`${JSON.stringify(one)}\n`);
        for (let at = 0; at < line.length; ) at += writeSync(file, line, at);
        fsyncSync(file);
      }
      taken.push(one);
      fates.set(one, fateAt(one, now(), stoppedAs));
    },
    settle,
    fateOf: (one) => {
      settle();
      return fates.get(one) ?? 'held';
    },
    close: () => {
      if (file !== undefined) closeSync(file);
    },
  };
}

function fateAt(
  { sendAt, batch }: Taken,
  now: number,
  stoppedAs: (batch: string) => 'pause' | 'cancel' | undefined,
): Fate {
  if (sendAt === undefined) return 'released';
  if (now < sendAt - lastCall) return 'held';
  const status = batch === undefined ? undefined : stoppedAs(batch);
  if (status === undefined) return 'released';
  return now >= (status === 'cancel' ? sendAt : sendAt + pauseEnds) ? 'discarded' : 'held';
}

/** What a request is kept as. */
export function takenOf(body: MailBody, request: number, id: string): Taken {
  return {
    request,
    id,
    attempt: body.custom_args?.mo_attempt,
    to: body.personalizations.flatMap(peopleOf).map(({ email }) => email),
    ...(body.send_at !== undefined && { sendAt: body.send_at }),
    ...(body.batch_id !== undefined && { batch: body.batch_id }),
  };
}

/** What stands in the file of a mailbox, also of one whose process was killed; half a line was never answered. */
export function readMailbox(path: string): readonly Taken[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line): Taken => JSON.parse(line));
}
