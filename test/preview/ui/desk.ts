import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';
import { openWorkbench } from '../../../src/flows/preview/workbench.js';
import type { LiveWorkbench } from '../../../src/model/workbench.js';
import { dressed } from '../../../src/preview/appearance/dressed.js';
import { readPageFiles } from '../../../src/preview/server/page-files.js';
import { createPreviewServer } from '../../../src/preview/server/server.js';
import { type FakeDeeds, fakeDeeds } from '../../fakes/workbench.js';
import { findProgram } from '../../harness/programs.js';
import { copyOfSample, type Project } from '../../harness/project.js';

const program = findProgram('chromium');

/** Without a Chromium, what needs the page skips. */
export const hasBrowser = program !== undefined;

export type Desk = {
  readonly page: Page;
  readonly project: Project;
  readonly bench: LiveWorkbench;
  readonly deeds: FakeDeeds;
  /** The address of the preview, without the token. */
  readonly address: string;
  /** What went wrong in the page or the server. */
  readonly trouble: unknown[];
  /** Writes a picture for a person to look at, into the folder that MAILOUT_TEST_PICTURES names, if it names one. */
  readonly picture: (name: string) => Promise<void>;
};

export type Sitting = {
  readonly project?: Project;
  readonly now?: string;
  readonly width?: number;
  readonly height?: number;
  readonly colourScheme?: 'light' | 'dark';
  /** Where in the workbench to begin: "#/e-bulletin/2027-03-17". */
  readonly at?: string;
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

/** Sits down before the preview of a workspace, in a Chromium; gone after the test. */
export async function sitDown(sitting: Sitting = {}): Promise<Desk> {
  const { project = copyOfSample(), now = '2021-03-18T12:00:00Z', width = 1440, height = 900, at = '' } = sitting;
  browser ??= await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  const trouble: unknown[] = [];
  const deeds = fakeDeeds();
  const bench = openWorkbench({ root: project.root, now: () => now, shown: (state) => server.tell(state) });
  const server = createPreviewServer({
    bench,
    deeds,
    pages: readPageFiles(builtPage()),
    token: 'a-token-for-one-run',
    appearance: dressed,
    failed: (error) => trouble.push(error),
  });
  const { port, close } = await server.listen(0);
  await bench.refresh();
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: sitting.colourScheme ?? 'light',
    reducedMotion: 'reduce',
  });
  open.push(async () => {
    await context.close();
    await close();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => trouble.push(error));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  const address = `http://127.0.0.1:${port}`;
  await page.goto(`${address}/?token=a-token-for-one-run`);
  if (at !== '') await page.goto(`${address}/${at}`);
  await page.waitForSelector('header.bar');
  return { page, project, bench, deeds, address, trouble, picture: (name) => picture(page, name) };
}

function builtPage(): string {
  if (built === undefined) {
    built = mkdtempSync(join(tmpdir(), 'mailout-page-'));
    execFileSync(process.execPath, [
      fileURLToPath(new URL('../../../scripts/ui.mjs', import.meta.url)),
      '--out',
      built,
    ]);
  }
  return built;
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.MAILOUT_TEST_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
