import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SendStatus } from '../../../src/flows/send/send-status.js';
import { mailing, now } from '../../commands/send/mailing.js';
import { type SendGridServer, startSendGrid, testKey } from '../../fakes/sendgrid-server.js';
import type { Project } from '../../harness/project.js';
import type { Ended, Shipped } from '../../harness/shipped.js';

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

/** What goes wrong with the first run, as die.cjs reads it. */
export type Misfortune = { readonly MAILOUT_TEST_DIE_AT: string } | { readonly MAILOUT_TEST_FULL_FROM: string };

/** What one history of a send came to. */
export type History = {
  /** Whether the first run came to its own good end. */
  readonly survived: boolean;
  /** What SendGrid was given for whole editions, each once, in order; equal for equal editions. */
  readonly editions: readonly string[];
  readonly complaints: readonly string[];
};

/** A workspace with the program, and a SendGrid of its own, for one history. */
export type Scene = {
  readonly server: SendGridServer;
  readonly start: () => ReturnType<Shipped['start']>;
  readonly mailout: (args: readonly string[], variables?: Readonly<Record<string, string>>) => Promise<Ended>;
  readonly send: (variables?: Readonly<Record<string, string>>) => Promise<Ended>;
  readonly end: () => Promise<void>;
};

/** Sets the scene from a workspace whose issue is approved. */
export async function sceneOf(
  base: Project,
  shipped: Shipped,
  variables: Readonly<Record<string, string>>,
): Promise<Scene> {
  const root = mkdtempSync(join(tmpdir(), 'mailout-kill-'));
  cpSync(base.root, root, { recursive: true });
  const server = await startSendGrid();
  const env = { MAILOUT_NOW: now, SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: server.url, ...variables };
  const args = ['send', 'weekly', '--date', '2027-03-22', '--confirm', `weekly ${written}`];
  return {
    server,
    start: () => shipped.start(root, args, env),
    mailout: (words, more = {}) => shipped.run(root, words, { ...env, ...more }),
    send: (more = {}) => shipped.run(root, args, { ...env, ...more }, ['--require', die]),
    end: async () => {
      await server.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/**
 * Sends an issue with the shipped program, which is killed at its Nth step or finds the disk full; then starts it twice
 * more and holds what SendGrid took against what should be.
 */
export async function historyWith(
  misfortune: Misfortune,
  base: Project,
  shipped: Shipped,
  variables: Readonly<Record<string, string>>,
): Promise<History> {
  const scene = await sceneOf(base, shipped, variables);
  try {
    const { code, err } = await scene.send(misfortune);
    const isExpected = code === null || code === 0 || 'MAILOUT_TEST_FULL_FROM' in misfortune;
    const complaints = isExpected ? [] : [`the first run ended with ${code}: ${err}`];
    return {
      survived: code === 0,
      editions: editionsAt(scene.server),
      complaints: [...complaints, ...(await complaintsAtTheEnd(scene))],
    };
  } finally {
    await scene.end();
  }
}

/**
 * Starts a send that was broken off again, has a person look at what SendGrid took and say so, and starts it once more.
 * Gives all that is wrong then; nothing where all is right.
 */
export async function complaintsAtTheEnd({ send, mailout, server }: Scene): Promise<readonly string[]> {
  const complaints: string[] = [];
  const second = await send();
  if (second.code !== 0 && second.code !== 5)
    complaints.push(`the second run ended with ${second.code}: ${second.err}`);
  const [known]: readonly SendStatus[] = JSON.parse((await mailout(['status', '--json'])).out).sends;
  if (!known) return [...complaints, 'there is no send in the ledger'];
  const arrived = new Set(server.mail.mailbox.taken.map(({ attempt }) => attempt));
  for (const { number, attempt } of known.batches.uncertain) {
    const as = arrived.has(attempt) ? 'accepted' : 'not-sent';
    const what = ['--batch', String(number), '--as', as, '--because', 'SendGrid was looked at', '--by', 'Ada'];
    await mailout(['resolve', known.send.id, ...what]);
  }
  const third = await send();
  if (third.code !== 0) complaints.push(`the third run ended with ${third.code}: ${third.err}`);
  const verified = await mailout(['ledger', 'verify']);
  if (verified.code !== 0) complaints.push(verified.out);
  return [...complaints, ...complaintsAbout(server.mail.mailbox.taken.flatMap(({ to }) => to))];
}

/** What SendGrid was given of whole editions, without the marks that are another in every request. */
export function editionsAt({ mail }: SendGridServer): readonly string[] {
  const editions = mail.requests.map(({ bytes }) => {
    const { from, subject, content, headers } = JSON.parse(String(bytes));
    return JSON.stringify({ from, subject, content, headers }).replace(/-mo[0-9a-f]{16}_/g, '-mo_');
  });
  return [...new Set(editions)].sort();
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
