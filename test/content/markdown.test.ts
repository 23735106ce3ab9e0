import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/content/markdown.js';

const parse = (text: string, line = 1, indent = 0) =>
  parseMarkdown({ text, place: { file: 'item.md', line, column: 1 }, indent });
const complaints = (text: string) =>
  parse(text).findings.map(({ rule, place, fix }) => `${rule}@${place?.line}:${place?.column} ${fix}`);

describe('Markdown', () => {
  it('has the positions of the file', () => {
    const { tree } = parse('One\n\nTwo *three*\n', 11, 6);
    expect(tree?.children[1]?.position?.start).toMatchObject({ line: 13, column: 7 });
  });

  it.each([
    ['bold', 'Some <b>bold</b> words', 'content/html@1:6 Write **bold** with two asterisks.'],
    ['a link', 'A <a href="x">link</a>', 'content/html@1:3 Write a link as [words](https://…).'],
    ['a script', 'Hi\n\n<script>alert(1)</script>\n', 'content/html@3:1 Remove it: nothing runs in an email.'],
    [
      'a picture',
      '<img src=x onerror=alert(1)>',
      'content/html@1:1 Name the picture in the front matter: image: { src, alt, credit }.',
    ],
    ['a comment', 'Hi <!-- later --> there', 'content/html@1:4 Remove it, or write it after “#” in the front matter.'],
  ])('says what to write instead of %s in HTML', (_name, text, complaint) => {
    expect(complaints(text)[0]).toBe(complaint);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/campaigns',
    'www.example.org',
    'file:///etc/passwd',
    'vbscript:x',
  ])('refuses a link to %s', (url) => {
    expect(parse(`[words](${url})`).findings.map(({ rule }) => rule)).toEqual(['content/link']);
  });

  it.each([
    'https://www.example.org/a?b=c',
    'mailto:international@example.org?subject=Hello',
    'tel:+442070000000',
    '[[web_url]]',
  ])('takes a link to %s', (url) => {
    expect(parse(`[words](${url})`).findings).toEqual([]);
  });

  it.each([
    ['quotes', `${'> '.repeat(1000)}deep`],
    ['quotes without spaces', `${'>'.repeat(1000)}deep`],
    ['lists', `${'- '.repeat(1000)}deep`],
    ['mixed markers', `${'> 1. - '.repeat(300)}deep`],
    ['indented lists', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['emphasis', `${'*a **b '.repeat(4000)}`],
    ['brackets', '['.repeat(20000)],
  ])('thousands of nested %s end in a finding or in plain text, quickly', (_name, text) => {
    const started = performance.now();
    const { findings } = parse(text);
    expect(findings.length).toBeLessThanOrEqual(1);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('takes ordinary lists, quotes, tables and rules', () => {
    const text =
      '1. One\n2. Two\n   - nested\n     - twice\n\n> A quote\n\n| a | b |\n|---|---|\n| c | d |\n\n- - -\n\n* * * * * * * * * * * * * * *\n';
    expect(parse(text).findings).toEqual([]);
  });
});
