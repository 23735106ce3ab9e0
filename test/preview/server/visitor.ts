import type { Readable } from 'node:stream';
import { Client } from 'undici';
import { afterEach } from 'vitest';
import { createPreviewServer, type PreviewServer, type PreviewSettings } from '../../../src/preview/server/server.js';
import { type FakeDeeds, type FakeWorkbench, fakeDeeds, fakeWorkbench } from '../../fakes/workbench.js';

export const token = 'T0ken-of-this-run-0123456789';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly json: () => unknown;
};

export type Asking = {
  /** Beside the cookie, and Origin for what is posted; `null` leaves one of them out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** A stream does not announce how long it is. */
  readonly body?: string | Readable;
};

/** A preview that runs, and a browser's part in talking to it. */
export type Visit = {
  readonly server: PreviewServer;
  readonly bench: FakeWorkbench;
  readonly deeds: FakeDeeds;
  readonly port: number;
  readonly cookie: string;
  /** What the server said went wrong. */
  readonly failures: unknown[];
  /** Asks with the path as it is written: nothing makes it simpler on the way. */
  readonly ask: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'HEAD',
    path: string,
    asking?: Asking,
  ) => Promise<Answer>;
  /** Posts as the page does. */
  readonly post: (path: string, body: unknown) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Starts a preview on a free port, gone after the test. */
export async function visit(settings: Partial<PreviewSettings> = {}): Promise<Visit> {
  const bench = fakeWorkbench();
  const deeds = fakeDeeds();
  const failures: unknown[] = [];
  const server = createPreviewServer({
    bench,
    deeds,
    pages: new Map([
      ['index.html', { body: '<!doctype html><title>Workbench</title>', type: 'text/html; charset=utf-8' }],
      ['assets/page.js', { body: new TextEncoder().encode('export {};'), type: 'text/javascript; charset=utf-8' }],
    ]),
    token,
    appearance: (html, { appearance, images }) => `<!-- ${appearance} ${images} -->${html}`,
    failed: (error) => failures.push(error),
    ...settings,
  });
  const { port, close } = await server.listen(0);
  open.push(close);
  const cookie = `mailout-${port}=${token}`;
  const ask: Visit['ask'] = async (method, path, { headers = {}, body } = {}) => {
    const all = {
      host: `127.0.0.1:${port}`,
      cookie,
      ...(method === 'POST' && { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' }),
      ...headers,
    };
    const client = new Client(`http://127.0.0.1:${port}`);
    try {
      const answer = await client.request({
        method,
        path,
        headers: Object.fromEntries(
          Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
        ),
        ...(body !== undefined && { body }),
      });
      const text = await answer.body.text();
      const said = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
      return { status: answer.statusCode, headers: Object.fromEntries(said), text, json: () => JSON.parse(text) };
    } finally {
      await client.destroy();
    }
  };
  return {
    server,
    bench,
    deeds,
    port,
    cookie,
    failures,
    ask,
    post: (path, body) => ask('POST', path, { body: JSON.stringify(body) }),
    close,
  };
}
