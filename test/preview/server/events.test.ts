import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Visit, visit } from './visitor.js';

type Listener = {
  readonly status: number;
  readonly type: string | undefined;
  /** What has arrived so far. */
  readonly heard: () => string;
  readonly hasEnded: () => boolean;
  readonly leave: () => void;
};

/** A page that listens. */
function listen({ port, cookie }: Visit): Promise<Listener> {
  return new Promise((resolve, reject) => {
    let heard = '';
    let hasEnded = false;
    const asked = request({ host: '127.0.0.1', port, path: '/api/events', headers: { cookie }, agent: false });
    asked.on('error', reject);
    asked.on('response', (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        heard += text;
      });
      answer.on('close', () => {
        hasEnded = true;
      });
      answer.on('error', () => {});
      resolve({
        status: answer.statusCode ?? 0,
        type: answer.headers['content-type'],
        heard: () => heard,
        hasEnded: () => hasEnded,
        leave: () => asked.destroy(),
      });
    });
    asked.end();
  });
}

const told = (revision: number, isChecked: boolean) =>
  `event: state\ndata: {"revision":${revision},"isChecked":${isChecked}}\n\n`;

describe('a page that listens', () => {
  it('hears at once how things stand, and of everything new', async () => {
    const there = await visit();
    const page = await listen(there);
    expect([page.status, page.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await expect.poll(page.heard).toBe(told(7, true));
    there.server.tell({ ...there.bench.shown, revision: 8, isChecked: false });
    there.server.tell({ ...there.bench.shown, revision: 9 });
    await expect.poll(page.heard).toBe(told(7, true) + told(8, false) + told(9, true));
  });

  it('hears it as every other page does', async () => {
    const there = await visit();
    const pages = [await listen(there), await listen(there)];
    there.server.tell({ ...there.bench.shown, revision: 8 });
    for (const page of pages) await expect.poll(page.heard).toBe(told(7, true) + told(8, true));
  });

  it('hears a sign of life where nothing happens', async () => {
    const page = await listen(await visit({ limits: { heartbeat: 20 } }));
    await expect.poll(page.heard).toMatch(/^event: state\ndata: [^\n]+\n\n(: still here\n\n){2}/);
  });

  it('makes room for another when it goes', async () => {
    const there = await visit({ limits: { streams: 2 } });
    const [first, second] = [await listen(there), await listen(there)];
    const third = await there.ask('GET', '/api/events');
    expect([third.status, third.json()]).toEqual([
      503,
      {
        ok: false,
        words: 'This preview is open too often.',
        fix: 'Close some of its pages, then load this one again.',
      },
    ]);
    first.leave();
    await expect
      .poll(async () => {
        const page = await listen(there);
        return page.status;
      })
      .toBe(200);
    there.server.tell({ ...there.bench.shown, revision: 8 });
    await expect.poll(second.heard).toContain(told(8, true));
  });

  it('is let go when the preview ends', async () => {
    const there = await visit();
    const page = await listen(there);
    await there.close();
    await expect.poll(page.hasEnded).toBe(true);
    there.server.tell({ ...there.bench.shown, revision: 8 });
    expect(page.heard()).toBe(told(7, true));
  });
});
