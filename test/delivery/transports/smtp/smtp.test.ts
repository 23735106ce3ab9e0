import { inspect } from 'node:util';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/delivery/message.js';
import { smtpServer } from '../../../../src/delivery/transports/smtp/server.js';
import { smtpTransport } from '../../../../src/delivery/transports/smtp/transport.js';
import { Fault } from '../../../../src/model/fault.js';
import { type SmtpTrouble, startSmtp } from '../../../fakes/smtp-server.js';
import { reader, sampleLetter } from '../sample.js';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const unending = new AbortController().signal;
const message: Message = { letter: sampleLetter(), addressees: [reader(1, { first_name: 'Ada' })] };

function transportTo(address: string) {
  const timeouts = { connect: 300, answer: 300 };
  const transport = smtpTransport({ server: smtpServer(address), now: () => Date.UTC(2027, 2, 22), timeouts });
  ends.push(transport.close);
  return transport;
}

async function started(...troubles: SmtpTrouble[]) {
  const fake = await startSmtp();
  fake.troubles.push(...troubles);
  ends.push(fake.stop);
  return { fake, transport: transportTo(`smtp://127.0.0.1:${fake.port}`) };
}

/** Waits until it is known on this side that a connection is gone. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('mail over SMTP', () => {
  it('reaches the reader with her words, and its id is given', async () => {
    const { fake, transport } = await started();
    const outcome = await transport.send(message, 'attempt-1', unending);
    const [mail] = fake.taken;
    const read = await simpleParser(mail?.data ?? '');
    expect([mail?.from, mail?.to]).toEqual(['news@union.example', 'p1@example.org']);
    expect(read.subject).toBe('News for Ada');
    expect(outcome).toEqual({ outcome: 'accepted', id: read.messageId?.slice(1, -1) });
  });

  it('goes over the same connection, mail after mail, until a server would have had enough', async () => {
    const { fake, transport } = await started();
    for (let number = 0; number < 91; number += 1) await transport.send(message, `a${number}`, unending);
    expect([fake.taken.length, fake.connections]).toEqual([91, 2]);
  });

  it('takes another connection where the server closed the one that was kept', async () => {
    const { fake, transport } = await started();
    await transport.send(message, 'a', unending);
    fake.hangUp();
    await soon();
    expect(await transport.send(message, 'b', unending)).toMatchObject({ outcome: 'accepted' });
    expect([fake.taken.length, fake.connections]).toEqual([2, 2]);
  });

  it('is the same under the same attempt and another under the next', async () => {
    const { fake, transport } = await started();
    for (const attempt of ['a', 'a', 'b']) await transport.send(message, attempt, unending);
    const [first, second, third] = fake.taken.map(({ data }) => data.toString());
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it.each<[string, SmtpTrouble, object, number]>([
    ['closes before it greets', { step: 'connect', does: 'close' }, { outcome: 'not-sent', why: 'refused' }, 0],
    ['never greets', { step: 'connect', does: 'hang' }, { outcome: 'not-sent', why: 'connect-timeout' }, 0],
    [
      'lets nobody in',
      { step: 'connect', does: '554 5.7.1 No p1@example.org' },
      { outcome: 'rejected', kind: 'credentials' },
      0,
    ],
    ['is busy', { step: 'connect', does: '421 4.3.2 Later' }, { outcome: 'throttled' }, 0],
    ['closes before the envelope', { step: 'MAIL', does: 'close' }, { outcome: 'not-sent', why: 'refused' }, 0],
    [
      'says nothing to the envelope',
      { step: 'RCPT', does: 'hang' },
      { outcome: 'not-sent', why: 'connect-timeout' },
      0,
    ],
    ['refuses the sender', { step: 'MAIL', does: '550 5.7.1 Not you' }, { outcome: 'rejected', kind: 'message' }, 0],
    ['wants a login', { step: 'MAIL', does: '530 5.7.0 Log in' }, { outcome: 'rejected', kind: 'credentials' }, 0],
    ['puts the sender off', { step: 'MAIL', does: '450 4.7.1 Later' }, { outcome: 'throttled' }, 0],
    [
      'does not know the reader',
      { step: 'RCPT', does: '550 5.1.1 No such user <p1@example.org>' },
      { outcome: 'rejected', kind: 'address', places: [0], reason: '550 5.1.1 envelope' },
      0,
    ],
    ['puts the reader off', { step: 'RCPT', does: '451 4.7.1 Greylisted' }, { outcome: 'throttled' }, 0],
    ['takes no content', { step: 'DATA', does: '554 5.5.1 No' }, { outcome: 'rejected', kind: 'message' }, 0],
    ['closes before the content', { step: 'DATA', does: 'close' }, { outcome: 'not-sent', why: 'refused' }, 0],
    [
      'refuses the content',
      { step: 'content', does: '554 5.7.1 Spam' },
      { outcome: 'rejected', kind: 'message', reason: '554 5.7.1 content' },
      0,
    ],
    [
      'knows after the content that there is no such reader',
      { step: 'content', does: '550 5.1.1 No' },
      { outcome: 'rejected', kind: 'address', places: [0] },
      0,
    ],
    [
      'finds it too large',
      { step: 'content', does: '552 5.3.4 Too big' },
      { outcome: 'rejected', kind: 'too-large' },
      0,
    ],
    ['puts the content off', { step: 'content', does: '452 4.3.1 Full' }, { outcome: 'throttled' }, 0],
    [
      'goes down after the content',
      { step: 'content', does: '421 4.3.2 Going' },
      { outcome: 'unknown', why: 'broke-off' },
      0,
    ],
    ['closes after the content', { step: 'content', does: 'close' }, { outcome: 'unknown', why: 'broke-off' }, 0],
    ['took it and closes', { step: 'content', does: 'take-and-close' }, { outcome: 'unknown', why: 'broke-off' }, 1],
    ['never says whether it took it', { step: 'content', does: 'hang' }, { outcome: 'unknown', why: 'no-answer' }, 0],
    ['talks nonsense after the content', { step: 'content', does: 'what?' }, { outcome: 'unknown' }, 0],
  ])('whose server %s: what is known of it', async (_, trouble, expected, taken) => {
    const { fake, transport } = await started(trouble);
    const outcome = await transport.send(message, 'attempt', unending);
    expect(outcome).toMatchObject(expected);
    expect(inspect(outcome, { depth: null })).not.toContain('example.org');
    expect(fake.taken).toHaveLength(taken);
    expect(await transport.send(message, 'attempt-2', unending)).toMatchObject({ outcome: 'accepted' });
  });

  it('is stopped by the signal: before the content it was not sent, after it nobody knows', async () => {
    const { transport } = await started({ step: 'RCPT', does: 'hang' }, { step: 'content', does: 'hang' });
    expect(await transport.send(message, 'a', AbortSignal.timeout(100))).toEqual({
      outcome: 'not-sent',
      why: 'stopped',
    });
    expect(await transport.send(message, 'b', AbortSignal.timeout(100))).toEqual({
      outcome: 'unknown',
      why: 'stopped',
    });
    expect(await transport.send(message, 'c', AbortSignal.abort())).toEqual({ outcome: 'not-sent', why: 'stopped' });
  });

  it('is not sent where nobody listens or nobody is', async () => {
    const { fake } = await started();
    await fake.stop();
    const outcome = (address: string) => transportTo(address).send(message, 'a', unending);
    expect(await outcome(`smtp://127.0.0.1:${fake.port}`)).toEqual({ outcome: 'not-sent', why: 'refused' });
    expect(await outcome('smtp://nobody.invalid')).toEqual({ outcome: 'not-sent', why: 'no-such-host' });
  });

  it('is not sent without TLS where that was asked for', async () => {
    const { fake } = await started();
    const outcome = await transportTo(`smtps://127.0.0.1:${fake.port}`).send(message, 'a', unending);
    expect(outcome).toMatchObject({ outcome: 'not-sent' });
    expect(fake.taken).toEqual([]);
  });

  it('logs in, and says when it may not', async () => {
    const fake = await startSmtp(['AUTH PLAIN']);
    ends.push(fake.stop);
    const transport = transportTo(`smtp://user:p%40ss@127.0.0.1:${fake.port}`);
    expect(await transport.send(message, 'a', unending)).toMatchObject({ outcome: 'accepted' });
    expect(fake.logins).toEqual(['\0user\0p@ss']);
    fake.troubles.push({ step: 'AUTH', does: '535 5.7.8 No' });
    const other = transportTo(`smtp://user:p%40ss@127.0.0.1:${fake.port}`);
    expect(await other.send(message, 'a', unending)).toMatchObject({ outcome: 'rejected', kind: 'credentials' });
  });

  it('is not for several, for nobody, for later, or without a link to unsubscribe', async () => {
    const { fake, transport } = await started();
    const group = sampleLetter({ unsubscribe: { by: 'group', group: 1 } });
    for (const change of [
      { addressees: [] },
      { addressees: [reader(1), reader(2)] },
      { hold: { until: 1, lane: 'a' } },
      { letter: group },
    ]) {
      expect(await transport.send({ ...message, ...change }, 'a', unending)).toMatchObject({ outcome: 'rejected' });
    }
    expect(fake.connections).toBe(0);
  });
});

describe('the address of a mail server', () => {
  it.each<[string, object]>([
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, secure: true, isLocal: false }],
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, secure: false, isLocal: false }],
    ['smtp://localhost:1025', { host: 'localhost', port: 1025, secure: false, isLocal: true }],
    ['smtp://[::1]:25', { host: '::1', port: 25, isLocal: true }],
    [' smtps://u%20s:p%2Fw@m.example \n', { login: { user: 'u s', password: 'p/w' } }],
  ])('%s', (address, expected) => expect(smtpServer(address)).toMatchObject(expected));

  it.each([
    '',
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://u:s3cret%@m.example',
    'smtps://u:s3cret@m.example/x',
    'smtp://u:s3cret@m.example?a',
  ])('“%s” is none, and its password is not repeated', (address) => {
    try {
      smtpServer(address);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      expect(error).toMatchObject({ details: { exit: 2 } });
      expect(inspect(error, { depth: null })).not.toContain('s3cret');
    }
  });
});
