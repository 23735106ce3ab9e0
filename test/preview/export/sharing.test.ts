import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { benchOf, exportOf, hasBrowser, share } from './shared-folder.js';

const issue = 'monday-morning-mail-out/2021-03-22';
const asLondon = `${issue}/london-or-north-west.london-iso.html`;
const asWritten = `${issue}/wales.html`;
const copy = 'educate/2021-05-04/copy.html';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sample = await (hasBrowser ? benchOf().then(exportOf) : []);

describe.skipIf(!hasBrowser)('the folder to share, opened by a colleague without a server and without scripts', () => {
  it('leads from the list of issues to an email and on to the next reader', async () => {
    const { page, open, foreign, picture } = await share(sample);
    await open('index.html');
    await picture('index');
    await page.getByRole('link', { name: 'An International Solidarity Officer in London' }).first().click();
    expect(page.url()).toContain(asLondon);
    await page.frameLocator('iframe.is-light').getByText('Good morning, Aisha.').waitFor();
    await picture('reading');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('heading', { level: 1, name: 'A District Secretary in Wales' }).waitFor();
    await page.frameLocator('iframe.is-light').getByText('Good morning, Gethin.').waitFor();
    await page.getByRole('link', { name: 'Previous' }).click();
    expect(page.url()).toContain(asLondon);
    await page.getByRole('link', { name: 'All issues' }).click();
    await page.getByRole('heading', { level: 1, name: 'The next issues' }).waitFor();
    expect(foreign).toEqual([]);
  });

  it('shows who it is from, what it is about, and where its links lead', async () => {
    const { page, open } = await share(sample);
    await open(asLondon);
    const inbox = page.getByRole('region', { name: 'In the inbox' });
    expect(await inbox.getByRole('definition').allInnerTexts()).toEqual([
      'EWU International',
      'Yemen: four days left to sign',
      'Two urgent actions, a letter for colleagues in Iraq, and dates before and after Easter.',
    ]);
    await page.getByText('The plain text of it').click();
    await page.locator('pre').getByText('Good morning, Aisha.').waitFor();
    await page.getByText('Where its links lead').click();
    const links = page.locator('.links a');
    expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual(
      expect.arrayContaining([
        'https://www.example.org/international/yemen-aid',
        'email/events/london-north-west-meeting.ics',
      ]),
    );
  });

  it('shows an email with its pictures, as wide as a phone and in dark colours, without any script', async () => {
    // The email is in the colours that are chosen, whatever those of the screen are.
    const { page, open, foreign, picture } = await share(sample, { colorScheme: 'dark' });
    await open('global-matters/2021-03-25/cy.welsh-reader.html');
    await page.getByText('Small phone').click();
    await page.getByText('Dark', { exact: true }).click();
    const email = page.frameLocator('iframe:visible');
    await email.locator('img').first().waitFor();
    const widths = () => email.locator('img').evaluateAll((all) => all.map((one) => Reflect.get(one, 'naturalWidth')));
    await expect.poll(widths).toEqual(Array(6).fill(1104));
    expect((await page.locator('iframe:visible').boundingBox())?.width).toBe(320);
    expect(await page.locator('iframe:visible').getAttribute('title')).toContain('dark');
    const paper = (frame: string) =>
      page
        .frameLocator(frame)
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
    expect([await paper('iframe.is-light'), await paper('iframe.is-dark')]).toEqual([
      'rgb(241, 238, 244)',
      'rgb(18, 16, 23)',
    ]);
    await picture('small-phone-dark');
    expect(foreign).toEqual([]);
  });

  it('leaves the email where it is when a link in it is clicked', async () => {
    const { page, open, foreign } = await share(sample);
    await open(asLondon);
    const link = page.frameLocator('iframe.is-light').locator('a[href^="https:"]').first();
    await link.click();
    await page.frameLocator('iframe.is-light').locator('a[href$=".ics"]').first().click();
    expect(await link.isVisible()).toBe(true);
    expect(page.context().pages()).toHaveLength(1);
    expect(foreign).toEqual([]);
  });

  it('says on every page that it is a draft, and over every email without being in the way', async () => {
    const { page, open } = await share(sample);
    for (const path of ['index.html', asLondon, asWritten, copy]) {
      await open(path);
      await page.getByRole('banner').getByText('Draft, not sent: for colleagues only').waitFor();
      expect(await page.title(), path).toMatch(/^Draft: /);
    }
    await open(asLondon);
    const over = await page
      .locator('.frames')
      .evaluate((frames) =>
        (({ backgroundImage, pointerEvents }) => ({ backgroundImage, pointerEvents }))(
          getComputedStyle(frames, '::after'),
        ),
      );
    expect(over.backgroundImage).toContain('DRAFT');
    expect(over.pointerEvents).toBe('none');
  });

  it.each(['light', 'dark'] as const)('can be read by everybody in %s colours', async (colorScheme) => {
    const { page, open, picture } = await share(sample, { javaScriptEnabled: true, colorScheme });
    for (const path of ['index.html', asLondon, asWritten, copy]) {
      await open(path);
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      await page.evaluate(axe);
      const broken = await page.evaluate(
        `axe.run(document, { iframes: false, rules: { 'target-size': { enabled: true } } })
          .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
      );
      expect(broken, path).toEqual([]);
      await picture(`${path.replaceAll('/', '-').replace('.html', '')}-${colorScheme}`);
    }
  });

  it('fits a phone', async () => {
    const { page, open, picture } = await share(sample, {
      viewport: { width: 320, height: 1600 },
      javaScriptEnabled: true,
      hasTouch: true,
    });
    for (const path of ['index.html', asLondon, copy]) {
      await open(path);
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320);
      await picture(`${path.replaceAll('/', '-').replace('.html', '')}-phone`);
    }
  });
});
