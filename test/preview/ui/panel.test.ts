import { describe, expect, it } from 'vitest';
import { hasBrowser, sitDown } from './desk.js';

const key = 'monday-morning-mail-out/2021-03-22';
const choices = `issues/${key}/issue.md`;
const inTab = (tab: string) => `#/${key}?tab=${tab}`;

describe.skipIf(!hasBrowser)('beside an issue', () => {
  it('are its findings, which lead to the item, to the email and to the editor, and mend themselves', async () => {
    const { page, bench, project, deeds, trouble, picture } = await sitDown({ at: inTab('findings') });
    await expect.poll(() => page.locator('.panel').textContent()).toContain('Nothing found');
    await picture('panel-nothing');
    project.edit('issues/items/human-rights/yemen-aid.md', (text) =>
      text
        .replace('War has left', 'On Monday 23 March 2021 war  has left')
        .replace('www.wfp.org', 'www.wfp.org/?utm_source=x'),
    );
    await bench.refresh(key);
    const cards = page.locator('.finding');
    await expect.poll(() => cards.count()).toBeGreaterThan(0);
    await picture('panel-findings');
    const before = await cards.count();
    expect(await page.locator('.panel').textContent()).toContain('issues/items/human-rights/yemen-aid.md:');

    await page.keyboard.press('j');
    expect(await cards.first().evaluate((one) => one === document.activeElement)).toBe(true);
    await cards.first().getByRole('button', { name: 'Open in editor' }).click();
    await expect
      .poll(() => deeds.asked)
      .toContainEqual(['openEditor', 'issues/items/human-rights/yemen-aid.md', expect.any(Number)]);
    await cards.first().getByRole('button', { name: 'Show in the email' }).click();
    const frame = page.frames().find((one) => one.url().includes('/read/'));
    await expect.poll(() => frame?.evaluate(() => scrollY)).toBeGreaterThan(100);

    await page.getByRole('button', { name: 'Mend it' }).first().click();
    await expect.poll(() => cards.count(), { timeout: 10_000 }).toBeLessThan(before);
    expect(trouble).toEqual([]);
  });

  it('are its items, which are moved with the keyboard and by dragging, and written to issue.md', async () => {
    const { page, project, bench, trouble, picture } = await sitDown({ at: inTab('items') });
    // Of a section in which nothing is pinned.
    const section = page.locator('.items[data-section]:not(:has(.mark)):has(.item + .item)').first();
    const titles = async () => (await section.locator('h4').allTextContents()).map((one) => one.trim()).slice(0, 2);
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(1);
    const [first = '', second = ''] = await titles();
    const place = () =>
      bench
        .state()
        .issues.find((one) => one.key === key)
        ?.items.map(({ title }) => title) ?? [];
    const isBefore = (one: string, other: string) => place().indexOf(one) < place().indexOf(other);
    await picture('panel-items');
    const before = project.read(choices);
    const comments = before.match(/^\s*#.*$/gm) ?? [];

    await page.getByRole('button', { name: `Move “${first}” down` }).click();
    await expect.poll(titles).toEqual([second, first]);
    await expect.poll(() => project.read(choices)).not.toBe(before);
    for (const comment of comments) expect(project.read(choices)).toContain(comment);
    await expect.poll(() => isBefore(second, first), { timeout: 10_000 }).toBe(true);
    // Whoever moves by keyboard still has the item in hand.
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('[data-item]')?.querySelector('h4')?.textContent?.trim()),
      )
      .toBe(first);

    const grips = section.locator('.grip');
    const [from, to] = [await grips.nth(1).boundingBox(), await grips.nth(0).boundingBox()];
    await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 5, (to?.y ?? 0) - 2, { steps: 5 });
    await expect.poll(() => page.locator('.has-line-above').count()).toBe(1);
    await picture('panel-dragging');
    await page.mouse.up();
    await expect.poll(titles).toEqual([first, second]);
    await expect.poll(() => isBefore(first, second), { timeout: 10_000 }).toBe(true);
    expect(trouble).toEqual([]);
  });

  it('an item is pinned, left out, and taken back in from the pool', async () => {
    const { page, project, trouble, picture } = await sitDown({ at: inTab('items') });
    const item = page.locator('.item').last();
    const title = ((await item.locator('h4').textContent()) ?? '').trim();
    await item.getByRole('button', { name: 'Pin' }).click();
    await expect
      .poll(() => page.locator('.item', { hasText: title }).locator('.mark').count(), { timeout: 10_000 })
      .toBe(1);
    await page.locator('.item', { hasText: title }).getByRole('button', { name: 'Leave out' }).click();
    await expect.poll(() => page.locator('.item', { hasText: title }).count(), { timeout: 10_000 }).toBe(0);
    expect(project.read(choices)).toContain('leave-out:');

    await page.getByRole('tab', { name: 'Pool' }).click();
    await page.keyboard.press('/');
    await page.keyboard.type(title);
    await picture('panel-pool');
    await page.getByRole('button', { name: 'Take back in' }).click();
    await page.getByRole('tab', { name: 'Items' }).click();
    await expect.poll(() => page.locator('.item', { hasText: title }).count(), { timeout: 10_000 }).toBe(1);
    expect(trouble).toEqual([]);
  });

  it('is what it weighs, and what weighs most', async () => {
    const { page, picture, trouble } = await sitDown({ at: inTab('size') });
    expect(await page.locator('.panel').textContent()).toMatch(/\d+ KB of the \d+ KB/);
    expect(await page.locator('.shares li').count()).toBeGreaterThan(5);
    await picture('panel-size');
    expect(trouble).toEqual([]);
  });

  it('its subject is written there, and goes back to the pattern', async () => {
    const { page, project, picture, trouble } = await sitDown({ at: inTab('send') });
    const field = page.getByLabel('Subject');
    const before = await field.inputValue();
    await picture('panel-send');
    await field.fill('Yemen: three days left');
    await field.press('Enter');
    await expect.poll(() => project.read(choices)).toContain('Yemen: three days left');
    await expect.poll(() => page.locator('.notice').textContent()).toContain('The subject is saved.');
    const back = page.getByRole('button', { name: 'Back to the pattern' }).first();
    await back.click();
    await expect.poll(() => project.read(choices)).not.toContain('Yemen: three days left');
    await expect.poll(() => field.inputValue(), { timeout: 10_000 }).not.toBe('Yemen: three days left');
    expect(before).not.toBe('');
    expect(trouble).toEqual([]);
  });

  it('a proof and an approval are asked for once more, and done exactly as they were shown', async () => {
    const { page, deeds, picture, trouble } = await sitDown({ at: inTab('send') });
    await page.getByRole('button', { name: 'Send a proof …' }).click();
    await picture('proof-dialog');
    expect(await page.getByRole('dialog').textContent()).toContain('nobody else');
    await page.getByRole('button', { name: 'Send the proof' }).click();
    await expect.poll(() => deeds.asked).toContainEqual(['proof', 'monday-morning-mail-out', '2021-03-22', undefined]);
    await expect.poll(() => page.locator('.notice').textContent()).toContain('It is done.');

    await page.getByRole('button', { name: 'Approve …' }).click();
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('To 2,000 readers.');
    await picture('approval-dialog');
    await page.getByLabel('Your name').fill('Ada Lovelace');
    await page.getByRole('button', { name: 'Approve it' }).click();
    await expect
      .poll(() => deeds.asked)
      .toContainEqual(['approve', 'monday-morning-mail-out', '2021-03-22', 'abc123', 'Ada Lovelace']);

    deeds.isRefused = true;
    await page.getByRole('button', { name: 'Approve …' }).click();
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('The roster is missing.');
    expect(await page.getByRole('button', { name: 'Approve it' }).count()).toBe(0);
    // The refusal is an answer that the browser writes to its console.
    expect(trouble.filter((one) => !/409/.test(String(one)))).toEqual([]);
  });
});
