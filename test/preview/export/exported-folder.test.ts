import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportPreview } from '../../../src/flows/preview/export-preview.js';
import { escapedHtml } from '../../../src/preview/export/escaped-html.js';
import { type ExportedFile, exportedFolder } from '../../../src/preview/export/exported-folder.js';
import { fakeWorkbench, read } from '../../fakes/workbench.js';
import { brokenIn } from '../../harness/axe.js';
import { findProgram } from '../../harness/programs.js';
import { copyOfSample } from '../../harness/project.js';

function exported(change: (bench: ReturnType<typeof fakeWorkbench>) => void = () => {}): readonly ExportedFile[] {
  const bench = fakeWorkbench();
  change(bench);
  return exportedFolder({
    state: bench.state(),
    edition: bench.edition,
    attachments: () => new Map([['images/a.png', new Uint8Array([1])]]),
    dressed: (html) => html,
    made: '2027-03-17T12:00:00Z',
  });
}

const textOf = (files: readonly ExportedFile[], path: string) =>
  String(files.find((file) => file.path === path)?.content);

it('has a page for an edition as it is written and as each persona reads it, and its text', () => {
  const files = exported();
  expect(files.map(({ path }) => path)).toEqual([
    'index.html',
    'style.css',
    'weekly-2027-03-22/edition/images/a.png',
    'weekly-2027-03-22/edition/wales-as-megan.html',
    'weekly-2027-03-22/edition/wales.html',
    'weekly-2027-03-22/wales-as-megan.html',
    'weekly-2027-03-22/wales-as-megan.txt',
    'weekly-2027-03-22/wales.html',
    'weekly-2027-03-22/wales.txt',
  ]);
  expect(textOf(files, 'weekly-2027-03-22/edition/wales-as-megan.html')).toContain('Dear Megan');
  expect(textOf(files, 'weekly-2027-03-22/wales.html')).toContain('The link leads nowhere.');
  expect(exported()).toEqual(files);
});

it('says on every page that it is a draft, and nobody’s address on any', () => {
  for (const { path, content } of exported()) {
    if (!path.endsWith('.html')) continue;
    expect(String(content), path).toMatch(/draft/i);
    expect(String(content), path).toContain('noindex');
    expect(String(content), path).not.toContain('office@example.org');
    expect(String(content), path).not.toContain('news@example.org');
  }
});

it('takes words as words, whatever is in them', () => {
  const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
  const files = exported((bench) => {
    const [issue] = bench.shown.issues;
    if (!issue) return;
    const finding = { ...issue.findings[0], words: hostile, fix: hostile } as (typeof issue.findings)[number];
    bench.shown = {
      ...bench.shown,
      organisation: hostile,
      issues: [{ ...issue, title: hostile, label: hostile, findings: [finding] }],
      personas: [{ id: 'megan', title: hostile, about: hostile, editions: { [issue.key]: 'wales' } }],
    };
    bench.editions.set(`${issue.key}/wales`, { ...read('words'), subject: hostile, preheader: hostile, text: hostile });
  });
  for (const { path, content } of files)
    if (path.endsWith('.html')) expect(String(content), path).not.toMatch(/<script|<img src=x/);
});

it('escapes every letter that means something in HTML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const html = escapedHtml(words);
      expect(html).not.toMatch(/[<>"']/);
      const back = html.replaceAll(
        /&(amp|lt|gt|quot|#39);/g,
        (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
      );
      expect(back).toBe(words);
    }),
  );
});

const program = findProgram('chromium');

describe.skipIf(!program)('opened from a disk, without scripts', () => {
  let browser: Browser;
  let folder: string;
  const outside: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program ?? '', args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(async () => {
    await browser.close();
  });

  async function open(
    path: string,
    look: { readonly width?: number; readonly colorScheme?: 'light' | 'dark' } = {},
  ): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: look.width ?? 1280, height: 900 },
      colorScheme: look.colorScheme ?? 'light',
    });
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) outside.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, path)).href);
    return page;
  }

  async function shoot(page: Page, name: string): Promise<void> {
    const pictures = process.env.MAILOUT_TEST_PICTURES;
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  it('the sample is read from page to page, and asks for nothing from elsewhere', async () => {
    const { root } = copyOfSample();
    folder = join(root, 'shared');
    const { files } = await exportPreview({ folder, date: '2021-03-18' }, { root, now: () => '2021-03-18T12:00:00Z' });
    expect(files).toBeGreaterThan(20);

    const index = await open('index.html');
    await shoot(index, 'export-index');
    await index
      .getByRole('link', { name: /Wales, with merge fields/ })
      .first()
      .click();
    expect(await index.title()).toContain('Wales');
    await shoot(index, 'export-page');
    const frame = index.frames().find((one) => one.url().includes('/edition/'));
    expect(await frame?.locator('body').textContent()).toContain('Yemen');
    await index.getByRole('link', { name: 'After →' }).click();
    await shoot(await open('index.html', { width: 375, colorScheme: 'dark' }), 'export-phone-dark');

    // Every link and every frame leads to a file that is there.
    const pages = [resolve(folder, 'index.html')];
    const seen = new Set(pages);
    for (const page of pages) {
      for (const [, address = ''] of readFileSync(page, 'utf8').matchAll(/(?:href|src)="([^"]+)"/g)) {
        const target = resolve(dirname(page), address);
        expect(existsSync(target), `${page} → ${address}`).toBe(true);
        if (seen.has(target) || !target.endsWith('.html') || target.includes('/edition/')) continue;
        seen.add(target);
        pages.push(target);
      }
    }
    expect(pages.length).toBeGreaterThan(8);
    expect(outside).toEqual([]);
    for (const page of pages) expect(readFileSync(page, 'utf8')).not.toContain(root);

    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      for (const path of [pages[0], pages[1]]) {
        await page.goto(pathToFileURL(path ?? '').href);
        expect(await brokenIn(page)).toEqual([]);
      }
      await context.close();
    }
  });
});
