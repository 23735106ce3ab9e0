import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appearances } from '../../../src/model/workbench.js';
import { dressed } from '../../../src/preview/appearance/dressed.js';

const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>t</title>${head}</head><body>${body}</body></html>`;
const dark = (html: string) => dressed(html, { appearance: 'dark', images: 'local' });
const light = (html: string) => dressed(html, { appearance: 'light', images: 'local' });

describe('rules for dark screens', () => {
  it('always hold in dark, and never in any other appearance', () => {
    const html = page('<style>a{}@media screen and ( Prefers-Color-Scheme : DARK ){p{color:#fff}}b{}</style>');
    expect(dark(html)).toContain('<style>a{}@media screen and (min-width:0){p{color:#fff}}b{}</style>');
    for (const appearance of ['light', 'inverted', 'no-images'] as const)
      expect(dressed(html, { appearance, images: 'local' })).toContain('@media screen and (max-width:0){p{color:#');
  });

  it('are told from rules for light ones', () => {
    const html = page('<style>@media not all and (prefers-color-scheme:light){p{color:#fff}}</style>');
    expect(dark(html)).toContain('@media not all and (max-width:0){');
    expect(light(html)).toContain('@media not all and (min-width:0){');
  });

  it('are found within others, behind comments, and in the conditions of tags', () => {
    const nested = '@media screen{@supports (color:red){@media(prefers-color-scheme/**/:/* so */dark){p{color:red}}}}';
    expect(dark(page(`<style>/* a */${nested}</style>`))).toContain('@media(min-width:0){p{color:red}}');
    const linked = page(
      '<style media="(prefers-color-scheme: dark)">p{}</style><meta name=x media=(prefers-color-scheme:dark)>',
    );
    expect(dark(linked)).toContain('<style media="(min-width:0)">p{}</style><meta name=x media=(min-width:0)>');
  });

  it.each([
    '<style>/* @media (prefers-color-scheme:dark){ */p{}</style>',
    '<style>p::before{content:"@media (prefers-color-scheme:dark){}"}</style>',
    "<style>p::before{content:'\\'@media (prefers-color-scheme:dark){}'}</style>",
    '<style>[data-ogsc] p{color:#fff}[data-ogsb] p{background:#000}</style>',
    '<style>@mediaeval (prefers-color-scheme:dark){}</style>',
    '<!-- <style>@media (prefers-color-scheme:dark){p{}}</style> -->',
    '<title>@media (prefers-color-scheme:dark){}</title>',
  ])('are not taken for such where they are only words: %s', (head) => {
    const html = page(
      head,
      '<p title="@media (prefers-color-scheme:dark)">@media (prefers-color-scheme:dark){p{}}</p>',
    );
    expect(undressed(dark(html))).toBe(html);
    expect(dark(html)).not.toContain('(min-width:0)');
  });
});

describe('pictures', () => {
  const remote = [
    ['<img src="https://example.org/1.png" alt="One">', '<img data-src="https://example.org/1.png" alt="One">'],
    ["<img alt='a src=b'SRC='//example.org/1.png'>", "<img alt='a src=b'data-SRC='//example.org/1.png'>"],
    ['<img src = https://example.org/1.png>', '<img data-src = https://example.org/1.png>'],
    ['<img src="&#104;ttps://example.org/1.png">', '<img data-src="&#104;ttps://example.org/1.png">'],
    ['<img src="\\\\example.org/1.png">', '<img data-src="\\\\example.org/1.png">'],
    ['<img src="ht\ntps://example.org/1.png">', '<img data-src="ht\ntps://example.org/1.png">'],
    [
      '<img src="a.png" src="https://example.org/1.png">',
      '<img data-src="a.png" data-src="https://example.org/1.png">',
    ],
    [
      '<img src="a.png" srcset="b.png 1x, http://example.org/2.png 2x">',
      '<img src="a.png" data-srcset="b.png 1x, http://example.org/2.png 2x">',
    ],
    ['<td background="http://example.org/1.png">', '<td data-background="http://example.org/1.png">'],
    ['<p style="background:url(&quot;http://example.org/1.png&quot;) red">', '<p style="background:none red">'],
    ['<style>p{background:red url( "//example.org/1.png" )}</style>', '<style>p{background:red none}</style>'],
  ] as const;

  it.each(remote)('from the web are taken out unless they are wanted: %s', (written, shown) => {
    expect(light(page('', written))).toContain(`<body>${shown}`);
    expect(dressed(page('', written), { appearance: 'light', images: 'remote' })).toContain(`<body>${written}`);
  });

  const beside = [
    '<img alt="One" src="images/1.png">',
    '<img src=1.png>',
    '<img src="data:image/png;base64,AAAA">',
    '<td background="images/1&amp;2.png">',
    '<p style="background:url(\'images/1.png\')">',
  ];

  it.each(beside)('beside the edition stay, except without pictures: %s', (written) => {
    for (const appearance of ['light', 'dark', 'inverted'] as const)
      expect(dressed(page('', written), { appearance, images: 'local' })).toContain(`<body>${written}`);
    for (const images of ['local', 'remote'] as const)
      expect(dressed(page('', written), { appearance: 'no-images', images })).toMatch(
        /<body>(?:<\w+[^>]* data-(?:src|background)=|<p style="background:none">)/,
      );
  });

  it('leave the room that they would have, if it is plain how much', () => {
    const html = page('', '<img src="a.png" width="552" height="311"><img src="b.png" width="100%" height="1}*{x:y">');
    const bare = dressed(html, { appearance: 'no-images', images: 'local' });
    expect(bare).toContain('img[width="552"][height="311"]:not([src]){aspect-ratio:552/311}</style></head>');
  });
});

describe('turned round', () => {
  const inverted = (html: string) => dressed(html, { appearance: 'inverted', images: 'local' });

  it.each([
    ['<p style="color:#000">', '<p style="color:#ffffff">'],
    ['<p style="background:White url(a.png)">', '<p style="background:#333333 url(a.png)">'],
    [
      '<td bgcolor=#ffffff style="border-top:1px solid rgb(0, 0, 0)">',
      '<td bgcolor=#333333 style="border-top:1px solid #ffffff">',
    ],
    ['<style>a{color:#fff!important;font:red}</style>', '<style>a{color:#333333!important;font:red}</style>'],
    ['<p style="color:rgba(0,0,0,.5)">', '<p style="color:#ffffff80">'],
  ])('what is light is dark, and what is dark is light: %s', (written, shown) => {
    expect(inverted(page('', written))).toContain(`<body>${shown}`);
  });

  it.each([
    '<p style="color:inherit;background:transparent;border:0 solid currentColor">',
    '<p style="background:url(red.png) no-repeat;width:10px">',
    '<p title="color:#000" class="black">color:#000</p>',
    '<p style="font-family:&#x27;Red Hat&#x27;">',
    '<!-- <td bgcolor="#ffffff"> -->',
  ])('what is no colour stays: %s', (written) => {
    expect(inverted(page('', written))).toContain(`<body>${written}`);
  });
});

/** What there was before it was dressed, with all colours taken for one. */
function undressed(html: string): string {
  return html
    .replace(/<style>:root\{color-scheme:[^<]*<\/style>/, '')
    .replaceAll(/\bdata-(?=(?:src|srcset|background|poster)\b)/gi, '')
    .replaceAll(/\((?:min|max)-width:0\)/g, '(prefers-color-scheme:dark)')
    .replaceAll(/#[0-9a-f]{6}\b/gi, '#colour');
}

/** The same of what nobody has dressed. */
function plain(html: string): string {
  return html.replaceAll(/#[0-9a-f]{6}\b/gi, '#colour');
}

const golden = new URL('../../golden/', import.meta.url);
const editions = readdirSync(golden).filter((name) => name.endsWith('.html'));

it.each(editions)('of %s nothing else changes', (name) => {
  const html = readFileSync(new URL(name, golden), 'utf8');
  const pictures = html.match(/<img\b/g)?.length;
  for (const appearance of appearances)
    for (const images of ['local', 'remote'] as const) {
      const shown = dressed(html, { appearance, images });
      expect(undressed(shown)).toBe(plain(html));
      expect(shown.match(/@media \((?:min|max)-width:0\)/g)).toEqual([
        appearance === 'dark' ? '@media (min-width:0)' : '@media (max-width:0)',
      ]);
      expect(shown.match(/ data-src="images/g)?.length).toBe(appearance === 'no-images' ? pictures : undefined);
    }
});

it('whatever it is, it stays but for its style, and nothing is added that could run', () => {
  const part = fc.constantFrom(
    ...['<style>', '</style>', '<!--', '-->', '<img src=//x', ' src="https://', '<p style="', 'url(', ')', '"', "'"],
    ...[
      '>',
      '</head>',
      '<head>',
      '@media',
      '(prefers-color-scheme:dark)',
      '{',
      '}',
      ';',
      '/*',
      '*/',
      ' ',
      'a',
      '&',
      '\n',
    ],
    ...[
      '<title>',
      '</title>',
      '<svg>',
      '<template>',
      '<body background=',
      '<',
      '/',
      '=',
      'srcset=',
      '<script>',
      'onload=',
    ],
  );
  const runs = (html: string) => html.match(/<script|<iframe|javascript:|\bon[a-z]+=|<meta|<link/gi) ?? [];
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), fc.constantFrom(...appearances), (parts, appearance) => {
      const html = parts.join('');
      const shown = dressed(html, { appearance, images: 'local' });
      expect(runs(shown)).toEqual(
        runs(html.replaceAll(/url\([^)]*\)/gi, (url) => (shown.includes(url) ? url : 'none'))),
      );
      if (!/url\(/.test(html)) expect(undressed(shown)).toBe(html);
    }),
    { numRuns: 1000 },
  );
});
