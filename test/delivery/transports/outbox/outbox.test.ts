import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/delivery/message.js';
import {
  type OutboxSettings,
  outboxTransport,
  usualOutbox,
} from '../../../../src/delivery/transports/outbox/transport.js';
import { Fault } from '../../../../src/model/fault.js';
import { reader, sampleLetter } from '../sample.js';

const unending = new AbortController().signal;

function settings(change: Partial<OutboxSettings> = {}): OutboxSettings {
  const folder = join(mkdtempSync(join(tmpdir(), 'mailout-')), 'out', 'box');
  return { folder, date: new Date(Date.UTC(2027, 2, 22, 9)), ...usualOutbox, ...change };
}

function messageFor(count: number, from = 0): Message {
  return { letter: sampleLetter(), addressees: Array.from({ length: count }, (_, number) => reader(from + number)) };
}

/** The bytes of every file, by name. */
function files(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

describe('the outbox', () => {
  it('has one file for each reader, which only its owner can read', async () => {
    const where = settings();
    const transport = await outboxTransport(where);
    expect(await transport.send(messageFor(5), 'a', unending)).toEqual({ outcome: 'accepted' });
    const mails = await Promise.all([...files(where.folder).values()].map((bytes) => simpleParser(bytes)));
    expect(mails.map(({ to }) => (to && 'text' in to ? to.text : '')).sort()).toEqual(
      messageFor(5).addressees.map(({ address }) => address),
    );
    expect(statSync(where.folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(where.folder)) {
      expect(name).toMatch(/^[0-9a-f]{32}\.eml$/);
      expect(statSync(join(where.folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('tells by no name of a file who is in it', async () => {
    const where = settings();
    await (await outboxTransport(where)).send(messageFor(3), 'a', unending);
    expect(readdirSync(where.folder).join()).not.toMatch(/p\d|pseudonym|example/);
  });

  it('is the same bytes for the same issue, whatever the attempt, the batches and their order', async () => {
    const [one, other] = [settings(), settings()];
    await (await outboxTransport(one)).send(messageFor(6), 'a', unending);
    const transport = await outboxTransport(other);
    await transport.send(messageFor(3, 3), 'b', unending);
    await transport.send(messageFor(4, 0), 'c', unending);
    expect(files(other.folder)).toEqual(files(one.folder));
  });

  it('is closed again where it was open, and keeps what else is in it', async () => {
    const where = settings();
    await outboxTransport(where);
    chmodSync(where.folder, 0o755);
    writeFileSync(join(where.folder, 'note.txt'), 'mine');
    await (await outboxTransport(where)).send(messageFor(1), 'a', unending);
    expect(statSync(where.folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(where.folder)).toHaveLength(2);
  });

  it('has everybody up to a number, then a sample, and counts everybody as written to', async () => {
    const where = settings({ everybodyUntil: 10, oneIn: 20 });
    const transport = await outboxTransport(where);
    expect(await transport.send(messageFor(1_000), 'a', unending)).toEqual({ outcome: 'accepted' });
    const { length } = readdirSync(where.folder);
    expect(length).toBeGreaterThan(20);
    expect(length).toBeLessThan(150);
    expect(await (await outboxTransport(where)).send(messageFor(1_000), 'b', unending)).toEqual({
      outcome: 'accepted',
    });
    expect(readdirSync(where.folder)).toHaveLength(length);
  });

  it('stops when it is told to, and leaves nothing half written', async () => {
    const where = settings();
    const outcome = await (await outboxTransport(where)).send(messageFor(3), 'a', AbortSignal.abort());
    expect(outcome).toEqual({ outcome: 'not-sent', why: 'stopped' });
    expect(readdirSync(where.folder)).toEqual([]);
  });

  it('that is no folder is a fault with no path in it; one that goes away, an outcome', async () => {
    const where = settings();
    const transport = await outboxTransport(where);
    const file = join(where.folder, 'file');
    writeFileSync(file, '');
    const fault = await outboxTransport({ ...where, folder: file }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Fault);
    expect(inspect(fault, { depth: null, showHidden: false })).not.toContain(where.folder);
    rmSync(where.folder, { recursive: true });
    expect(await transport.send(messageFor(1), 'a', unending)).toEqual({
      outcome: 'rejected',
      kind: 'message',
      reason: 'outbox ENOENT',
    });
  });
});
