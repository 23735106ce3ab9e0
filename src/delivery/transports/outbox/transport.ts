import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCode, Fault } from '../../../model/fault.js';
import type { Outcome } from '../../../model/outcome.js';
import { type Addressee, type Letter, type Message, wordsFor } from '../../message.js';
import type { Transport } from '../../ports.js';
import { mimeOf } from '../mime.js';
import { stampOf } from '../stamp.js';

/** How mail is put into a folder instead of being sent. */
export type OutboxSettings = {
  readonly folder: string;
  /** What all mails are dated: the time, so that the same issue is the same files. */
  readonly date: Date;
  /** Of how many people the mail is written for everybody; of those after them, one in `oneIn`. */
  readonly everybodyUntil: number;
  readonly oneIn: number;
};

export const usualOutbox = { everybodyUntil: 1_000, oneIn: 1_000 } as const;

/**
 * A folder of .eml files that nobody but their owner can read. Whoever has one before gets the same again: the names of
 * files, and all that is in them, depend on the letter and the reader alone.
 *
 * @throws Fault (exit 1) if there can be no such folder.
 */
export async function outboxTransport(settings: OutboxSettings): Promise<Transport<Message>> {
  const names = await existing(settings.folder);
  return {
    send: async ({ letter, addressees }, _attempt, signal) => {
      const digest = JSON.stringify(wordsFor(letter, (slot) => `[[${slot.field}|${slot.fallback}]]`));
      for (const addressee of addressees) {
        if (signal.aborted) return { outcome: 'not-sent', why: 'stopped' };
        const failure = await put(letter, addressee, digest, settings, names);
        if (failure) return failure;
      }
      return { outcome: 'accepted' };
    },
  };
}

async function put(
  letter: Letter,
  addressee: Addressee,
  digest: string,
  { folder, date, everybodyUntil, oneIn }: OutboxSettings,
  names: Set<string>,
): Promise<Outcome | undefined> {
  const stamp = stampOf(letter, [digest, addressee.person, addressee.token], date);
  const name = `${stamp.messageId.split('@')[0]}.eml`;
  const isInSample = Number.parseInt(name.slice(0, 8), 16) % oneIn === 0;
  if (!names.has(name) && names.size >= everybodyUntil && !isInSample) return undefined;
  const path = join(folder, name);
  const fresh = join(folder, `.${name}.new`);
  try {
    await writeFile(fresh, await mimeOf(letter, addressee, stamp), { mode: 0o600 });
    await rename(fresh, path);
    names.add(name);
    return undefined;
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    return { outcome: 'rejected', kind: 'message', reason: `outbox ${codeOf(error)}` };
  }
}

async function existing(folder: string): Promise<Set<string>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    return new Set((await readdir(folder)).filter((name) => /^[0-9a-f]{32}\.eml$/.test(name)));
  } catch (error) {
    throw new Fault({
      code: 'delivery/outbox',
      exit: exitCode.findings,
      words: `The outbox cannot be written (${codeOf(error)}).`,
      fix: 'Check the disk, and that you may write there.',
    });
  }
}

/** The system's code; the words of its errors have paths in them. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
