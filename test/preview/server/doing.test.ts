import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { exitCode, Fault } from '../../../src/model/fault.js';
import { finding, issue, placeless } from '../../fakes/workbench.js';
import { visit } from './visitor.js';

const key = issue.key;

describe('what an editor decides', () => {
  it.each([
    [{ set: 'subject', to: 'Olives, and “more”' }],
    [{ set: 'preheader', to: 'Croeso – مرحبا' }],
    [{ pin: 'walk', isPinned: true }],
    [{ leaveOut: 'old-news', isOut: false }],
    [{ order: ['letter-campaign', 'olive-harvest'] }],
  ])('is written down as it was said: %j', async (change) => {
    const { post, bench } = await visit();
    expect((await post('/api/change', { issue: key, change })).json()).toEqual({ ok: true });
    expect(bench.changes).toEqual([{ issue: key, change }]);
  });

  it('may be that the newsletter’s pattern is good enough', async () => {
    const { post, bench } = await visit();
    expect((await post('/api/change', { issue: key, change: { set: 'subject' } })).status).toBe(200);
    expect(bench.changes).toEqual([{ issue: key, change: { set: 'subject', to: undefined } }]);
  });

  it('has the issue made anew, first of all', async () => {
    const { post, bench } = await visit();
    await post('/api/change', { issue: key, change: { pin: 'walk', isPinned: true } });
    await expect.poll(() => bench.refreshes).toEqual([key]);
  });

  it.each([
    ['no words at all', { set: 'subject', to: '' }],
    ['blanks', { set: 'subject', to: '   ' }],
    ['two lines, which would be two headers', { set: 'subject', to: 'Olives\r\nBcc: everybody@example.org' }],
    ['more than a subject is', { set: 'subject', to: 'x'.repeat(501) }],
    ['something else to set', { set: 'sender', to: 'Somebody' }],
    ['two decisions in one', { set: 'subject', to: 'Olives', pin: 'walk', isPinned: true }],
    ['half a decision', { pin: 'walk' }],
    ['something that is no list', { order: 'walk' }],
    ['an empty list', { order: [] }],
    ['nothing', undefined],
  ])('is not %s', async (_, change) => {
    const { post, bench } = await visit();
    const answer = await post('/api/change', { issue: key, change });
    expect([answer.status, bench.changes]).toEqual([400, []]);
    expect(answer.json()).toEqual({ ok: false, words: 'This was not understood.', fix: 'Load the page again.' });
  });

  it.each([
    ['of another section', ['olive-harvest', 'walk']],
    ['twice', ['olive-harvest', 'olive-harvest']],
  ])('does not put in order items %s', async (_, order) => {
    const { post, bench } = await visit();
    const answer = await post('/api/change', { issue: key, change: { order } });
    expect([answer.status, bench.changes]).toEqual([409, []]);
  });

  it('waits until an issue can be read again', async () => {
    const { post, bench } = await visit();
    bench.shown = { ...bench.shown, issues: [{ ...issue, isStale: true }] };
    const answer = await post('/api/change', { issue: key, change: { pin: 'walk', isPinned: true } });
    expect([answer.status, bench.changes]).toEqual([409, []]);
    expect(answer.json()).toMatchObject({ ok: false, fix: 'Mend the findings above it first.' });
  });

  it('says why the disk does not take it', async () => {
    const { post, bench, failures } = await visit();
    const [words, fix] = ['issues/weekly/2027-03-22/issue.md cannot be written: the disk is full.', 'Free some space.'];
    bench.trouble = new Fault({ code: 'workspace/cannot-write', exit: exitCode.findings, words, fix });
    const changed = await post('/api/change', { issue: key, change: { pin: 'walk', isPinned: true } });
    const mended = await post('/api/mend', { finding: finding.key });
    for (const answer of [changed, mended]) {
      expect(answer.status).toBe(409);
      expect(answer.json()).toEqual({ ok: false, words, fix });
    }
    expect(failures).toEqual([]);
  });
});

describe('a finding', () => {
  it('is mended with a click, and the issues made anew', async () => {
    const { post, bench } = await visit();
    expect((await post('/api/mend', { finding: finding.key })).json()).toEqual({ ok: true });
    await expect.poll(() => bench.refreshes.length).toBe(1);
  });

  it('is not mended where its file has changed meanwhile', async () => {
    const { post, bench } = await visit();
    bench.mendable.clear();
    const answer = await post('/api/mend', { finding: finding.key });
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({ ok: false, words: expect.stringContaining('changed meanwhile') });
    expect(bench.refreshes).toEqual([]);
  });

  it('opens the editor’s program where it is', async () => {
    const { post, deeds } = await visit();
    expect((await post('/api/open', { finding: finding.key })).json()).toEqual({ ok: true, words: 'It is done.' });
    expect(deeds.asked).toEqual([['openEditor', 'issues/items/olive-harvest.md', 7]]);
  });

  it('opens nothing where it is about no file', async () => {
    const { post, deeds } = await visit();
    expect((await post('/api/open', { finding: placeless.key })).status).toBe(409);
    expect(deeds.asked).toEqual([]);
  });
});

it('an item opens the editor’s program at its beginning', async () => {
  const { post, deeds } = await visit();
  await post('/api/open', { item: 'walk' });
  expect(deeds.asked).toEqual([['openEditor', 'issues/items/walk.md', 1]]);
});

it('no path is ever taken from the page', async () => {
  const { post, deeds } = await visit();
  for (const asked of [
    { file: 'issues/items/walk.md', line: 1 },
    { item: 'walk', file: '/etc/passwd' },
    { finding: finding.key, line: 99 },
    { item: 'issues/items/walk.md' },
  ])
    expect([400, 404]).toContain((await post('/api/open', asked)).status);
  expect(deeds.asked).toEqual([]);
});

