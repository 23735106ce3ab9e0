import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';
import { openWorkbench } from '../../../src/flows/preview/workbench.js';
import type { LiveWorkbench } from '../../../src/model/workbench.js';
import { dressed } from '../../../src/preview/appearance/dressed.js';
import { type ExportedFile, exportedFolder } from '../../../src/preview/export/exported-folder.js';
import { findProgram } from '../../harness/programs.js';
import { copyOfSample, type Project } from '../../harness/project.js';

const program = findProgram('chromium');

/** Without a Chromium, what needs one skips. */
export const hasBrowser = program !== undefined;

/** A folder as a colleague has it, opened without a server and without scripts. */
export type SharedFolder = {
  readonly root: string;
  readonly page: Page;
  /** Opens a page of it by its path. */
  readonly open: (path: string) => Promise<void>;
  /** Every address that the browser asked for, but those of the folder. */
  readonly foreign: string[];
  readonly picture: (name: string) => Promise<void>;
};

let browser: Browser | undefined;
const folders: string[] = [];
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(async () => {
  await browser?.close();
  browser = undefined;
});

/** The workbench of a workspace, read once. */
export async function benchOf(project: Project = copyOfSample()): Promise<LiveWorkbench> {
  const bench = openWorkbench({ root: project.root, now: () => '2021-03-18T12:00:00Z', shown: () => {} });
  await bench.refresh();
  return bench;
}

/** What is exported of a workbench at noon of 18 March 2021. */
export function exportOf(bench: LiveWorkbench): readonly ExportedFile[] {
  return exportedFolder({
    state: bench.state(),
    edition: bench.edition,
    attachments: bench.attachments,
    dressed,
    made: '2021-03-18T12:00',
  });
}

/** Puts files into a folder and a Chromium before it; both are gone after the test. */
export async function share(
  files: readonly ExportedFile[],
  options: BrowserContextOptions = {},
): Promise<SharedFolder> {
  const root = mkdtempSync(join(tmpdir(), 'mailout-shared-'));
  folders.push(root);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  browser ??= await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  open.push(() => context.close());
  const page = await context.newPage();
  const foreign: string[] = [];
  const home = pathToFileURL(root).href;
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  return {
    root,
    page,
    foreign,
    open: async (path) => {
      await page.goto(pathToFileURL(join(root, path)).href);
    },
    picture: async (name) => {
      const folder = process.env.MAILOUT_TEST_PICTURES;
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `export-${name}.png`), fullPage: true });
    },
  };
}
