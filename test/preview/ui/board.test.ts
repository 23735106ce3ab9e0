import { describe, expect, it } from 'vitest';
import { brokenIn } from '../../harness/axe.js';
import { hasBrowser, sitDown } from './desk.js';

const key = 'monday-morning-mail-out/2021-03-22';

describe.skipIf(!hasBrowser)('the board', () => {
  it('has a row for each issue and a card for each edition, as it looks now, and leads there', async () => {
    const { page, bench, trouble, picture } = await sitDown();
    await expect.poll(() => page.title()).toContain('mailout preview');
    const { issues } = bench.state();
    expect(await page.locator('.issue-row h2').allTextContents()).toEqual(issues.map(({ title }) => title));
    expect(await page.locator('.edition-card').count()).toBe(
      issues.reduce((sum, { editions }) => sum + Math.max(1, editions.length), 0),
    );
    await expect.poll(() => page.locator('.issue-row').first().textContent()).toContain('Nothing found');
    expect(await page.locator('.issue-row').first().textContent()).toContain('Monday 22 March 2021');
    expect(await page.locator('.issue-row').first().textContent()).toContain('Not approved yet');
    const thumbnail = page.frames().find((frame) => frame.url().includes(`${key}/wales.html`));
    await expect.poll(() => thumbnail?.locator('h1').first().textContent()).toContain('Monday Morning');
    await picture('board');
    await page.locator('.edition-card a', { hasText: 'Wales' }).first().click();
    await expect.poll(() => page.url()).toContain(`#/${key}?edition=wales`);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.issue-row').count()).toBe(issues.length);
    expect(trouble).toEqual([]);
  });

  it('says who approved an issue, and that it is another now', async () => {
    const { page, project, bench, picture } = await sitDown();
    const editions = bench.state().issues.find((one) => one.key === key)?.editions ?? [];
    const covers = editions.map(({ id, digest }) => `  "edition ${id}": "${digest}"`).join('\n');
    project.write(
      `issues/${key}/approvals/ada.yaml`,
      `by: "Ada"\nat: "2021-03-18T10:00:00.000Z"\nexpires: "2021-03-20T10:00:00.000Z"\ndigest: "${'0'.repeat(64)}"\nband: { from: 1, until: 9 }\ncovers:\n${covers}\n`,
    );
    await bench.refresh();
    const row = page.locator('.issue-row').first();
    await expect.poll(() => row.textContent()).toContain('Approved by Ada');
    project.edit('issues/items/human-rights/yemen-aid.md', (text) =>
      text.replace(/^title: .*/m, 'title: "Yemen again"'),
    );
    await bench.refresh();
    await expect.poll(() => row.textContent()).toContain('Changed since Ada approved it');
    await picture('board-changed');
  });

  it('tells of what belongs to no issue', async () => {
    const { page, project, bench, deeds } = await sitDown();
    project.write('issues/items/broken.md', '---\ntitle: [\n---\n');
    await bench.refresh();
    await expect.poll(() => page.locator('.of-the-workspace').textContent()).toContain('issues/items/broken.md');
    await page.getByRole('button', { name: 'Open in editor' }).first().click();
    await expect.poll(() => deeds.asked).toContainEqual(['openEditor', 'issues/items/broken.md', expect.any(Number)]);
  });
});

describe.skipIf(!hasBrowser)('everybody can use it', () => {
  const places = [
    '',
    `#/${key}`,
    `#/${key}?tab=items&view=inbox`,
    `#/${key}?tab=pool&view=order`,
    `#/${key}?tab=size&view=text`,
    `#/${key}?tab=send&view=source`,
    `#/${key}?edition=wales&against=everyone-else`,
    '#/educate/2021-05-04',
  ];

  it.each(['light', 'dark'] as const)(
    'by WCAG 2.2 AA, as far as axe-core can tell, in %s colours',
    async (colourScheme) => {
      const { page, bench, project, address, picture } = await sitDown({ colourScheme });
      project.edit('issues/items/human-rights/yemen-aid.md', (text) =>
        text.replace('War has left', 'On Monday 23 March 2021 war  has left'),
      );
      await bench.refresh();
      for (const place of places) {
        await page.goto(`${address}/${place}`);
        await page.waitForSelector(place === '' ? '.issue-row' : '.panel');
        await page.waitForTimeout(300);
        expect(await brokenIn(page), place).toEqual([]);
        await picture(`everybody-${colourScheme}-${places.indexOf(place)}`);
      }
      await page.keyboard.press('?');
      await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(true);
      expect(await brokenIn(page)).toEqual([]);
    },
  );

  it('on a phone, without anything that sticks out', async () => {
    const { page, address, picture } = await sitDown({ width: 320, height: 640 });
    for (const place of places) {
      await page.goto(`${address}/${place}`);
      await page.waitForSelector(place === '' ? '.issue-row' : '.panel');
      await page.waitForTimeout(300);
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide, place).toBeLessThanOrEqual(room ?? 0);
      await picture(`phone-${places.indexOf(place)}`);
    }
  });

  it('two editions are compared, with what differs marked and told', async () => {
    const { page, trouble, picture } = await sitDown({ at: `#/${key}?edition=wales` });
    await page.getByLabel('Compare with').selectOption('everyone-else');
    await expect.poll(() => page.locator('.compared summary').textContent()).toMatch(/differences?$/);
    expect(await page.locator('.differences').textContent()).toContain('Wales');
    const side = page.frames().find((frame) => frame.url().includes('side=one'));
    await expect.poll(() => side?.locator('ins.mo-compared').count()).toBeGreaterThan(0);
    await picture('compared');
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.locator('.desk iframe').count()).toBe(1);
    expect(trouble).toEqual([]);
  });
});