it('the issue that is looked at is made first from then on', async () => {
  const { post, server, bench } = await visit();
  expect(server.lookedAt()).toBeUndefined();
  expect((await post('/api/looked-at', { issue: key })).json()).toEqual({ ok: true });
  expect(server.lookedAt()).toBe(key);
  expect((await post('/api/rebuild', {})).json()).toEqual({ ok: true, revision: 8 });
  expect(bench.refreshes).toEqual([key]);
});

describe('a deed', () => {
  it.each([
    ['/api/proof', { issue: key }, ['proof', 'weekly', '2027-03-22', undefined]],
    ['/api/proof', { issue: key, persona: 'megan' }, ['proof', 'weekly', '2027-03-22', 'megan']],
    ['/api/approve', { issue: key, digest: 'abc123' }, ['approve', 'weekly', '2027-03-22', 'abc123', undefined]],
    ['/api/approve', { issue: key, digest: 'x', by: 'Ada' }, ['approve', 'weekly', '2027-03-22', 'x', 'Ada']],
  ])('is done by others: %s %j', async (path, asked, given) => {
    const { post, deeds } = await visit();
    expect((await post(path, asked)).json()).toEqual({ ok: true, words: 'It is done.' });
    expect(deeds.asked).toEqual([given]);
    deeds.isRefused = true;
    const refused = await post(path, asked);
    expect([refused.status, refused.json()]).toEqual([409, { ok: false, words: 'It may not be.' }]);
  });

  it('says first what would be approved, or why nothing can be', async () => {
    const { post, deeds } = await visit();
    expect((await post('/api/approval', { issue: key })).json()).toEqual({
      ok: true,
      digest: 'abc123',
      lines: ['To 2,000 readers.'],
    });
    deeds.isRefused = true;
    const refused = await post('/api/approval', { issue: key });
    expect(refused.status).toBe(409);
    expect(refused.json()).toEqual({ ok: false, words: 'The roster is missing.\nFreeze it first.' });
  });

  it('is done once, however often somebody clicks meanwhile', async () => {
    const { post, deeds } = await visit();
    let end = () => {};
    deeds.until = new Promise((resolve) => {
      end = resolve;
    });
    const first = post('/api/proof', { issue: key });
    await expect.poll(() => deeds.asked.length).toBe(1);
    expect((await post('/api/proof', { issue: key })).status).toBe(409);
    end();
    expect((await first).status).toBe(200);
    expect(deeds.asked.length).toBe(1);
    expect((await post('/api/proof', { issue: key })).status).toBe(200);
  });
});

describe('what is posted', () => {
  const change = JSON.stringify({ issue: key, change: { pin: 'walk', isPinned: true } });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/jsonx',
    'text/plain; application/json',
    'application/json; charset=utf-16',
    null,
  ])('is JSON, and says so: not %s', async (type) => {
    const { ask, bench } = await visit();
    const answer = await ask('POST', '/api/change', { headers: { 'content-type': type }, body: change });
    expect([answer.status, bench.changes]).toEqual([415, []]);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    'may say so in any of the usual ways: %s',
    async (type) => {
      const { ask } = await visit();
      expect((await ask('POST', '/api/change', { headers: { 'content-type': type }, body: change })).status).toBe(200);
    },
  );

  it.each(['', 'null', '[]', '"text"', '{', `${change}x`, '{"__proto__":{"issue":"weekly/2027-03-22"}}'])(
    'has the shape that it has to have: not %s',
    async (body) => {
      const { ask } = await visit();
      for (const path of ['change', 'looked-at', 'mend', 'rebuild', 'open', 'proof', 'approval', 'approve'])
        expect((await ask('POST', `/api/${path}`, { body })).status, path).toBe(400);
    },
  );

  it('is at most 64 KB, announced or not', async () => {
    const { ask, bench } = await visit();
    const padded = (bytes: number) => change.padEnd(bytes);
    expect((await ask('POST', '/api/change', { body: padded(65_536) })).status).toBe(200);
    const announced = await ask('POST', '/api/change', { body: padded(65_537) });
    expect([announced.status, announced.json()]).toMatchObject([413, { ok: false }]);
    const parts = Array.from({ length: 20 }, () => ' '.repeat(10_000));
    const unannounced = await ask('POST', '/api/change', { body: Readable.from([change, ...parts]) });
    expect(unannounced.status).toBe(413);
    expect(bench.changes.length).toBe(1);
  });
});

it('what goes wrong in mailout itself is told in the terminal, and to nobody else', async () => {
  const { post, bench, failures, ask } = await visit();
  const bug = new Error('Cannot read /home/ada/newsletter/secret.md');
  bench.trouble = bug;
  bench.refreshTrouble = bug;
  const answers = [
    await post('/api/change', { issue: key, change: { pin: 'walk', isPinned: true } }),
    await post('/api/mend', { finding: finding.key }),
    await post('/api/rebuild', {}),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(500);
    expect(answer.json()).toEqual({
      ok: false,
      words: 'Something went wrong in mailout itself.',
      fix: 'Look at what the terminal says, and load the page again.',
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  }
  expect(failures).toEqual([bug, bug, bug]);
  bench.trouble = undefined;
  expect((await ask('GET', '/api/state')).status).toBe(200);
});

it('issues that cannot be made anew after a change are told of in the terminal', async () => {
  const { post, bench, failures } = await visit();
  const bug = new Error('A bug');
  bench.refreshTrouble = bug;
  await post('/api/change', { issue: key, change: { pin: 'walk', isPinned: true } });
  await expect.poll(() => failures).toContain(bug);
});
