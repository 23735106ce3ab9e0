import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path/posix';
import { findAll, textContent } from 'domutils';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { LiveWorkbench } from '../../../src/model/workbench.js';
import type { ExportedFile } from '../../../src/preview/export/exported-folder.js';
import { style } from '../../../src/preview/export/style.js';
import { fakeWorkbench, finding, issue, read } from '../../fakes/workbench.js';
import { copyOfSample } from '../../harness/project.js';
import { benchOf, exportOf, hasBrowser, share } from './shared-folder.js';

const asMegan = `${issue.key}/wales.megan.html`;

describe('the folder to share', () => {
  it('has a page for everybody who is made up, and one with the merge fields as written', () => {
    expect(exportOf(fakeWorkbench()).map(({ path }) => path)).toEqual([
      'index.html',
      'style.css',
      asMegan,
      `${issue.key}/wales.html`,
      `${issue.key}/email/wales.megan.light.html`,
      `${issue.key}/email/wales.megan.dark.html`,
      `${issue.key}/email/wales.light.html`,
      `${issue.key}/email/wales.dark.html`,
    ]);
  });

  it('keeps an email once that several personas read alike', () => {
    const bench = fakeWorkbench();
    const [megan] = bench.shown.personas;
    bench.shown = {
      ...bench.shown,
      personas: [...bench.shown.personas, { ...megan, id: 'ann', title: 'Ann', editions: { [issue.key]: 'wales' } }],
    };
    bench.editions.set(`${issue.key}/wales@ann`, read('Dear Megan'));
    const files = exportOf(bench);
    expect(files.filter(({ content }) => String(content).includes('<p>Dear Megan</p>'))).toHaveLength(2);
    expect(pageOf(files, `${issue.key}/wales.ann.html`)).toContain('src="email/wales.megan.light.html"');
  });

  it('leads nowhere that is not there', async () => {
    const files = exportOf(await benchOf());
    const paths = new Set(files.map(({ path }) => path));
    const addresses = pages(files).flatMap(({ path, content }) =>
      addressesIn(content).map((address) => ({ path, address })),
    );
    const own = addresses.filter(({ address }) => !address.startsWith('https://'));
    expect(own.length).toBeGreaterThan(200);
    for (const { path, address } of own) {
      const [file = '', fragment] = address.split('#');
      expect(paths, `${address} of ${path}`).toContain(file === '' ? path : join(dirname(path), file));
      if (fragment) expect(pageOf(files, path)).toContain(`id="${fragment}"`);
    }
  });

  it('is the same to the byte when it is made again', async () => {
    const project = copyOfSample();
    const [one, other] = [exportOf(await benchOf(project)), exportOf(await benchOf(copyOfSample()))];
    expect(other).toEqual(one);
    expect(pages(one).filter(({ content }) => content.includes(project.root))).toEqual([]);
  });

  it('has nobody’s address but what an email itself prints, not even that of the sender', () => {
    const bench = fakeWorkbench();
    const words = 'Nobody answers at jo.jones@example.org.';
    const place = { file: 'audiences/testers.yaml', line: 3, column: 1 };
    const about = {
      ...finding,
      words,
      fix: 'Ask <ann@example.org>, or bill@example.org',
      place,
      line: '- jo.jones@example.org',
    };
    const quoted = { ...finding, line: 'Write to o’neill@example.org, please' };
    bench.shown = { ...bench.shown, findings: [about], issues: [{ ...issue, findings: [about, quoted] }] };
    for (const { path, content } of pages(exportOf(bench))) expect(content, path).not.toContain('@');
    const page = pageOf(exportOf(bench), asMegan);
    expect(page).toContain('Nobody answers at [an address].');
    expect(page).toContain('Write to [an address], please');
  });

  it('says what was found, the worst first, with where and what to do', () => {
    const bench = fakeWorkbench();
    const error = { ...finding, severity: 'error' as const, words: 'The picture is gone.', fix: 'Put it back.' };
    bench.shown = { ...bench.shown, issues: [{ ...issue, findings: [finding, error] }] };
    const files = exportOf(bench);
    const [, found] = wordsOf(pageOf(files, asMegan)).split('What was found in this issue');
    expect(found?.split('A union. Made on')[0]?.trim()).toBe(
      '1 error, 1 warning. Error The picture is gone. Put it back. issues/items/olive-harvest.md, line 7 Warning The link leads nowhere. issues/items/olive-harvest.md, line 7',
    );
    expect(wordsOf(pageOf(files, 'index.html'))).toContain('Found1 error, 1 warning');
    expect(wordsOf(pageOf(files, 'index.html'))).toContain('There is little to say this week.');
  });

  it('asks search engines to leave it alone, and lets no script run in any of its files', () => {
    const all = exportOf(fakeWorkbench()).filter(({ path }) => path.endsWith('.html'));
    for (const { path, content } of all) {
      const head = String(content).slice(0, String(content).indexOf('<title'));
      expect(head, path).toContain('<meta name="robots" content="noindex, nofollow">');
      expect(head, path).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none';`);
      expect(head, path).not.toMatch(/script-src|https?:/);
    }
  });

  it('shows words as they are written, whatever is in them', () => {
    const plain = exportOf(benchSaying(() => 'x'));
    fc.assert(
      fc.property(fc.record(Object.fromEntries(spots.map((spot) => [spot, hostileText]))), (texts) => {
        const files = exportOf(benchSaying((spot) => texts[spot] ?? ''));
        for (const { path, content } of pages(files)) {
          expect(tagsIn(content), path).toEqual(tagsIn(pageOf(plain, path)));
        }
        const shown = wordsOf(pageOf(files, asMegan));
        for (const spot of spots) {
          const page = spot === 'organisation' || spot === 'readers' ? wordsOf(pageOf(files, 'index.html')) : shown;
          expect(page).toContain(squeezed(texts[spot] ?? ''));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('looks like the workbench, in the same colours, type and spaces', () => {
    const base = readFileSync(new URL('../../../src/preview/ui/styles/base.css', import.meta.url), 'utf8');
    const tokens = [...base.slice(0, base.indexOf('}')).matchAll(/^ {2}--(?!good)[a-z0-9-]+: .*;$/gm)].map(
      ([line]) => line,
    );
    expect(tokens.length).toBeGreaterThan(20);
    expect(tokens.filter((token) => !style.includes(token))).toEqual([]);
  });

  it('shows printed copy as prose, with the Word document beside it', () => {
    const bench = fakeWorkbench();
    bench.shown = { ...bench.shown, issues: [{ ...issue, channel: 'copy', editions: [] }] };
    const copy =
      '# Olives\n\n## News\n\n*Ripe* <script>a()</script> [here](https://a.example), [not here](javascript:a())\n';
    bench.attached.set(`${issue.key}/copy.md`, Buffer.from(copy));
    bench.attached.set(`${issue.key}/copy.docx`, Buffer.from('a document'));
    const files = exportOf(bench);
    expect(files.map(({ path }) => path)).toEqual([
      'index.html',
      'style.css',
      `${issue.key}/copy.html`,
      `${issue.key}/copy.docx`,
    ]);
    expect(addressesIn(pageOf(files, 'index.html'))).toContain(`${issue.key}/copy.html`);
    const page = pageOf(files, `${issue.key}/copy.html`);
    expect(page).toContain(
      '<h2>Olives</h2>\n<h3>News</h3>\n<p dir="auto"><em>Ripe</em> &lt;script&gt;a()&lt;/script&gt;',
    );
    expect(addressesIn(page)).toEqual([
      '../../style.css',
      '#main',
      '../../index.html',
      'copy.docx',
      'https://a.example',
    ]);
  });

  it('says so where there is nothing to read', () => {
    const bench = fakeWorkbench();
    bench.shown = { ...bench.shown, personas: [], issues: [{ ...issue, editions: [], isStale: true }] };
    const index = wordsOf(pageOf(exportOf(bench), 'index.html'));
    expect(index).toContain('There is no edition to read yet.');
    expect(index).toContain('Something in it is broken, so this is how it was before.');
    bench.shown = { ...bench.shown, issues: [] };
    expect(wordsOf(pageOf(exportOf(bench), 'index.html'))).toContain('There is no issue to show.');
  });

  it('takes no file along that no email offers, and none from outside its folder', () => {
    const bench = fakeWorkbench();
    const html = read(
      '<a href="events/a.ics">a</a> <a href="../b.ics">b</a> <a href="/c.ics">c</a> <img src="images/d.png">',
    ).html;
    bench.editions.set(`${issue.key}/wales`, { ...read(''), html });
    for (const name of ['events/a.ics', '../b.ics', '/c.ics', 'images/d.png', 'manifest.json', 'wales.html'])
      bench.attached.set(`${issue.key}/${name}`, Buffer.from(name));
    const files = exportOf(bench);
    const taken = files.filter(({ content }) => typeof content !== 'string').map(({ path }) => path);
    expect(taken).toEqual([`${issue.key}/email/events/a.ics`]);
    const picture = `src="data:image/png;base64,${Buffer.from('images/d.png').toString('base64')}"`;
    expect(pageOf(files, `${issue.key}/email/wales.light.html`)).toContain(picture);
  });

  it.skipIf(!hasBrowser)('runs, sends and fetches nothing, whatever an item or a subject has in it', async () => {
    const asked: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    const bench = fakeWorkbench();
    const hostile = `<script>document.title = 'ran'; fetch('${address}/script')</script>
<img src="${address}/a.png" onerror="document.title = 'ran'"><img src="x" onerror="parent.document.title = 'ran'">
<meta http-equiv="refresh" content="0;url=${address}/refresh"><iframe src="${address}/frame"></iframe>
<form action="${address}/form"><button>Send</button></form><link rel="stylesheet" href="${address}/a.css">
<style>@import "${address}/b.css"; p { background: url("${address}/b.png") }</style>
<a href="javascript:document.title='ran'">Click</a> <a href="${address}/link" target="_top">Go</a><base href="${address}/">`;
    bench.editions.set(`${issue.key}/wales@megan`, {
      ...read(hostile),
      subject: hostile,
      preheader: hostile,
      text: hostile,
    });
    const { page, open } = await share(exportOf(bench), { javaScriptEnabled: true });
    await open(asMegan);
    const title = await page.title();
    const frame = page.frameLocator('iframe.is-light');
    for (const words of ['Send', 'Click', 'Go']) await frame.getByText(words, { exact: true }).click();
    await page.waitForTimeout(500);
    expect(await page.title()).toBe(title);
    expect(await frame.getByText('Send').isVisible()).toBe(true);
    elsewhere.close();
    expect(asked).toEqual([]);
  });
});

/** Where words of editors are on a page. */
const spots = [
  ...(['organisation', 'title', 'label', 'readers', 'sender', 'subject', 'preheader', 'text'] as const),
  ...(['persona', 'about', 'words', 'fix', 'line'] as const),
];

/** A workbench whose words a test decides. */
function benchSaying(words: (spot: (typeof spots)[number]) => string): LiveWorkbench {
  const bench = fakeWorkbench();
  const about = { ...finding, words: words('words'), fix: words('fix'), line: words('line') };
  const inbox = { subject: words('subject'), preheader: words('preheader') };
  bench.shown = {
    ...bench.shown,
    organisation: words('organisation'),
    personas: [{ id: 'megan', title: words('persona'), about: words('about'), editions: { [issue.key]: 'wales' } }],
    findings: [about],
    issues: [
      {
        ...issue,
        title: words('title'),
        label: words('label'),
        sender: { name: words('sender'), address: '' },
        editions: issue.editions.map((edition) => ({ ...edition, ...inbox, readers: words('readers') })),
        findings: [about],
      },
    ],
  };
  bench.editions.set(`${issue.key}/wales@megan`, { ...read('Dear Megan'), ...inbox, text: words('text') });
  return bench;
}

/** Words with markup in them at every turn. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>',
        '</title>',
        '"',
        "'",
        '<!--',
        '-->',
        '&amp;',
        '&',
        '<img src=x onerror=a()>',
        '</pre>',
        '${',
        '$&',
        ']]>',
        '<b>',
      ),
      fc.string(),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `x${parts.join('').replaceAll('@', '')}x`);

function pages(files: readonly ExportedFile[]): readonly { readonly path: string; readonly content: string }[] {
  return files.flatMap(({ path, content }) =>
    path.endsWith('.html') && !path.includes('/email/') && typeof content === 'string' ? [{ path, content }] : [],
  );
}

function pageOf(files: readonly ExportedFile[], path: string): string {
  return String(files.find((one) => one.path === path)?.content);
}

function elementsIn(page: string) {
  return findAll(() => true, parseDocument(page).children);
}

function tagsIn(page: string): readonly string[] {
  return elementsIn(page).map(({ name, attribs }) => `${name} ${Object.keys(attribs).join(' ')}`);
}

function addressesIn(page: string): readonly string[] {
  return elementsIn(page).flatMap(({ attribs: { href, src } }) => [href, src].filter((one) => one !== undefined));
}

function wordsOf(page: string): string {
  return squeezed(textContent(parseDocument(page)));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
