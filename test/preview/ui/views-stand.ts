import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach } from 'vitest';
import { policies } from '../../../src/preview/server/headers.js';
import { findProgram } from '../../harness/programs.js';

const program = findProgram('chromium');
const ui = fileURLToPath(new URL('../../../src/preview/ui', import.meta.url));

/** The views, each with nothing around it; `show` is what a test calls to put one up or to change what it is given. */
const entry = `
import { h, render } from 'preact';
import { Inbox } from '${ui}/reader/views/inbox.tsx';
import { Order } from '${ui}/reader/views/order.tsx';
import { PlainText } from '${ui}/reader/views/plain-text.tsx';
import { Source } from '${ui}/reader/views/source.tsx';
import '${ui}/styles/base.css';
const views = { Inbox, Order, PlainText, Source };
globalThis.show = (view, props) => render(h('main', null, h(views[view], props)), document.body);
`;

export type ViewName = 'Inbox' | 'Order' | 'PlainText' | 'Source';

export type Stand = {
  readonly page: Page;
  readonly show: (view: ViewName, props: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly trouble: unknown[];
  readonly picture: (name: string) => Promise<void>;
};

let built: string | undefined;
let browser: Browser | undefined;
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
afterAll(async () => {
  await browser?.close();
  browser = undefined;
  if (built !== undefined) rmSync(built, { recursive: true, force: true });
  built = undefined;
});

/** A page of the preview’s own policy with one view on it, in a Chromium; gone after the test. */
export async function standUp(
  look: { readonly width?: number; readonly height?: number; readonly colourScheme?: 'light' | 'dark' } = {},
): Promise<Stand> {
  const { width = 960, height = 900, colourScheme = 'light' } = look;
  built ??= await buildViews();
  const folder = built;
  browser ??= await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: colourScheme });
  open.push(() => context.close());
  const trouble: unknown[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => trouble.push(error));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const files: Readonly<Record<string, string>> = { '/views.js': 'text/javascript', '/views.css': 'text/css' };
    const contentType = files[pathname];
    if (contentType !== undefined)
      return route.fulfill({ contentType, body: readFileSync(join(folder, pathname.slice(1)), 'utf8') });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': policies.page },
      body: '<!doctype html><html lang="en-GB"><title>Views</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/views.css"><body><script type="module" src="/views.js"></script>',
    });
  });
  await page.goto('http://127.0.0.1/');
  await page.waitForFunction('globalThis.show');
  return {
    page,
    trouble,
    show: (view, props) => page.evaluate(`show(${JSON.stringify(view)}, ${JSON.stringify(props)})`),
    picture: async (name) => {
      const pictures = process.env.MAILOUT_TEST_PICTURES;
      if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}

async function buildViews(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mailout-views-'));
  await build({
    configFile: false,
    root: ui,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      {
        name: 'views',
        resolveId: (id) => (id === 'views-entry' ? join(ui, 'views-entry.js') : null),
        load: (id) => (id === join(ui, 'views-entry.js') ? entry : null),
      },
    ],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: 'views-entry',
        output: { entryFileNames: 'views.js', assetFileNames: 'views[extname]' },
      },
    },
  });
  return folder;
}
