import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser, sitDown } from './desk.js';

const at = '#/monday-morning-mail-out/2021-03-22';
const item = 'issues/items/human-rights/yemen-aid.md';

/** The document of the email. */
function frameOf(page: Page) {
  const frame = page.frames().find((one) => one.url().includes('/read/'));
  if (!frame) throw new Error('There is no email.');
  return frame;
}

describe.skipIf(!hasBrowser)('an open issue', () => {
  it('is read at any width, enlarged, and in every look', async () => {
    const { page, trouble, picture } = await sitDown({ at });
    const frame = page.locator('.desk iframe');
    await expect.poll(() => frameOf(page).locator('h1').first().textContent()).toContain('Monday Morning');
    await picture('reader-light');
    for (const width of ['375', '320', '600']) {
      await page.getByRole('button', { name: width, exact: true }).click();
      await expect.poll(async () => Math.round((await frame.boundingBox())?.width ?? 0)).toBe(Number(width));
      await expect.poll(() => frameOf(page).evaluate(() => innerWidth)).toBe(Number(width));
    }
    await page.getByRole('separator').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Math.round((await frame.boundingBox())?.width ?? 0)).toBe(610);
    await page.keyboard.press('Home');
    await expect.poll(() => page.getByRole('separator').getAttribute('aria-valuenow')).toBe('280');
    await page.keyboard.press('w');
    await page.keyboard.press('z');
    // Twice as large in the same room: half the pixels for the layout.
    expect(await frameOf(page).evaluate(() => innerWidth)).toBe(300);
    await picture('reader-200');
    await page.keyboard.press('z');

    const paper = () => frameOf(page).evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByLabel('Look').selectOption('dark');
    await expect.poll(paper).not.toBe(light);
    await expect.poll(() => page.locator('.simulated').textContent()).toContain('Simulated');
    await picture('reader-dark');
    await page.getByLabel('Look').selectOption('inverted');
    // Light paper is turned as dark as dark paper: each of red, green and blue below the middle.
    await expect
      .poll(async () => Math.max(...((await paper()).match(/\d+/g) ?? ['255']).slice(0, 3).map(Number)))
      .toBeLessThan(128);
    await picture('reader-inverted');
    await page.getByLabel('Look').selectOption('no-images');
    await expect
      .poll(() => frameOf(page).evaluate(() => [...document.images].filter((one) => one.currentSrc !== '').length))
      .toBe(0);
    await picture('reader-no-pictures');
    expect(trouble).toEqual([]);
  });

  it('has its inbox, reading order, plain text and source', async () => {
    const { page, trouble, picture } = await sitDown({ at });
    for (const [key, words] of [
      ['2', 'Gmail'],
      ['3', 'Yemen: help stop the cut'],
      ['4', '====='],
      ['5', '<!doctype html>'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => page.locator('.viewed').textContent()).toContain(words);
      await picture(`reader-view-${key}`);
    }
    await page.keyboard.press('1');
    await expect.poll(() => page.locator('.desk iframe').count()).toBe(1);
    expect(trouble).toEqual([]);
  });

  it('is read as a persona, who is led to her own edition', async () => {
    const { page, bench, trouble } = await sitDown({ at });
    const persona = bench
      .state()
      .personas.find((one) => one.editions['monday-morning-mail-out/2021-03-22'] === 'wales');
    await page.getByLabel('Read as').selectOption(persona?.id ?? '');
    await expect.poll(() => page.getByLabel('Edition for').inputValue()).toBe('wales');
    await expect.poll(() => frameOf(page).locator('body').textContent()).not.toContain('[[first_name');
    await page.keyboard.press('p');
    await expect.poll(() => page.getByLabel('Read as').inputValue()).not.toBe(persona?.id);
    await page.keyboard.press('Shift+P');
    await expect.poll(() => page.getByLabel('Read as').inputValue()).toBe(persona?.id);
    await page.getByLabel('Read as').selectOption('');
    await page.keyboard.press(']');
    await expect.poll(() => page.url()).toContain('edition=');
    await page.getByRole('button', { name: 'Worst case' }).click();
    await expect.poll(() => page.url()).toMatch(/persona=|edition=/);
    expect(trouble).toEqual([]);
  });

  it('shows what is saved in place: scroll and selection stay', async () => {
    const { page, bench, project, trouble } = await sitDown({ at });
    const frame = frameOf(page);
    await expect.poll(() => frame.locator('h1').first().textContent()).toContain('Monday');
    const chosen = await frame.evaluate(() => {
      scrollTo(0, 700);
      const end = [...document.querySelectorAll('p')].at(-3);
      if (end) getSelection()?.selectAllChildren(end);
      return String(getSelection());
    });
    expect(chosen.length).toBeGreaterThan(10);
    project.edit(item, (text) => text.replace(/^title: .*/m, 'title: "Yemen: it was saved just now"'));
    await bench.refresh('monday-morning-mail-out/2021-03-22', [item]);
    await expect.poll(() => frame.locator('body').textContent()).toContain('it was saved just now');
    expect(await frame.evaluate(() => [scrollY, String(getSelection())])).toEqual([700, chosen]);
    expect(trouble).toEqual([]);
  });

  it('stays as it was where something is broken, with the finding above it', async () => {
    const { page, bench, project, picture } = await sitDown({ at });
    await expect.poll(() => frameOf(page).locator('h1').first().textContent()).toContain('Monday');
    project.edit('issues/monday-morning-mail-out/publication.yaml', (text) =>
      text.replace('every: week', 'every: weekend'),
    );
    await bench.refresh();
    await expect.poll(() => page.locator('.reader .stale').textContent()).toContain('publication.yaml:');
    expect(await page.locator('.reader .stale').textContent()).toContain('last good edition');
    expect(await frameOf(page).locator('body').textContent()).toContain('Yemen');
    await picture('reader-stale');
  });

  it('tells where a link leads instead of leading there', async () => {
    const { page, trouble } = await sitDown({ at });
    const frame = frameOf(page);
    await frame.locator('a[href^="https://"]').first().click();
    await expect.poll(() => page.locator('.leads-to').textContent()).toContain('https://');
    expect(frame.url()).toContain('/read/');
    expect(trouble).toEqual([]);
  });

  it('of print copy says where the copy is', async () => {
    const { page, bench, picture } = await sitDown();
    const copy = bench.state().issues.find(({ channel }) => channel === 'copy');
    await page.goto(`${page.url().split('#')[0]}#/${copy?.key}`);
    await expect.poll(() => page.locator('.reader').textContent()).toContain('printed and not mailed');
    await picture('reader-copy');
  });
});

