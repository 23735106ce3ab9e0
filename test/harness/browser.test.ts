import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { appearances, hasBrowser, openBrowser, type Reader } from './browser.js';

const good = `<!doctype html><html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><title>Aid for Yemen</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>h1{margin:0}.none{display:none}@media (prefers-color-scheme:dark){
body,.page{background:#121017 !important}.paper{background:#1b1722 !important}.paper,.paper p{color:#eee9f2 !important}a{color:#d0b2f2 !important}
.button{background:#d0b2f2 !important;color:#1b1722 !important}}</style></head>
<body style="margin:0;background:#f1eef4"><div class="page" lang="en-GB" dir="ltr" style="font:16px/1.5 Arial,sans-serif;color:#1f1b24">
<div style="display:none;max-height:0;overflow:hidden">Two things to do.</div>
<table role="presentation" class="paper" width="100%" style="max-width:600px;margin:0 auto;background:#fffefd"><tr><td style="padding:24px">
<h1 style="font-size:32px;line-height:1.2">Aid for Yemen</h1>
<p>The petition closes on Friday. <a href="https://www.example.org/yemen" style="color:#5a2a91">Read why it matters</a>.</p>
<img src="https://www.example.org/school.jpg" alt="A school in Aden" width="240" height="120" style="display:block;max-width:100%">
<p><a class="button" href="https://www.example.org/sign"
style="display:inline-block;padding:10px 24px;background:#4a2378;color:#ffffff;text-decoration:none">Sign the petition</a></p>
</td></tr></table></div></body></html>`;

const folder = mkdtempSync(join(tmpdir(), 'mailout-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Before and after, where it is first seen, and the complaint; what else follows from it may be said too. */
type Fault = readonly [fault: string, before: string, after: string, appearance: string, complaint: RegExp];

const faults: readonly Fault[] = [
  [
    'a table wider than a phone',
    '<h1 ',
    '<table role="presentation" width="480"><tr><td>Wide</td></tr></table><h1 ',
    'light-375',
    /^overflow: <td> “Wide”: is \d+ pixels outside a window of 375$/,
  ],
  [
    'a word that does not break',
    'closes on Friday',
    `closes ${'onwards'.repeat(6)}`,
    'zoom-200',
    /^overflow: .*window of 300$/,
  ],
  ['text left of the window', '<p>The', '<p style="margin-left:-60px">The', 'light-600', /^overflow: <p>/],
  [
    'text that is cut off',
    '<p>The',
    '<p style="height:20px;overflow:hidden">The',
    'light-320',
    /^clipped: <p> “The petition/,
  ],
  ['text over text', '<p>The', '<p style="margin-top:-36px">The', 'light-600', /^overlap: .*is drawn over/],
  ['lines over lines', '<p>The', '<p style="line-height:6px">The', 'light-320', /^overlap: /],
  [
    'text over a picture',
    '<p><a class',
    '<p style="margin-top:-80px"><a class',
    'light-600',
    /^overlap: <img.*<a> “Sign/,
  ],
  [
    'tiny text',
    '<p>The',
    '<p style="font-size:13px">The',
    'light-600',
    /^small: <p> “The petition.*13 pixels, not 14$/,
  ],
  ['a low button', 'padding:10px 24px', 'padding:8px 24px', 'light-600', /^button: .*40 pixels high, not 44$/],
  [
    'a button that is lost in the dark',
    'background:#d0b2f2 !important;color:#1b1722',
    'color:#ffffff',
    'dark-375',
    /^button: .*stands out from its ground by 1\.\d\d:1, not 3:1$/,
  ],
  [
    'low contrast',
    '#1f1b24',
    '#8a8a8a',
    'light-600',
    /^contrast: <h1>.*#8a8a8a on #fffefd is 3\.\d\d:1|^contrast: <p>/,
  ],
  ['low contrast to axe', '#1f1b24', '#8a8a8a', 'light-600', /^axe color-contrast: <p>/],
  ['low contrast in the dark', '.paper,.paper p{color:#eee9f2 !important}', '', 'dark-375', /^contrast: /],
  [
    'a link that is lost in the dark',
    'a{color:#d0b2f2 !important}',
    '',
    'dark-600',
    /^contrast: <a> “Read why.*: #5a2a91 on #1b1722/,
  ],
  [
    'text over a gradient',
    'padding:24px"',
    'padding:24px;background:linear-gradient(#ffffff,#eeeeee)"',
    'light-600',
    /^contrast: .*over a picture$/,
  ],
  ['a list without items, which axe sees', '<p>The', '<ul><p>One</p></ul><p>The', 'light-600', /^axe list: /],
  ['no alt', ' alt="A school in Aden"', '', 'images-off', /^picture: .*has no alt$/],
  [
    'an alt that does not fit',
    'alt="A school in Aden"',
    `alt="${'A school in Aden, Yemen. '.repeat(12)}"`,
    'images-off',
    /^picture: .*does not fit into its place$/,
  ],
  ['an alt in tiny letters', 'max-width:100%', 'max-width:100%;font-size:10px', 'images-off', /^picture: .*10px large/],
  [
    'a picture that is not there',
    'https://www.example.org/school.jpg',
    'school.jpg',
    'light-600',
    /^picture: .*cannot be shown$/,
  ],
];

describe.skipIf(!hasBrowser)('a reader with a browser', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openBrowser();
  });
  afterAll(() => reader.close());

  const fileOf = (html: string) => {
    const file = join(folder, 'edition.html');
    writeFileSync(file, html);
    return file;
  };
  const appearanceOf = (name: string) => appearances.find((each) => each.name === name) ?? fail(name);

  it.each(appearances)('has nothing to say about a good email in $name', async (appearance) => {
    expect(await reader.look(fileOf(good), appearance)).toEqual({ problems: [], inversions: [] });
  });

  it.each(faults)('sees %s', async (_fault, before, after, name, complaint) => {
    const html = good.replace(before, () => after);
    expect(html).not.toBe(good);
    const { problems } = await reader.look(fileOf(html), appearanceOf(name));
    expect(problems).toContainEqual(expect.stringMatching(complaint));
  });

  it('sees what is wrong in the dark only, and not in the light', async () => {
    const file = fileOf(good.replace('a{color:#d0b2f2 !important}', ''));
    expect((await reader.look(file, appearanceOf('light-375'))).problems).toEqual([]);
  });

  it('tells what other clients’ own dark modes spoil', async () => {
    const grey = good.replace('<h1 style="', '<h1 style="color:#777777;background:#d4d4d4;');
    const { problems, inversions } = await reader.look(fileOf(grey), appearanceOf('light-600'));
    expect(problems).toEqual([]);
    expect(inversions).toEqual([
      expect.stringMatching(/^Outlook: <h1> “Aid for Yemen”: #\w+ on #\w+ is 2\.\d\d:1$/),
      expect.stringMatching(/^Gmail: <h1> “Aid for Yemen”: #\w+ on #\w+ is 1\.\d\d:1$/),
    ]);
  });

  it('writes pictures where it is told to', async () => {
    const pictures = join(folder, 'pictures');
    await reader.screenshot(fileOf(good), appearanceOf('zoom-200'), 'weekly-cy-everyone');
    vi.stubEnv('MAILOUT_TEST_PICTURES', pictures);
    await reader.screenshot(fileOf(good), appearanceOf('zoom-200'), 'weekly-cy-everyone');
    vi.unstubAllEnvs();
    expect(readdirSync(pictures)).toEqual(['weekly-cy-everyone-zoom-200.png']);
  });
});

function fail(name: string): never {
  throw new Error(`There is no appearance ${name}.`);
}
