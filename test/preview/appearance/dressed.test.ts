import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appearances } from '../../../src/model/workbench.js';
import { dressed } from '../../../src/preview/appearance/dressed.js';

const page = (head: string, body: string) =>
  `<!doctype html><html><head><title>t</title>${head}</head><body>${body}</body></html>`;
const local = 'local' as const;

describe('what is for dark screens', () => {
  const html = page(
    '<style>@media (prefers-color-scheme:dark){p{color:#fff}}@media not all and (prefers-color-scheme: light){a{color:red}}</style>',
    '<p>(prefers-color-scheme:dark) in words</p>',
  );

  it('always holds in dark, and never in light', () => {
    expect(dressed(html, { appearance: 'dark', images: local })).toContain(
      '@media (min-width:0){p{color:#fff}}@media not all and (max-width:0){a{color:red}}',
    );
    expect(dressed(html, { appearance: 'light', images: local })).toContain(
      '@media (max-width:0){p{color:#fff}}@media not all and (min-width:0){a{color:red}}',
    );
  });

  it('is found in the conditions of elements, too, and left alone in words', () => {
    const linked = page('<style media="(prefers-color-scheme: dark)">p{color:#fff}</style>', '');
    expect(dressed(linked, { appearance: 'dark', images: local })).toContain('media="(min-width:0)"');
    expect(dressed(html, { appearance: 'dark', images: local })).toContain('(prefers-color-scheme:dark) in words');
  });
});

describe('pictures', () => {
  const html = page(
    '',
    '<img alt="a src = b" src="images/one.png"><img src=\'https://www.example.org/two.png\' alt="Two"><IMG SRC=//example.org/3.png>',
  );

  it('from the web are not asked for unless they are wanted', () => {
    const shown = dressed(html, { appearance: 'light', images: local });
    expect(shown).toContain('<img alt="a src = b" src="images/one.png">');
    expect(shown).toContain('<img data-src=\'https://www.example.org/two.png\' alt="Two">');
    expect(shown).toContain('<IMG data-SRC=//example.org/3.png>');
    expect(dressed(html, { appearance: 'light', images: 'remote' })).toContain("<img src='https://www.example.org");
  });

  it('are all left out without pictures, and their words stay', () => {
    for (const images of ['local', 'remote'] as const) {
      const bare = dressed(html, { appearance: 'no-images', images });
      expect(bare).toContain('<img alt="a src = b" data-src="images/one.png">');
      expect(bare).not.toMatch(/[^-]src=["']/i);
    }
  });
});

it('each appearance but dark is a light one, and inverted turns pictures back', () => {
  const html = page('', '<p>words</p>');
  expect(dressed(html, { appearance: 'inverted', images: local })).toMatch(/invert\(1\).*img,svg,video\{filter:invert/);
  for (const appearance of ['light', 'inverted', 'no-images'] as const)
    expect(dressed(html, { appearance, images: local })).toContain('color-scheme:light');
});

/** What there was before it was dressed. */
function undressed(html: string): string {
  return html
    .replace(/<style>:root\{color-scheme:[^<]*<\/style>/, '')
    .replaceAll(/\bdata-(src(?:set)?)(?==)/gi, '$1')
    .replaceAll(/\((?:min|max)-width:0\)/g, '(prefers-color-scheme:dark)');
}

const golden = new URL('../../golden/', import.meta.url);
const editions = readdirSync(golden).filter((name) => name.endsWith('.html'));

it.each(editions)('nothing else changes in %s', (name) => {
  const html = readFileSync(new URL(name, golden), 'utf8');
  for (const appearance of appearances)
    for (const images of ['local', 'remote'] as const) {
      const shown = dressed(html, { appearance, images });
      expect(undressed(shown)).toBe(html);
      expect(shown).not.toBe(html);
    }
});

it('nothing that could run is added to anything', () => {
  const part = fc.constantFrom(
    '<style>',
    '</style>',
    '<!--',
    '-->',
    '<img src=x',
    ' alt="',
    '"',
    '>',
    '</head>',
    'prefers',
    ' ',
    'a',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), fc.constantFrom(...appearances), (parts, appearance) => {
      const html = parts.join('');
      const shown = dressed(html, { appearance, images: local });
      const added = shown.length - html.length;
      expect(added).toBeGreaterThan(0);
      expect(shown.split(/<script|javascript:|on[a-z]+=/i).length).toBe(
        html.split(/<script|javascript:|on[a-z]+=/i).length,
      );
      expect(undressed(shown)).toBe(html);
    }),
  );
});
