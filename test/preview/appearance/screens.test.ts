import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dressed } from '../../../src/preview/appearance/dressed.js';
import { findProgram } from '../../harness/programs.js';

const program = findProgram('chromium');
const golden = new URL('../../golden/', import.meta.url);
const editions = readdirSync(golden).filter((name) => name.endsWith('.html'));
const read = (name: string) => readFileSync(new URL(name, golden), 'utf8');

/** A picture that is red all over. */
const red =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="9" height="9"%3E%3Cpath fill="%23c00" d="M0 0h9v9H0z"/%3E%3C/svg%3E';

let browser: Browser | undefined;
let open: Page | undefined;
let asked: string[] = [];
beforeAll(async () => {
  if (program === undefined) return;
  browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  open = await browser.newPage();
  await open.route('**/*', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
});
afterAll(() => browser?.close());

/** Shows HTML on a light or a dark screen. Whatever it asks for is noted and refused. */
async function look(html: string, screen: 'light' | 'dark'): Promise<Page> {
  if (!open) throw new Error('There is no browser.');
  asked = [];
  await open.setViewportSize({ width: 640, height: 1200 });
  await open.emulateMedia({ colorScheme: screen });
  await open.setContent(html);
  return open;
}

/** The colours of everything, and how it is drawn. */
function coloursOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*'), document.body].map((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
      return `${element.tagName} ${color} ${backgroundColor} ${borderTopColor}`;
    }),
  );
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.MAILOUT_TEST_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe.skipIf(program === undefined)('in Chromium', () => {
  it.each(editions)('%s is light or dark as it would be on such a screen, whatever the screen is', async (name) => {
    const html = read(name);
    const coloursOn = async (text: string, screen: 'light' | 'dark') => coloursOf(await look(text, screen));
    const really = { light: await coloursOn(html, 'light'), dark: await coloursOn(html, 'dark') };
    expect(really.light).not.toEqual(really.dark);
    expect(await coloursOn(dressed(html, { appearance: 'light', images: 'local' }), 'dark')).toEqual(really.light);
    expect(await coloursOn(dressed(html, { appearance: 'dark', images: 'local' }), 'light')).toEqual(really.dark);
  });

  it('turned round, paper is dark, words are light and pictures are as they were', async () => {
    const html = read('2021-e-bulletin-wales.html').replaceAll(/src="images\/[^"]*"/g, `src='${red}'`);
    for (const screen of ['light', 'dark'] as const) {
      const page = await look(dressed(html, { appearance: 'inverted', images: 'local' }), screen);
      await picture(page, `inverted-on-${screen}`);
      expect(Math.max(...(await pixel(page, 30, 600)))).toBeLessThan(64);
      const image = await page.locator('img').first().boundingBox();
      if (!image) throw new Error('There is no picture.');
      expect(await pixel(page, image.x + image.width / 2, image.y + image.height / 2)).toEqual([0xcc, 0, 0]);
    }
  });

  it.each(['light', 'no-images'] as const)('in %s, nothing is asked for that is not to be', async (appearance) => {
    const pictures = ['https://example.org/1.png', '//example.org/2.png', '&#104;ttps://example.org/3.png']
      .map((src) => `<img src="${src}" srcset="${src} 1x" alt="A tree"><table background="${src}"><tr><td>x</table>`)
      .join('');
    const styled =
      '<p style="background:url(https://example.org/4.png)">x</p><style>b{background:url(//example.org/5.png)}</style><b>x</b>';
    const html = `<!doctype html><html><head><base href="https://mailout.test/"></head><body>${pictures}${styled}</body></html>`;
    await look(html, 'light');
    expect(asked).not.toEqual([]);
    const page = await look(dressed(html, { appearance, images: 'local' }), 'light');
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
  });

  it('without pictures, their words stand in their room', async () => {
    const html = dressed(read('2021-e-bulletin-wales.html'), { appearance: 'no-images', images: 'local' });
    const page = await look(html, 'light');
    await picture(page, 'no-images');
    const room = await page.locator('img').first().boundingBox();
    expect([room?.width, room?.height]).toEqual([552, 311]);
    await page.setViewportSize({ width: 375, height: 800 });
    const narrow = await page.locator('img').first().boundingBox();
    expect(narrow?.width).toBeLessThan(340);
    expect((narrow?.height ?? 0) / (narrow?.width ?? 1)).toBeCloseTo(311 / 552, 1);
  });
});

/** The colour that a place of the page has on the screen. */
async function pixel(page: Page, x: number, y: number): Promise<readonly number[]> {
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return [...(await sharp(shot).removeAlpha().raw().toBuffer())];
}
