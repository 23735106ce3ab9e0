import { expect, it } from 'vitest';
import { openWorkbench } from '../../../src/flows/preview/workbench.js';
import type { Workbench } from '../../../src/model/workbench.js';
import { copyOfSample } from '../../harness/project.js';
import { visit } from './visitor.js';

it('the sample is read, changed and told of through its preview', async () => {
  const { root, read } = copyOfSample();
  const told: Workbench[] = [];
  const bench = openWorkbench({ root, now: () => '2027-03-17T12:00:00Z', shown: (state) => told.push(state) });
  await bench.refresh();
  const { ask, post, server, failures } = await visit({ bench });
  const state = (await ask('GET', '/api/state')).json() as Workbench;
  expect(state).toEqual(JSON.parse(JSON.stringify(bench.state())));

  // Every edition, as it is and as whoever gets it, and every picture and calendar file that it names.
  const mailed = state.issues.filter(({ editions }) => editions.length > 0);
  expect(mailed.length).toBeGreaterThan(0);
  const beside = new Set<string>();
  for (const { key, editions } of mailed)
    for (const { id } of editions) {
      const readers = state.personas.filter((persona) => persona.editions[key] === id);
      for (const query of ['', ...readers.map((persona) => `?persona=${persona.id}`)]) {
        const answer = await ask('GET', `/read/${key}/${id}.html${query}`);
        expect(answer.status).toBe(200);
        expect(answer.text).toContain('</html>');
        expect((await ask('GET', `/read/${key}/${id}.txt${query}`)).status).toBe(200);
        for (const [, name] of answer.text.matchAll(/(?:src|href)="((?:images|events)\/[^"]+)"/g))
          beside.add(`/read/${key}/${name}`);
      }
    }
  expect(beside.size).toBeGreaterThan(0);
  for (const address of beside) {
    const { status, headers } = await ask('GET', address);
    expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^(image\/|text\/calendar)/)]);
  }

  const [issue] = mailed;
  if (!issue) return;
  const before = told.length;
  const to = 'What to do before the Easter break';
  expect((await post('/api/change', { issue: issue.key, change: { set: 'subject', to } })).json()).toEqual({
    ok: true,
  });
  expect(read(`issues/${issue.key}/issue.md`)).toContain(to);
  await expect.poll(() => told.length, { timeout: 20_000 }).toBeGreaterThan(before);
  const changed = (await ask('GET', '/api/state')).json() as Workbench;
  expect(changed.revision).toBeGreaterThan(state.revision);
  expect(changed.issues.find(({ key }) => key === issue.key)?.editions.map(({ subject }) => subject)).toContain(to);
  expect(server.lookedAt()).toBe(issue.key);
  await post('/api/rebuild', {});
  expect(failures).toEqual([]);
  expect(JSON.stringify(bench.state())).not.toContain(root);
});
