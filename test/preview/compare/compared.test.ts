import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compared, markStyle } from '../../../src/preview/compare/compared.js';

const names = { one: 'Wales', other: 'everyone else' };

function edition(body: string, subject = 'Olives', preheader = 'And more') {
  const html = `<!doctype html><html><head><title>t</title><style>p{color:red}</style></head><body>${body}</body></html>`;
  return { subject, preheader, html, text: body, lang: 'en' };
}

const differences = (one: string, other: string) => compared(edition(one), edition(other), names).differences;

it('tells what only one has, and what each has in the place of the other’s', () => {
  expect(differences('<p>Sign it now</p>', '<p>Sign it</p>')).toEqual(['Only in Wales: “now”']);
  expect(differences('<p>Sign it</p>', '<p>Sign it, friend</p>')).toEqual([
    'Wales has “it”, and everyone else has “it, friend”',
  ]);
  expect(differences('<p>a b</p>', '<p>a b</p><p>A nursery &amp; a school</p>')).toEqual([
    'Only in everyone else: “A nursery & a school”',
  ]);
  expect(differences('<a href="https://example.org/1">x</a>', '<a href="https://example.org/2">x</a>')).toEqual([
    'Only in Wales: a link to https://example.org/1',
    'Only in everyone else: a link to https://example.org/2',
  ]);
  expect(compared(edition('', 'One'), edition('', 'Two'), names).differences).toEqual([
    'The subject differs: Wales has “One”, and everyone else has “Two”',
  ]);
  expect(compared(edition('', 'One', 'a'), edition('', 'One', 'b'), names).differences).toEqual([
    'The preheader differs: Wales has “a”, and everyone else has “b”',
  ]);
});

it('does not tell of what readers do not see', () => {
  const one = edition('<!-- a --><style>p{}</style><p>words</p>');
  const other = edition('<!-- b --><style>a{}</style><p class="x">words</p>');
  expect(compared(one, other, names)).toEqual({ one: one.html, other: other.html, differences: [] });
});

it('marks words, and never a tag', () => {
  const { one, other } = compared(edition('<p>a <b>bold</b> word</p>'), edition('<p>a word</p>'), names);
  expect(one).toContain('<p>a <b><ins class="mo-compared">bold</ins></b> word</p>');
  expect(one).toContain(`${markStyle}</head>`);
  expect(other).toContain('<p>a word</p>');
});

const unmarked = (html: string) =>
  html.replaceAll(/<(ins|del) class="mo-compared">|<\/(?:ins|del)>/g, '').replace(markStyle, '');

it('leaves each as it was, but for its marks', () => {
  const part = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    'one',
    'two ',
    ' three',
    '&amp;',
    '<a href="x y">',
    '</a>',
    '<!--',
    '-->',
    '<br>',
    '>',
    '\n',
  );
  const body = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(body, body, (a, b) => {
      const [one, other] = [edition(a), edition(b)];
      const both = compared(one, other, names);
      expect([unmarked(both.one), unmarked(both.other)]).toEqual([one.html, other.html]);
      expect(compared(one, one, names)).toEqual({ one: one.html, other: one.html, differences: [] });
    }),
  );
});

it('compares editions of the sample', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../golden/2021-monday-morning-mail-out-${name}.html`, import.meta.url), 'utf8');
  const [wales, others] = [read('wales'), read('everyone-else')].map((html) => ({ ...edition(''), html }));
  if (!wales || !others) return;
  const both = compared(wales, others, names);
  expect(both.differences.length).toBeGreaterThan(0);
  expect(both.differences.length).toBeLessThan(20);
  expect([unmarked(both.one), unmarked(both.other)]).toEqual([wales.html, others.html]);
});
