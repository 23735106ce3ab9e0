import { spawn } from 'node:child_process';
import { type SpamReport, spamReportIn } from './spam-report.js';

/** SpamAssassin starts anew for every message, which takes it a second or two. */
const longest = 30_000;

/**
 * What SpamAssassin says of a message, without asking anything of the internet. Undefined if it is not installed, fails
 * or takes too long: nobody needs it.
 *
 * @param raw the whole message, one character a byte (Latin-1)
 * @param limit in milliseconds
 */
export function askSpamAssassin(raw: string, limit = longest): Promise<SpamReport | undefined> {
  return new Promise((resolve) => {
    // -L: local tests only. -t: report on what is no junk, too. -x: leave no settings in anybody's home.
    const child = spawn('spamassassin', ['-L', '-t', '-x'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    // Not Node's own limit: where the program is not there, that would hold this one up until it is over.
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? spamReportIn(Buffer.concat(chunks).toString('latin1')) : undefined);
    });
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(Buffer.from(raw, 'latin1'));
  });
}
