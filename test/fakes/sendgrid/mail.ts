import type { IncomingMessage, ServerResponse } from 'node:http';
import { bytesOf, errors, jsonReply, type Reply, write } from './answer.js';
import { answerBatches, type Batches, newBatches } from './batches.js';
import { acceptsFirst, type FaultRule, faultFor, misbehave } from './faults.js';
import { isSandbox, type MailBody } from './mail-body.js';
import { mailErrors } from './mail-rules.js';
import { type ShapeJudge, shapeJudge } from './mail-shape.js';
import { type Mailbox, openMailbox, takenOf } from './mailbox.js';

export type MailSettings = {
  /** A file in which everybody who was written to stands before the answer goes out; in memory only without it. */
  readonly file?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly faults?: readonly FaultRule[];
  /** Whether requests are kept, for tests that look at them. */
  readonly keepsRequests?: boolean;
};

/** A request to mail/send that was read, whatever became of it. */
export type MailRequest = {
  readonly number: number;
  readonly headers: IncomingMessage['headers'];
  /** Which connection it came over; undefined once that is gone. */
  readonly port: number | undefined;
  readonly bytes: Buffer;
};

/** The sending side of SendGrid. All but the mailbox and the requests may be changed while it runs. */
export type MailSide = {
  readonly mailbox: Mailbox;
  readonly batches: Batches;
  readonly requests: MailRequest[];
  /** How many requests to mail/send have come. */
  count: number;
  faults: readonly FaultRule[];
  /** Addresses for which a request is refused. */
  readonly refused: Set<string>;
  /** The unsubscribe groups that there are; any, while it is empty. */
  readonly groups: Set<number>;
  /** How many requests SendGrid looked at and sent nothing, as it was asked to. */
  sandboxed: number;
};

/** What is done with requests to mail/send: 30 MB at most, attachments included (sendgrid.md, 1.1). */
const mostBytes = 30 * 1024 ** 2;

export type MailDesk = {
  readonly side: MailSide;
  /** Answers a request to mail/send. `refuse` says why it is not let in, if it is not. */
  readonly send: (request: IncomingMessage, response: ServerResponse, refuse: () => Reply | undefined) => Promise<void>;
  /** Answers a request about batches; undefined where it is about something else. */
  readonly aboutBatches: (method: string, path: string, body: string) => Reply | undefined;
};

export function openMailDesk(settings: MailSettings = {}): MailDesk {
  const now = () => (settings.now ?? Date.now)() / 1_000;
  const batches = newBatches();
  const mailbox = openMailbox(settings.file, now, (id) => batches.stopped.get(id));
  const side: MailSide = {
    mailbox,
    batches,
    requests: [],
    count: 0,
    faults: settings.faults ?? [],
    refused: new Set(),
    groups: new Set(),
    sandboxed: 0,
  };
  const judge = shapeJudge();
  return {
    side,
    send: async (request, response, refuse) => {
      side.count += 1;
      const number = side.count;
      const fault = faultFor(side.faults, number);
      if (fault?.kind === 'reset-before') return misbehave(fault, request, response, undefined, now());
      const port = request.socket.remotePort;
      const bytes = await bytesOf(request, mostBytes).catch(() => null);
      // Whoever is gone before all of it came has sent nothing.
      if (bytes === null) return;
      if (settings.keepsRequests !== false && bytes) {
        side.requests.push({ number, headers: request.headers, port, bytes });
      }
      if (fault && !acceptsFirst(fault)) return misbehave(fault, request, response, undefined, now());
      const reply = refuse() ?? dealWith(bytes, number, side, judge, now());
      if (fault) misbehave(fault, request, response, reply, now());
      else write(response, reply);
    },
    aboutBatches: (method, path, body) => {
      mailbox.settle();
      return answerBatches(batches, method, path, body);
    },
  };
}

function dealWith(bytes: Buffer | undefined, number: number, side: MailSide, judge: ShapeJudge, now: number): Reply {
  if (bytes === undefined) {
    const body = '<html><head><title>413 Request Entity Too Large</title></head></html>';
    return { status: 413, headers: { 'content-type': 'text/html' }, body };
  }
  const parsed = parse(bytes);
  if (parsed === 'not-utf-8') return jsonReply(415, errors('The content is not valid UTF-8.'));
  if (parsed === 'not-json') return jsonReply(400, errors('Bad Request'));
  const judged = judge(parsed.value);
  if ('errors' in judged) return jsonReply(400, judged);
  const wrong = mailErrors(judged.body, {
    now,
    isBatch: (id) => side.batches.ids.has(id),
    isGroup: (id) => side.groups.size === 0 || side.groups.has(id),
    isRefused: (address) => side.refused.has(address),
  });
  if (wrong.length > 0) return jsonReply(400, { errors: wrong });
  return take(judged.body, number, side);
}

function take(body: MailBody, number: number, side: MailSide): Reply {
  if (isSandbox(body)) {
    side.sandboxed += 1;
    return { status: 200 };
  }
  const id = `${'message'.padEnd(16, '0')}${String(number).padStart(6, '0')}`;
  side.mailbox.settle();
  side.mailbox.add(takenOf(body, number, id));
  return { status: 202, headers: { 'content-type': 'text/plain', 'x-message-id': id } };
}

function parse(bytes: Buffer): { readonly value: unknown } | 'not-utf-8' | 'not-json' {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'not-utf-8';
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return 'not-json';
  }
}
