import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SendStatus } from '../../../src/flows/send/send-status.js';
import { mailing, now } from '../../commands/send/mailing.js';
import { startSendGrid, testKey } from '../../fakes/sendgrid-server.js';
import type { Project } from '../../harness/project.js';
import type { Shipped } from '../../harness/shipped.js';

const die = fileURLToPath(new URL('die.cjs', import.meta.url));
const recipients = 2_500;
const suppressed = 'p7@example.org';
const written = recipients - 1;

/** A workspace whose issue is approved and can be sent; whoever is suppressed in it is. */
export async function approvedMailing(variables: Readonly<Record<string, string>>): Promise<Project> {
  const project = mailing(recipients);
  project.edit('mailout.yaml', (text) => `${text}approval: { rules: [{ approvers: 1, author-counts: true }] }\n`);
  const sendgrid = { ...variables, SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: 'http://127.0.0.1:9' };
  await project.mailout(['suppressions', 'add', suppressed], now, sendgrid);
  const { code, err } = await project.mailout(['approve', 'weekly', '--by', 'Ada'], now, sendgrid);
  if (code !== 0) throw new Error(err);
  return project;
}

/** What one history of a send came to: whether the program lived to its own end, and all that is wrong. */
export type History = { readonly survived: boolean; readonly complaints: readonly string[] };

/**
 * Sends an issue with the shipped program and kills it at its Nth step; starts it twice more, with a person between who
 * looks at what SendGrid took and says so; and holds what SendGrid took against what should be.
 *
 * @param at 1 for the first step
 */
export async function historyKilledAt(
  at: number,
  base: Project,
  shipped: Shipped,
  variables: Readonly<Record<string, string>>,
): Promise<History> {
  const root = mkdtempSync(join(tmpdir(), 'mailout-kill-'));
  const server = await startSendGrid();
  try {
    cpSync(base.root, root, { recursive: true });
    const env = { MAILOUT_NOW: now, SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: server.url, ...variables };
    const send = ['send', 'weekly', '--date', '2027-03-22', '--confirm', `weekly ${written}`];
    const first = await shipped.run(root, send, { ...env, MAILOUT_TEST_DIE_AT: String(at) }, ['--require', die]);
    const complaints: string[] = [];
    if (first.code !== null && first.code !== 0)
      complaints.push(`the first run ended with ${first.code}: ${first.err}`);
    const second = await shipped.run(root, send, env);
    if (second.code !== 0 && second.code !== 5)
      complaints.push(`the second run ended with ${second.code}: ${second.err}`);
    const status = await shipped.run(root, ['status', '--json'], env);
    const [known]: readonly SendStatus[] = JSON.parse(status.out).sends;
    if (!known) return { survived: first.code === 0, complaints: [...complaints, 'there is no send in the ledger'] };
    const arrived = new Set(server.mail.mailbox.taken.map(({ attempt }) => attempt));
    for (const { number, attempt } of known.batches.uncertain) {
      const as = arrived.has(attempt) ? 'accepted' : 'not-sent';
      const because = 'SendGrid was looked at';
      await shipped.run(
        root,
        ['resolve', known.send.id, '--batch', String(number), '--as', as, '--because', because, '--by', 'Ada'],
        env,
      );
    }
    const third = await shipped.run(root, send, env);
    if (third.code !== 0) complaints.push(`the third run ended with ${third.code}: ${third.err}`);
    const verified = await shipped.run(root, ['ledger', 'verify'], env);
    if (verified.code !== 0) complaints.push(verified.out);
    complaints.push(...complaintsAbout(server.mail.mailbox.taken.flatMap(({ to }) => to)));
    return { survived: first.code === 0, complaints };
  } finally {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Everybody once, the suppressed one never, and nobody else. */
function complaintsAbout(took: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const address of took) times.set(address, (times.get(address) ?? 0) + 1);
  const twice = [...times.values()].filter((count) => count > 1).length;
  const expected = Array.from({ length: recipients }, (_, index) => `p${index + 1}@example.org`);
  const missing = expected.filter((address) => address !== suppressed && !times.has(address)).length;
  const others = [...times.keys()].filter((address) => !expected.includes(address)).length;
  return [
    ...(twice > 0 ? [`${twice} people got it more than once`] : []),
    ...(missing > 0 ? [`${missing} people did not get it`] : []),
    ...(times.has(suppressed) ? ['somebody who is suppressed got it'] : []),
    ...(others > 0 ? [`${others} people got it who are not in the audience`] : []),
  ];
}