describe.skipIf(!hasBrowser)('what an item or an edition has in it', () => {
  const hostile = `<script>parent.ran = 1; top.location = 'https://www.example.com/'</script>
<img src=x onerror="parent.ran = 2">
<form action="https://www.example.com/"><input name="a" autofocus onfocus="parent.ran = 3"><button id="go">Send</button></form>
<meta http-equiv="refresh" content="0; url=https://www.example.com/">
<svg onload="parent.ran = 4"><script>parent.ran = 5</script></svg>
<iframe srcdoc="<script>top.ran = 6</script>"></iframe>
<a id="go-there" href="javascript:parent.ran = 7" target="_top">Here</a>`;

  it.each(['in an item', 'in an edition itself'])('never runs, leads away or sends %s', async (where) => {
    const { page, bench, project } = await sitDown();
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('http://127.0.0.1')) outside.push(request.url());
    });
    if (where === 'in an item') {
      project.edit(item, (text) => `${text}\n\n${hostile}\n`);
      await bench.refresh();
    } else
      await page.route('**/read/**', async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replace('</body>', `${hostile}</body>`);
        await route.fulfill({ response: answer, body });
      });
    const before = page.url();
    await page.goto(`${before.split('#')[0]}${at}`);
    await expect.poll(() => frameOf(page).locator('body').textContent()).toContain('Yemen');
    const frame = frameOf(page);
    for (const id of ['#go', '#go-there'])
      if ((await frame.locator(id).count()) > 0) await frame.locator(id).click({ force: true });
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(frame.url()).toContain('/read/');
    expect(page.url()).toContain(at);
    expect(outside).toEqual([]);
  });
});
