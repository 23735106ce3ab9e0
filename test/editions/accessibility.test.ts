import { describe, expect, it } from 'vitest';
import { knownLanguages } from '../../src/language/languages.js';
import { consortiumComplaints } from '../harness/accessibility.js';
import { htmlComplaints } from '../harness/email-html.js';
import { everyKindEditions, filledFor, sampleEditions } from './editions.js';

const everyKind = await everyKindEditions();
const editions = [...(await sampleEditions()), ...everyKind];

describe('every design with items of every kind', () => {
  it('is there in every language that mailout speaks, and no other', () => {
    const languages = everyKind.flatMap(({ publication, html }) =>
      publication === 'digest' ? (/<html lang="([^"]*)"/.exec(html)?.[1] ?? []) : [],
    );
    const wanted = knownLanguages.filter((tag) => tag !== 'zh-Hant');
    expect(languages.map((tag) => (tag === 'zh' ? 'zh-Hans' : tag)).sort()).toEqual([...wanted].sort());
  });
});

describe.each(editions)('the edition $name', (edition) => {
  const { html, text } = edition;

  it('has no fault that the Email Markup Consortium, html-validate or email clients would find', () => {
    expect(consortiumComplaints(html)).toEqual([]);
    expect(htmlComplaints(html)).toEqual([]);
  });

  it('is small, in short lines, and lets nothing through of what a reader is called', () => {
    const values = { first_name: '<script>alert(1)</script>', district: '"><img src=x>&=#? /' };
    const filled = filledFor(values, edition);
    expect(Buffer.byteLength(html)).toBeLessThan(80 * 1024);
    for (const line of filled.html.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
    expect(htmlComplaints(filled.html)).toEqual([]);
    expect(filled.html).not.toMatch(/<script|<img src=x|\[\[/);
    expect(filled.text).not.toMatch(/\[\[|undefined|null\b|\[object/);
    expect(filled.text).toContain('https://www.example.org/unsubscribe?of=1a2b');
  });

  it('has the same items in both parts, in the same order', () => {
    const titles = [...html.matchAll(/<h3[^>]*>([\s\S]*?)<\/h3>/g)].map(([, title = '']) => squeezed(title));
    expect(titles.length).toBeGreaterThan(5);
    const words = squeezed(text);
    let from = 0;
    for (const title of titles) {
      const at = words.indexOf(title, from);
      expect(at, title).toBeGreaterThanOrEqual(from);
      from = at + title.length;
    }
  });
});

/** Without the spaces and line ends that either part may have for itself. */
function squeezed(text: string): string {
  return text.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/\s+/g, '');
}
