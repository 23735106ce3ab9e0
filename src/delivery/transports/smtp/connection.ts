import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpFailure, Stage } from './answers.js';
import type { SmtpServer } from './server.js';

export type SmtpTimeouts = {
  /** Milliseconds until the server has greeted. */
  readonly connect: number;
  /** Milliseconds without a word of the server's. */
  readonly answer: number;
};

export type Envelope = { readonly from: string; readonly to: string };

/** A connection that mails go over one after the other. After a failure it must not be used again. */
export type SmtpLine = {
  readonly send: (envelope: Envelope, mail: Uint8Array, signal: AbortSignal) => Promise<SmtpFailure | undefined>;
  readonly isOpen: () => boolean;
  readonly close: () => void;
};

/** Connects, goes over to TLS, and logs in. Gives why not, where that fails. Never rejects. */
export async function openLine(
  server: SmtpServer,
  timeouts: SmtpTimeouts,
  signal: AbortSignal,
): Promise<SmtpLine | SmtpFailure> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: !server.secure && !server.isLocal,
    connectionTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    socketTimeout: timeouts.answer,
    socketCloseTimeout: 0,
    maxResponseSize: 64 * 1024,
  });
  let isOpen = true;
  // What goes wrong while nobody waits ends the line; without a listener it would end the process.
  connection.on('error', () => {
    isOpen = false;
  });
  connection.on('end', () => {
    isOpen = false;
  });
  const close = () => {
    isOpen = false;
    connection.close();
  };
  const { login } = server;
  const failure =
    (await untilDone(connection, signal, 'connection', (done) => connection.connect(done))) ??
    (login &&
      (await untilDone(connection, signal, 'connection', (done) =>
        connection.login({ user: login.user, pass: login.password }, done),
      )));
  if (failure) {
    close();
    return failure;
  }
  return {
    send: (envelope, mail, ends) => {
      let stage: Stage = 'envelope';
      const content = new Readable({
        // The library reads the content when the server has asked for it, and not a byte before.
        read() {
          stage = 'content';
          this.push(mail);
          this.push(null);
        },
      });
      const size = mail.length;
      return untilDone(
        connection,
        ends,
        () => stage,
        (done) => connection.send({ from: envelope.from, to: [envelope.to], size }, content, done),
      );
    },
    isOpen: () => isOpen,
    close,
  };
}

/** The first that comes of the work, of an error of the connection, of its end, and of the signal. */
function untilDone(
  connection: SMTPConnection,
  signal: AbortSignal,
  stage: Stage | (() => Stage),
  work: (done: (error?: unknown) => void) => void,
): Promise<SmtpFailure | undefined> {
  return new Promise((resolve) => {
    let isOver = false;
    const end = (error: unknown, isStopped: boolean) => {
      if (isOver) return;
      isOver = true;
      signal.removeEventListener('abort', onAbort);
      connection.off('error', onError);
      connection.off('end', onEnd);
      const at = typeof stage === 'function' ? stage() : stage;
      resolve(error || isStopped ? failureOf(error, at, isStopped) : undefined);
    };
    const onAbort = () => end(undefined, true);
    const onError = (error: unknown) => end(error, false);
    const onEnd = () => end(new Error(), false);
    connection.on('error', onError);
    connection.on('end', onEnd);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) return onAbort();
    try {
      work((error) => end(error, false));
    } catch (error) {
      end(error, false);
    }
  });
}

/** Of an error no more than codes, since its words quote the server, which quotes addresses. */
function failureOf(error: unknown, stage: Stage, isStopped: boolean): SmtpFailure {
  const said: Readonly<Record<string, unknown>> = typeof error === 'object' && error !== null ? { ...error } : {};
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(said.response ?? '')) ?? [];
  const original = String(said.originalCode ?? '');
  const isTls = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|^ERR_SSL_|^EPROTO$/.test(original);
  return {
    stage,
    isStopped,
    code: isTls ? 'ETLS' : String(said.code ?? ''),
    command: String(said.command ?? 'CONN'),
    ...(typeof said.responseCode === 'number' && { reply: said.responseCode }),
    ...(enhanced !== undefined && { enhanced }),
  };
}
