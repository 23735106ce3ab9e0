import type { Outcome } from '../../../model/outcome.js';

/** How far a mail got before it failed. In `content`, a part of it may have gone out; before that, nothing has. */
export type Stage = 'connection' | 'envelope' | 'content';

/** What of an SMTP library's error says what happened. Its words quote the server, and the server quotes addresses. */
export type SmtpFailure = {
  readonly stage: Stage;
  readonly code: string;
  /** The command that was answered; CONN where the connection failed. */
  readonly command: string;
  /** The server's answer (RFC 5321, 4.2), and its enhanced code (RFC 3463), if it had any. */
  readonly reply?: number;
  readonly enhanced?: string;
  readonly isStopped: boolean;
};

/**
 * What a failure of SMTP means for the one mail that it was about. An answer of 4yz or 5yz says that the server did not
 * take it (RFC 5321, 4.2.1); no answer after its content says nothing. 421 after the content is none: servers write it
 * when they go down, whatever they have done.
 */
export function outcomeOf(failure: SmtpFailure): Outcome {
  const { stage, isStopped } = failure;
  const reply = failure.command === 'CONN' && stage !== 'connection' ? undefined : failure.reply;
  if (reply === undefined || (stage === 'content' && reply === 421)) {
    if (stage === 'content') return { outcome: 'unknown', why: whyLost(failure) };
    if (isStopped) return { outcome: 'not-sent', why: 'stopped' };
    return unanswered(failure);
  }
  if (reply >= 400 && reply < 500) return { outcome: 'throttled' };
  if (reply < 500 || reply > 599) return { outcome: 'unknown', why: 'not-the-provider' };
  return refusal(failure, reply);
}

function whyLost({ isStopped, code }: SmtpFailure): 'stopped' | 'no-answer' | 'broke-off' {
  if (isStopped) return 'stopped';
  return code === 'ETIMEDOUT' ? 'no-answer' : 'broke-off';
}

/** Nothing of the mail went out. */
function unanswered({ code, command }: SmtpFailure): Outcome {
  switch (code) {
    case 'EENVELOPE':
      return { outcome: 'rejected', kind: 'address', reason: 'smtp address', places: [0] };
    case 'EMESSAGE':
      return { outcome: 'rejected', kind: 'too-large', reason: 'smtp size' };
    case 'EAUTH':
      return { outcome: 'rejected', kind: 'credentials', reason: 'smtp login' };
    case 'EDNS':
      return { outcome: 'not-sent', why: 'no-such-host' };
    case 'ETIMEDOUT':
      return { outcome: 'not-sent', why: 'connect-timeout' };
    case 'ETLS':
      return { outcome: 'not-sent', why: 'tls' };
    default:
      return { outcome: 'not-sent', why: command === 'STARTTLS' ? 'tls' : 'refused' };
  }
}

function refusal({ stage, command, enhanced }: SmtpFailure, reply: number): Outcome {
  const reason = `${reply}${enhanced === undefined ? '' : ` ${enhanced}`} ${stage}`;
  // Who is not let in at all is told so before any mail.
  if (stage === 'connection') return { outcome: 'rejected', kind: 'credentials', reason };
  if (reply === 530 || reply === 535) return { outcome: 'rejected', kind: 'credentials', reason };
  // RFC 3463: 5.1 is about addresses, 5.2 about mailboxes, of which the sender’s own are asked after MAIL FROM.
  const isOfReader = command === 'RCPT TO' || (stage === 'content' && /^5\.(1|2)\.(?!7|8)/.test(enhanced ?? ''));
  if (isOfReader) return { outcome: 'rejected', kind: 'address', reason, places: [0] };
  if (reply === 552 || enhanced === '5.3.4') return { outcome: 'rejected', kind: 'too-large', reason };
  return { outcome: 'rejected', kind: 'message', reason };
}
