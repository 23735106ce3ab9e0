import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type SendGridServer, startSendGrid, testKey } from '../../fakes/sendgrid-server.js';
import { startSmtp } from '../../fakes/smtp-server.js';
import type { Project } from '../../harness/project.js';
import { mailing, now } from './mailing.js';

/* Whatever happens to a send, nobody's address is printed, and none is written anywhere but into the outbox. */

const name = 'zaphkiel';
const secret = 'hunter2-is-a-secret';
let server: SendGridServer | undefined;
afterEach(() => server?.stop());

it('tells nobody who gets an issue, and no key', async () => {
  const project = mailing(3);
  const people = Array.from({ length: 30 }, (_, index) => `${name}.${index}@example.org,${name},wales`);
  project.write('audiences/private/pickers.csv', `email,first_name,nation\n${people.join('\n')}\n`);
  project.write('audiences/testers.yaml', 'testers:\n  - { name: Desk, address: desk@example.org }\n');
  server = await startSendGrid();
  const smtp = await startSmtp();
  const said: string[] = [];
  const run = async (args: readonly string[], variables: Readonly<Record<string, string>>) => {
    const { out, err } = await project.mailout(args, now, variables);
    said.push(`$ ${args.join(' ')}\n${out}${err}`);
    return out;
  };
  const ways: readonly Readonly<Record<string, string>>[] = [
    {},
    { SENDGRID_API_KEY: testKey, MAILOUT_SENDGRID_URL: server.url },
    { MAILOUT_SMTP: `smtp://${name}:${secret}@127.0.0.1:${smtp.port}` },
  ];
  const refusal = { errors: [{ message: `${name}.1@example.org is bad`, field: 'personalizations.1.to.0.email' }] };
  const faults = [
    { kind: 'status' as const, status: 400, body: JSON.stringify(refusal) },
    { kind: 'status' as const, status: 401, body: JSON.stringify(refusal) },
    { kind: 'status' as const, status: 500, body: JSON.stringify(refusal) },
    { kind: 'reset-after' as const },
  ];
  for (const variables of ways) {
    for (const args of [
      ['send', 'weekly', '--dry-run'],
      ['approve', 'weekly', '--by', 'Ada'],
      ['approve', 'weekly', '--diff'],
      ['proof', 'weekly'],
      ['send', 'weekly'],
    ]) {
      await run(args, variables);
      await run([...args, '--json'], variables);
    }
  }
  for (const variables of ways) {
    await run(['approve', 'weekly', '--by', 'Ada'], variables);
    for (const fault of variables.SENDGRID_API_KEY ? faults : []) {
      server.mail.faults = [{ from: 1, until: 'for-ever', ...fault }];
      await run(['send', 'weekly', '--confirm', 'weekly 30'], variables);
      await run(['send', 'weekly', '--confirm', 'weekly 30', '--json'], variables);
    }
    server.mail.faults = [];
    await run(['send', 'weekly', '--confirm', 'weekly 30'], variables);
    await run(['status'], variables);
    const sends = JSON.parse(await run(['status', '--json'], variables)).sends as { send: { id: string } }[];
    for (const { send } of sends) {
      await run(['status', send.id], variables);
      await run(
        ['resolve', send.id, '--batch', '1', '--as', 'accepted', '--because', 'seen', '--by', 'Ada'],
        variables,
      );
      await run(['cancel', send.id, '--because', 'enough', '--by', 'Ada'], variables);
    }
    await run(['ledger', 'verify'], variables);
    await run(['ledger', 'export'], variables);
    await run(['ledger', 'forget', '--older-than', '1 day'], variables);
  }
  await smtp.stop();

  const told = said.join('\n');
  expect(told.split('\n').filter((line) => line.toLowerCase().includes(name))).toEqual([]);
  expect(told).not.toContain(secret);
  expect(told).not.toContain(testKey);
  const outbox = 'audiences/private/outbox/';
  const holders = filesWith(name, project).filter((file) => !file.startsWith(outbox));
  expect(holders).toEqual(['audiences/private/pickers.csv']);
  expect(filesWith(testKey, project)).toEqual([]);
  expect(filesWith(secret, project)).toEqual([]);
  expect(filesWith(name, project).filter((file) => file.startsWith(outbox))).toHaveLength(30);
});

function filesWith(text: string, { root }: Project): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).toString('latin1').toLowerCase().includes(text.toLowerCase()))
    .map((path) => relative(root, path));
}
