import { exitCode, Fault } from '../../../model/fault.js';

/** An SMTP server, as MAILOUT_SMTP names it. */
export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on. */
  readonly secure: boolean;
  /** Whether it is on this computer, where mail needs no TLS. */
  readonly isLocal: boolean;
  readonly login?: { readonly user: string; readonly password: string };
};

/**
 * Reads the address of a server: smtps://user:password@host:465, or smtp:// for one that begins TLS later (STARTTLS).
 *
 * @throws Fault (exit 2), which repeats nothing of it: it has a password in it.
 */
export function smtpServer(address: string): SmtpServer {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
  const secure = url?.protocol === 'smtps:';
  if (!url || !(secure || url.protocol === 'smtp:')) throw wrong('It does not begin with smtps:// or smtp://.');
  if (url.hostname === '') throw wrong('It names no server.');
  if (url.search !== '' || url.hash !== '' || !['', '/'].includes(url.pathname)) {
    throw wrong('There is more behind the name and the port of the server.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const login = url.username === '' ? undefined : { user: decoded(url.username), password: decoded(url.password) };
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    isLocal: /^(localhost|::1|127\.\d+\.\d+\.\d+)$/.test(host),
    ...(login && { login }),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrong('There is a % in it that should be %25.');
  }
}

function wrong(why: string): Fault {
  return new Fault({
    code: 'delivery/smtp',
    exit: exitCode.usage,
    words: `MAILOUT_SMTP is not the address of a mail server. ${why}`,
    fix: 'Write it like smtps://user:password@mail.example.org:465, with all but letters and digits of the password as %-codes.',
  });
}
