import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { type BrowserContext, type CDPSession, chromium, type Page, type Route } from 'playwright-core';
import type { Look, Question } from './browser/in-page.js';
import { findProgram } from './programs.js';

/** A way in which an email is read. */
export type Appearance = {
  readonly name: string;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly colourScheme: 'light' | 'dark';
  /** 2 for a page at 200 %: the same window has half as many CSS pixels, and each is twice as large. */
  readonly zoom?: 1 | 2;
  /** Whether the client shows pictures. It does if absent. */
  readonly images?: boolean;
  /** Whether axe looks too. It takes longer than all else, and sees little more in another width. */
  readonly audited?: boolean;
};

export const appearances: readonly Appearance[] = [
  { name: 'light-600', width: 600, colourScheme: 'light', audited: true },
  { name: 'dark-600', width: 600, colourScheme: 'dark', audited: true },
  { name: 'light-375', width: 375, colourScheme: 'light' },
  { name: 'dark-375', width: 375, colourScheme: 'dark' },
  { name: 'light-320', width: 320, colourScheme: 'light' },
  // A window of 600 pixels at 200 %: WCAG 2.2, 1.4.4 and 1.4.10.
  { name: 'zoom-200', width: 300, colourScheme: 'light', zoom: 2 },
  { name: 'images-off', width: 600, colourScheme: 'light', images: false },
];

export type Reader = {
  /** What is wrong with an HTML file as it appears. */
  readonly look: (file: string, appearance: Appearance) => Promise<Look>;
  /**
   * Writes a picture of the whole page for a person to look at, `<name>-<appearance>.png`, into the folder that
   * MAILOUT_TEST_PICTURES names; nothing if it names none. `name` is "<design>-<language>-<variant>".
   */
  readonly screenshot: (file: string, appearance: Appearance, name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const program = findProgram('chromium');

/** Without a Chromium, tests that read in one skip. */
export const hasBrowser = program !== undefined;

/** A page in which files are shown one after the other, the means to give it a size, and the HTML that is in it. */
type Desk = { readonly page: Page; readonly session: CDPSession; html: string | undefined };

/**
 * A Chromium for all that a test file looks at, one file at a time. Nothing is fetched: a picture from the web is a grey
 * box, unless `pictureOf` knows the path of the file for its address.
 */
export async function openBrowser(
  pictureOf: (address: string) => string | undefined = () => undefined,
): Promise<Reader> {
  const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const browser = await chromium.launch({
    executablePath: program ?? '',
    args: ['--no-sandbox', '--no-first-run', ...quiet],
  });
  const judge = bundleOf('./browser/in-page.ts');
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const desks = new Map<boolean, Desk>();

  const openDesk = async (images: boolean): Promise<Desk> => {
    const context = await browser.newContext();
    await context.addInitScript(judge);
    await answerFor(context, images ? pictureOf : undefined);
    const page = await context.newPage();
    return { page, session: await context.newCDPSession(page), html: undefined };
  };

  const show = async (file: string, appearance: Appearance): Promise<Desk> => {
    const { width, colourScheme, zoom: deviceScaleFactor = 1, images = true } = appearance;
    const html = readFileSync(file, 'utf8');
    // Without a picture in it, a page is the same for a client that shows none.
    const isDrawn = images || !html.includes('<img');
    const desk = desks.get(isDrawn) ?? (await openDesk(isDrawn));
    desks.set(isDrawn, desk);
    const size = { width, height: 800, deviceScaleFactor, mobile: false };
    await desk.session.send('Emulation.setDeviceMetricsOverride', size);
    await desk.page.emulateMedia({ colorScheme: colourScheme });
    if (desk.html !== html) await desk.page.goto(pathToFileURL(file).href);
    desk.html = html;
    return desk;
  };

  return {
    look: async (file, appearance) => {
      const { page } = await show(file, appearance);
      if (appearance.audited && !(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
      const { colourScheme, images = true, audited = false } = appearance;
      const question: Question = { colourScheme, images, audited };
      return page.evaluate<Look>(`judge.look(${JSON.stringify(question)})`);
    },
    screenshot: async (file, appearance, name) => {
      const folder = process.env.MAILOUT_TEST_PICTURES;
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      const { session } = await show(file, appearance);
      const { cssContentSize } = await session.send('Page.getLayoutMetrics');
      const clip = { ...cssContentSize, scale: 1 };
      const { data } = await session.send('Page.captureScreenshot', { captureBeyondViewport: true, clip });
      writeFileSync(join(folder, `${name}-${appearance.name}.png`), data, 'base64');
    },
    close: () => browser.close(),
  };
}

/** A module with all that it imports, as one script. */
function bundleOf(module: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(module, import.meta.url))],
    bundle: true,
    format: 'iife',
    write: false,
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

const greyBox =
  '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><path fill="#8c8c8c" d="M0 0h2v1H0z"/></svg>';

/** Answers all requests of pages but those for the pages: with pictures if `pictureOf` is there, or not at all. */
async function answerFor(context: BrowserContext, pictureOf: ((address: string) => string | undefined) | undefined) {
  await context.route(/./, (route: Route) => {
    const request = route.request();
    if (request.resourceType() === 'document') return route.continue();
    if (request.resourceType() !== 'image' || !pictureOf) return route.abort();
    const path = pictureOf(request.url());
    if (path !== undefined) return route.fulfill({ path });
    if (request.url().startsWith('file:')) return route.continue();
    return route.fulfill({ contentType: 'image/svg+xml', body: greyBox });
  });
}
