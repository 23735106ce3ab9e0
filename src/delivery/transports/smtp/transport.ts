import type { Outcome } from '../../../model/outcome.js';
import type { Message } from '../../message.js';
import type { Transport } from '../../ports.js';
import { mimeOf } from '../mime.js';
import { stampOf } from '../stamp.js';
import { outcomeOf } from './answers.js';
import { openLine, type SmtpLine, type SmtpTimeouts } from './connection.js';
import type { SmtpServer } from './server.js';

export type SmtpSettings = {
  readonly server: SmtpServer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly timeouts?: SmtpTimeouts;
};

const usualTimeouts: SmtpTimeouts = { connect: 10_000, answer: 180_000 };
/** A server that says a word now and then keeps no run for ever. */
const wholeWithin = 10 * 60_000;
/** Many servers end a connection after a hundred mails. */
const mailsALine = 90;

/**
 * Mail over SMTP, one reader at a time: a server takes or refuses each mail, so a batch of several would have no single
 * outcome. Lines are kept open for the mails to come, which is safe: one that the server closed meanwhile breaks before
 * any mail goes over it, and that is certain.
 */
export function smtpTransport(settings: SmtpSettings): Transport<Message> & { readonly close: () => Promise<void> } {
  const timeouts = settings.timeouts ?? usualTimeouts;
  const idle: { readonly line: SmtpLine; readonly mails: number }[] = [];
  return {
    send: async ({ letter, addressees, hold }, attempt, stop) => {
      const [addressee] = addressees;
      if (addressee === undefined) return rejected('bug', 'nobody');
      if (addressees.length > 1) return rejected('too-large', 'one at a time');
      if (hold !== undefined) return rejected('message', 'smtp cannot hold');
      if (letter.unsubscribe.by === 'group') return rejected('message', 'no link to unsubscribe');
      const stamp = stampOf(letter, [attempt, addressee.token], new Date(settings.now()));
      const mail = await mimeOf(letter, addressee, stamp);
      const signal = AbortSignal.any([stop, AbortSignal.timeout(wholeWithin)]);
      const { line, mails } = takeIdle(idle) ?? { line: await openLine(settings.server, timeouts, signal), mails: 0 };
      if (!('send' in line)) return outcomeOf(line);
      const failure = await line.send({ from: letter.sender.address, to: addressee.address }, mail, signal);
      if (failure === undefined && mails + 1 < mailsALine) idle.push({ line, mails: mails + 1 });
      else line.close();
      return failure === undefined ? { outcome: 'accepted', id: stamp.messageId } : outcomeOf(failure);
    },
    close: async () => {
      for (const { line } of idle.splice(0)) line.close();
    },
  };
}

function takeIdle<Kept extends { readonly line: SmtpLine }>(idle: Kept[]): Kept | undefined {
  for (;;) {
    const kept = idle.pop();
    if (kept === undefined || kept.line.isOpen()) return kept;
  }
}

function rejected(kind: 'bug' | 'too-large' | 'message', reason: string): Outcome {
  return { outcome: 'rejected', kind, reason };
}
