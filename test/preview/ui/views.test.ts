/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { issue } from '../../fakes/workbench.js';
import { hasBrowser } from './desk.js';
import { standUp, type ViewName } from './views-stand.js';

const [edition] = issue.editions;

/** What stands in a list, each entry as one text. */
const rows = (selector: string) =>
  `[...document.querySelectorAll('${selector}')].map((row) => [...row.children].map((part) => part.textContent).join(': '))`;

describe.skipIf(!hasBrowser)('the inbox', () => {
  it('says of each row what it is simulated from, and reads it out once though it shows it twice', async () => {
    const { page, show, trouble } = await standUp();
    await show('Inbox', { issue, edition, subject: 'Olives', preheader: 'And more' });
    for (const name of ['Gmail on the web', 'Outlook on a computer', 'Mail on an iPhone']) {
      const figure = page.getByRole('figure').filter({ hasText: name });
      expect(await figure.locator('.simulated').innerText()).toMatch(/^Simulated from /);
      expect(await figure.locator('.inbox-row').count()).toBe(2);
      expect(await figure.ariaSnapshot()).toMatch(/^(?:(?!And more)[\s\S])*And more(?:(?!And more)[\s\S])*$/);
    }
    expect(await page.locator('.inbox-losses').innerText()).toContain(
      'The subject is shown whole everywhere (6 characters).',
    );
    expect(trouble).toEqual([]);
  });

  it('says what the narrowest loses, and what is read first', async () => {
    const { page, show } = await standUp();
    await show('Inbox', { issue, edition, subject: `Olives ${'o'.repeat(50)}`, preheader: 'p'.repeat(60) });
    const losses = await page.locator('.inbox-losses p').allInnerTexts();
    expect(losses).toEqual([
      `Mail on an iPhone shows least of the subject: of 57 characters, 10 are lost, “…${'o'.repeat(10)}”.`,
      `Gmail on the web shows least of the preheader: of 60 characters, 11 are lost, “…${'p'.repeat(11)}”.`,
      `What every reader sees first is “The union”, then “Olives ${'o'.repeat(40)}…”.`,
    ]);
  });

  it('says what stands in for a preheader that is not there', async () => {
    const { page, show } = await standUp();
    await show('Inbox', { issue, edition, subject: 'Olives', preheader: '' });
    await page.getByText('inboxes show the first words of the email in its place').waitFor();
  });

  it('is as wide as a phone and no wider', async () => {
    const { page, show } = await standUp({ width: 320 });
    await show('Inbox', { issue, edition, subject: 's'.repeat(80), preheader: 'p'.repeat(150) });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});

describe.skipIf(!hasBrowser)('headings and reading order', () => {
  const email = (body: string, lang = 'en-GB') =>
    `<!doctype html><html lang="${lang}"><head><title>T</title><style>p{color:red}</style></head><body style="margin:0">${body}</body></html>`;

  it.each<{ readonly says: string; readonly body: string; readonly lang?: string; readonly heard: readonly string[] }>([
    {
      says: 'the hidden preheader as such, and not what hides in comments for Outlook',
      body: '<div role="article" aria-label="Olives"><div style="color:red;display: none">And more</div><!--[if mso]><p>Outlook</p><![endif]--><p>Dear Megan</p></div>',
      heard: ['Language: British English', 'Email: Olives', 'Hidden preheader: And more', 'Text: Dear Megan'],
    },
    {
      says: 'nothing of tables that lay out, and the size of those that do not',
      body: '<table role="presentation"><tr><td><p>One</p></td></tr></table><table><tr><th>Day</th><th>Town</th></tr><tr><td>Monday</td><td>Leeds</td></tr></table>',
      heard: [
        'Language: British English',
        'Text: One',
        'Table: 2 rows, 2 columns',
        'Text: Day',
        'Text: Town',
        'Text: Monday',
        'Text: Leeds',
      ],
    },
    {
      says: 'links by their words, and where there are none',
      body: '<p>Sign <a href="https://a.example">the petition</a> now.</p><p><a href="https://b.example">Write a letter</a></p><p><a href="https://c.example"></a></p>',
      heard: [
        'Language: British English',
        'Text: Sign the petition now.',
        'Link: the petition',
        'Link: Write a letter',
        'Link: No words: A listener hears its address and cannot tell where it leads.',
      ],
    },
    {
      says: 'pictures by their alternative texts, and where there are none',
      body: '<img src="a.png" alt="A march"><img src="b.png" alt=""><img src="c.png"><a href="https://a.example"><img src="d.png" alt="Our badge"></a>',
      heard: [
        'Language: British English',
        'Picture: A march',
        'Picture: Left out: marked as decoration',
        'Picture: No alternative text: A listener hears its file name or nothing.',
        'Link: Our badge',
      ],
    },
    {
      says: 'lists and quotations',
      body: '<ul><li>Bread</li><li>Olives and <a href="https://a.example">more</a></li></ul><blockquote><p>We won.</p></blockquote><p>After</p>',
      heard: [
        'Language: British English',
        'List: 2 entries',
        'List entry: Bread',
        'List entry: Olives and more',
        'Link: more',
        'Quotation: Begins here',
        'Text: We won.',
        'Text: After',
      ],
    },
    {
      says: 'when the language changes, and back',
      body: '<p>Hello</p><p lang="cy">Bore da</p><p lang="en">Again</p><p>We say <span lang="cy">hiraeth</span> here.</p>',
      heard: [
        'Language: British English',
        'Text: Hello',
        'Language: From here in Welsh',
        'Text: Bore da',
        'Language: From here in English',
        'Text: Again',
        'Text: We say hiraeth here.',
        'Language: Some words are in Welsh',
      ],
    },
    {
      says: 'that the language is not said',
      body: '<p>Hello</p>',
      lang: '',
      heard: ['Language: Not said: A screen reader has to guess how to pronounce it.', 'Text: Hello'],
    },
    {
      says: 'words about style and tags as they are written',
      body: '<p>Write &lt;p style=x&gt; or <b title=" style=y">bold</b></p>',
      heard: ['Language: British English', 'Text: Write <p style=x> or bold'],
    },
  ])('says $says', async ({ body, lang, heard }) => {
    const { page, show, trouble } = await standUp();
    await show('Order', { html: email(body, lang) });
    expect(await page.evaluate(rows('.heard li'))).toEqual(heard);
    expect(trouble).toEqual([]);
  });

  it('flag headings that skip, are empty or are not the first', async () => {
    const { page, show } = await standUp();
    await show('Order', { html: email('<h2>In this issue</h2><h4>Yemen</h4><h1>A</h1><h1></h1>') });
    expect(await page.evaluate(rows('.outline li'))).toEqual([
      'Level 2: In this issue',
      'Level 4: Yemen: It jumps from level 2 to level 4.',
      'Level 1: A',
      'Level 1: : There are no words in it.',
    ]);
    expect(await page.locator('.order-part').first().locator('.view-note').innerText()).toBe(
      'The first heading is not of level 1. 2 headings are of level 1; there should be one. 2 headings have something wrong.',
    );
  });

  it('say that there are none', async () => {
    const { page, show } = await standUp();
    await show('Order', { html: email('<p>Hello</p>') });
    await page.getByText('There are no headings').waitFor();
  });
});

describe.skipIf(!hasBrowser)('the plain text', () => {
  it('marks long lines, makes no address a link and keeps its spaces', async () => {
    const { page, show, picture } = await standUp();
    const address = `https://example.org/${'a'.repeat(70)}`;
    await show('PlainText', { text: `Olives\n======\n\n  ${'x'.repeat(76)}\n${address}\n` });
    await picture('plain-text');
    expect(await page.locator('.view-note').innerText()).toBe(
      '5 lines. 1 line is longer than 78 characters: they are marked, and some programs break them where they like.',
    );
    expect(await page.locator('.plain-line.is-long').allTextContents()).toEqual([`Long line: ${address}\n`]);
    expect(await page.locator('a').count()).toBe(0);
    const lines = await page.locator('.plain-line').evaluateAll((all) => all.map((line) => line.clientHeight));
    // A line of 78 stays one line.
    expect(lines[3]).toBe(lines[0]);
  });

  it('is as wide as a phone and no wider', async () => {
    const { page, show } = await standUp({ width: 320 });
    await show('PlainText', { text: `${'x'.repeat(200)}\n` });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});

describe.skipIf(!hasBrowser)('the source', () => {
  const html = `<p>Olives</p>\n${'<p>filler</p>\n'.repeat(200)}<p>olives again</p>\n<p>OLIVES</p>`;

  it('is searched with the keyboard, round and round', async () => {
    const { page, show } = await standUp();
    await show('Source', { html });
    const search = page.getByRole('searchbox', { name: 'Search in the source' });
    const found = page.getByRole('status').first();
    const current = page.locator('mark.is-current');
    await search.fill('olives');
    await expect.poll(() => found.innerText()).toBe('1 of 3');
    await search.press('Enter');
    expect(await current.innerText()).toBe('olives');
    const { top, bottom, bar, height } = await current.evaluate((mark) => ({
      top: mark.getBoundingClientRect().top,
      bottom: mark.getBoundingClientRect().bottom,
      bar: document.querySelector('.source-bar')?.getBoundingClientRect().bottom ?? 0,
      height: innerHeight,
    }));
    expect(top).toBeGreaterThan(bar);
    expect(bottom).toBeLessThan(height);
    await search.press('Enter');
    await search.press('Enter');
    await expect.poll(() => found.innerText()).toBe('1 of 3');
    await search.press('Shift+Enter');
    await expect.poll(() => current.innerText()).toBe('OLIVES');
    await search.fill('figs');
    await expect.poll(() => found.innerText()).toBe('Not found');
    await expect.poll(() => page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
  });

  it('takes what is searched for as it is written', async () => {
    const { page, show } = await standUp();
    await show('Source', { html: 'İstanbul (1.5)? [[first_name]] c:\\d $^{}|*+' });
    for (const query of ['(1.5)?', '[[FIRST_NAME]]', 'c:\\d', '$^{}|*+']) {
      await page.getByRole('searchbox').fill(query);
      expect((await page.locator('mark').allTextContents()).map((words) => words.toUpperCase())).toEqual([
        query.toUpperCase(),
      ]);
    }
  });

  it('keeps its place and what is searched for when the edition changes', async () => {
    const { page, show } = await standUp();
    await show('Source', { html });
    await page.getByRole('searchbox').fill('olives');
    await page.getByRole('searchbox').press('Enter');
    await page.evaluate('scrollTo(0, 700)');
    const at = await page.evaluate('scrollY');
    await show('Source', { html: `${html}\n<p>And olives</p>` });
    expect(await page.getByRole('status').first().innerText()).toBe('2 of 4');
    expect(await page.evaluate('scrollY')).toBe(at);
    expect(await page.locator('mark.is-current').innerText()).toBe('olives');
  });

  it('is copied as it is', async () => {
    const { page, show } = await standUp();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await show('Source', { html });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(html);
  });

  it('says how to copy where the browser does not let the page', async () => {
    const { page, show } = await standUp();
    await page.addInitScript('delete Navigator.prototype.clipboard');
    await page.reload();
    await page.waitForFunction('globalThis.show');
    await show('Source', { html });
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('select the source and copy it yourself').waitFor();
  });

  it('searches 100 KB while one types', async () => {
    const { page, show } = await standUp();
    await show('Source', { html: `<p>${'Olives and more '.repeat(10)}</p>\n`.repeat(620) });
    const took = await page.evaluate(`new Promise((done) => {
      const box = document.querySelector('input');
      const start = performance.now();
      box.value = 'e';
      box.dispatchEvent(new Event('input', { bubbles: true }));
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    })`);
    expect(await page.getByRole('status').first().innerText()).toBe('1 of more than 2000');

    expect(took).toBeLessThan(1000);
  });
});

describe.skipIf(!hasBrowser)('every view', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const html =
    '<html><body><h1>Olives</h1><h3>Bread</h3><img src="a.png"><p>Olives <a href="https://a.example">more</a></p>';
  const shown: readonly (readonly [ViewName, Readonly<Record<string, unknown>>])[] = [
    ['Inbox', { issue, edition, subject: 's'.repeat(80), preheader: 'p'.repeat(150) }],
    ['Order', { html }],
    ['PlainText', { text: `Olives\n${'x'.repeat(90)}\n` }],
    ['Source', { html }],
  ];

  it.each(['light', 'dark'] as const)('can be read by everybody in %s colours', async (colourScheme) => {
    const { page, show } = await standUp({ colourScheme });
    await page.evaluate(axe);
    for (const [view, props] of shown) {
      await show(view, props);
      if (view === 'Source') await page.getByRole('searchbox').fill('olives');
      const broken = await page.evaluate(`axe.run(document, {
        rules: { 'page-has-heading-one': { enabled: false } },
      }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
      expect(broken, view).toEqual([]);
    }
  });
});
