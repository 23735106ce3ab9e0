/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../harness/programs.js';
import { copyOfSample } from '../harness/project.js';

const executablePath = findProgram('chromium');

describe.skipIf(!executablePath)('the sample’s editions in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--no-first-run', ...quiet],
    });
  });
  afterAll(() => browser.close());

  it.each([600, 375, 320])('fit a window of %i pixels, in light and dark', async (width) => {
    const project = copyOfSample();
    await project.mailout('build --date 2021-03-22');
    const pages = project.list('out').filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      for (const path of pages) {
        await page.goto(`file://${project.root}/out/${path}`);
        const { wide, small } = await page.evaluate(() => {
          const shown = [...document.querySelectorAll('body *')].filter(
            (element) => element.getBoundingClientRect().height > 1,
          );
          const text = shown.filter((element) =>
            [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
          );
          return {
            wide: shown
              .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5)
              .map((element) => element.outerHTML.slice(0, 120)),
            small: text
              .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 14)
              .map((element) => element.outerHTML.slice(0, 120)),
          };
        });
        expect({ path, wide, small }).toEqual({ path, wide: [], small: [] });
      }
      await page.close();
    }
  });
});
