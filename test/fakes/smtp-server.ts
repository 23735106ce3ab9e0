import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A mail that the server took. */
export type TakenMail = { readonly from: string; readonly to: string; readonly data: Buffer };

/** The steps of a mail's way over SMTP, in order; `content` is what follows DATA. */
export type Step = 'connect' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'content';

/**
 * What the server does at a step in the place of what it should: answer with a line, close, hang, or close after it took
 * the mail.
 */
export type SmtpTrouble = { readonly step: Step; readonly does: string | 'close' | 'hang' | 'take-and-close' };

export type SmtpFake = {
  readonly port: number;
  readonly taken: readonly TakenMail[];
  /** Each is used up by one step. */
  readonly troubles: SmtpTrouble[];
  /** How many connections there have been. */
  connections: number;
  /** What was said at AUTH PLAIN, decoded. */
  readonly logins: string[];
  /** Ends all connections, as servers do with those that are silent. */
  readonly hangUp: () => void;
  readonly stop: () => Promise<void>;
};

/** As much of a mail server (RFC 5321) as one mail after another needs, on a port of this computer. */
export async function startSmtp(offers: readonly string[] = []): Promise<SmtpFake> {
  const taken: TakenMail[] = [];
  const sockets = new Set<Socket>();
  const fake = { port: 0, taken, troubles: [] as SmtpTrouble[], connections: 0, logins: [] as string[], hangUp, stop };
  const server = createServer((socket) => {
    fake.connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    converse(socket, fake, taken, offers);
  });
  function hangUp(): void {
    for (const socket of sockets) socket.end();
  }
  function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.port = (server.address() as AddressInfo).port;
  return fake;
}

function converse(socket: Socket, fake: SmtpFake, taken: TakenMail[], offers: readonly string[]): void {
  let from = '';
  let to = '';
  let received = Buffer.alloc(0);
  let isContent = false;
  const take = (data: Buffer) => taken.push({ from, to, data: undotted(data) });

  /** Answers at a step, unless something else is to happen there. */
  const say = (step: Step, usual: string, data?: Buffer) => {
    const at = fake.troubles.findIndex((trouble) => trouble.step === step);
    const [trouble] = at < 0 ? [] : fake.troubles.splice(at, 1);
    if (trouble === undefined) {
      if (data) take(data);
      socket.write(`${usual}\r\n`);
      return true;
    }
    if (trouble.does === 'hang') return false;
    if (trouble.does === 'take-and-close' && data) take(data);
    if (trouble.does === 'close' || trouble.does === 'take-and-close') socket.destroy();
    else socket.write(`${trouble.does}\r\n`);
    return false;
  };

  const command = (line: string) => {
    const [, verb = ''] = /^([A-Za-z]+)/.exec(line) ?? [];
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    switch (verb.toUpperCase()) {
      case 'EHLO':
        return say('EHLO', ['250-fake', ...offers.map((offer) => `250-${offer}`), '250 8BITMIME'].join('\r\n'));
      case 'AUTH':
        fake.logins.push(Buffer.from(line.split(' ')[2] ?? '', 'base64').toString());
        return say('AUTH', '235 2.7.0 Welcome');
      case 'MAIL':
        from = address;
        return say('MAIL', '250 2.1.0 OK');
      case 'RCPT':
        to = address;
        return say('RCPT', '250 2.1.5 OK');
      case 'DATA':
        isContent = say('DATA', '354 Go on');
        return isContent;
      case 'QUIT':
        return socket.end('221 Bye\r\n');
      default:
        return socket.write('250 OK\r\n');
    }
  };

  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const end = isContent ? received.indexOf('\r\n.\r\n') : received.indexOf('\r\n');
      if (end < 0) return;
      const piece = received.subarray(0, end);
      received = received.subarray(end + (isContent ? 5 : 2));
      if (!isContent) command(piece.toString());
      else {
        isContent = false;
        say('content', '250 2.0.0 Queued', Buffer.concat([piece, Buffer.from('\r\n')]));
      }
    }
  });
  say('connect', '220 fake ESMTP');
}

/** RFC 5321, 4.5.2. */
function undotted(data: Buffer): Buffer {
  return Buffer.from(data.toString('latin1').replace(/^\.\./gm, '.'), 'latin1');
}
