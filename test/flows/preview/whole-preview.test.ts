import { once } from 'node:events';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workbench } from '../../../src/model/workbench.js';
import { mailing } from '../../commands/send/mailing.js';
import { type Shipped, ship } from '../../harness/shipped.js';

let shipped: Shipped;
beforeAll(() => {
  shipped = ship();
});
afterAll(() => shipped.remove());

const now = '2027-03-17T12:00:00Z';

const patience = { timeout: 20_000 };

/** Starts `mailout preview` as an editor does, and asks it what its page asks. */
async function preview(folder: string, variables: Readonly<Record<string, string>> = {}) {
  const child = shipped.start(folder, ['preview'], { MAILOUT_NOW: now, ...variables });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => {
      printed += text;
    });
  await expect.poll(() => printed, patience).toMatch(/http:\S+/);
  const address = new URL(/http:\S+/.exec(printed)?.[0] ?? '');
  const entered = await fetch(address, { redirect: 'manual' });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join();
  const headers = { cookie, origin: address.origin };
  const answers: string[] = [];
  const read = async (answer: Response) => {
    const text = await answer.text();
    answers.push(text);
    return { status: answer.status, text };
  };
  return {
    get: async (path: string) => read(await fetch(`${address.origin}${path}`, { headers })),
    post: async (path: string, body: unknown) => {
      const json = { ...headers, 'content-type': 'application/json' };
      const answer = await fetch(`${address.origin}/api/${path}`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify(body),
      });
      return JSON.parse((await read(answer)).text);
    },
    state: async (): Promise<Workbench> => (await fetch(`${address.origin}/api/state`, { headers })).json(),
    told: () => printed + answers.join('\n'),
    end: async () => {
      child.kill('SIGINT');
      await once(child, 'close');
    },
  };
}

it('an issue is read, changed, proofed and approved in the preview, and nobody’s address is in what it tells', async () => {
  const project = mailing(7);
  project.write('audiences/testers.yaml', 'testers:\n  - { name: Desk, address: secret.person@example.org }\n');
  const desk = await preview(project.root);
  const issue = async () => (await desk.state()).issues.find(({ publication }) => publication === 'weekly');
  await expect.poll(issue, patience).toBeDefined();
  const key = (await issue())?.key ?? '';
  expect((await desk.get('/')).text).toContain('<div id="page">');

  const [edition] = (await issue())?.editions ?? [];
  expect((await desk.get(`/read/${key}/${edition?.id}.html`)).text).toContain('</html>');

  project.edit('issues/items/fair-pay-petition.md', (text) => text.replace(/^title: .*/m, 'title: Fair pay at last'));
  await expect
    .poll(async () => (await issue())?.items.map(({ title }) => title), patience)
    .toContain('Fair pay at last');
  await expect.poll(async () => (await desk.state()).isChecked, patience).toBe(true);

  expect(await desk.post('proof', { issue: key })).toEqual({
    ok: true,
    words: expect.stringMatching(/^One proof .*\n.*for Desk/),
  });

  const outlook = await desk.post('approval', { issue: key });
  expect(outlook).toMatchObject({ ok: true, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(outlook.lines.join('\n')).toContain('7 people');
  expect(await desk.post('approve', { issue: key, digest: '0'.repeat(64), by: 'Ada' })).toMatchObject({
    ok: false,
    words: expect.stringContaining('not what you have seen'),
  });
  expect(await desk.post('approve', { issue: key, digest: outlook.digest, by: 'Ada' })).toMatchObject({
    ok: true,
    words: expect.stringContaining('Approved by Ada.'),
  });
  await expect.poll(async () => (await issue())?.approvals, patience).toMatchObject([{ by: 'Ada', changed: [] }]);

  // What is changed now is another issue than the one that was approved, and the approved one can still be seen.
  expect(await desk.post('change', { issue: key, change: { set: 'subject', to: 'Another subject' } })).toMatchObject({
    ok: true,
  });
  await expect.poll(async () => (await issue())?.editions[0]?.subject, patience).toBe('Another subject');
  await expect.poll(async () => (await issue())?.approvals[0]?.changed, patience).not.toEqual([]);
  expect((await desk.get(`/compare/${key}/${edition?.id}/approved.json`)).text).toContain('Another subject');

  await desk.end();
  expect(desk.told()).not.toMatch(/secret\.person|p1@example/);
  expect(desk.told()).not.toContain(project.root);
});

it('it shows the same where people and the ledger cannot be read', async () => {
  const project = mailing(7);
  const shown = async (variables: Readonly<Record<string, string>>) => {
    const desk = await preview(project.root, variables);
    await expect.poll(async () => (await desk.state()).isChecked, patience).toBe(true);
    const { revision: _, ...state } = await desk.state();
    await desk.end();
    return state;
  };
  const before = await shown({});
  expect(before.issues).not.toEqual([]);

  // A folder that leads to itself can be read by nobody, not even by whoever may read everything.
  const people = join(project.root, 'audiences/private');
  rmSync(people, { recursive: true });
  symlinkSync(people, people);
  expect(await shown({ MAILOUT_LEDGER: 'postgres://nobody@127.0.0.1:1/none', MAILOUT_KEY: 'no key' })).toEqual(before);
});
