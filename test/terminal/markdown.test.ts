import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { codeBlock, markdownTable } from '../../src/terminal/markdown.js';

type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[] };

const read = (markdown: string): Node =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

function textOf({ value, children = [] }: Node): string {
  return value ?? children.map(textOf).join('');
}

function typesIn({ type, children = [] }: Node): string[] {
  return [type, ...children.flatMap(typesIn)];
}

describe('a table of Markdown', () => {
  it.each([
    'a | b',
    'a \\| b',
    'ends in a backslash \\',
    '`code` and ``more',
    '<img src=x onerror=alert(1)> &lt;b&gt; <!-- -->',
    '[a link](javascript:alert(1)) ![x](https://example.org/x.png)',
    '**bold** _thin_ ~~gone~~ # no heading',
    '| --- |',
    '$x^2$',
    'two\nlines\r\n\r\n| and a row |',
    '\u001b[31mred',
  ])('has the words of a cell as they are: %j', (words) => {
    const table = read(markdownTable(['Where', 'What'], [[words, 'beside']])).children ?? [];
    expect(table.map(({ type }) => type)).toEqual(['table']);
    const cells = table[0]?.children?.[1]?.children ?? [];
    expect(cells.map(textOf)).toEqual([words.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(), 'beside']);
  });

  it('is a table of plain words whatever is in its cells', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'|\\`*_[]()<>&;#$~!-:\n\r a1/'), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 3 }), (rows) => {
        const tree = read(`before\n\n${markdownTable(['One', 'Two'], rows)}\n\nafter`);
        expect(new Set(typesIn(tree))).toEqual(
          new Set(['root', 'paragraph', 'text', 'table', 'tableRow', 'tableCell']),
        );
        const cells = tree.children?.[1]?.children?.slice(1).map((row) => row.children?.map(textOf));
        expect(cells).toEqual(rows.map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ').trim())));
      }),
    );
  });
});

describe('a block of lines as they are', () => {
  it.each(['plain\n  indented', '```\ninside\n```', '````', '# heading <b>'])(
    'is one block, whatever is in it: %j',
    (text) => {
      const [block, ...more] = read(`${codeBlock(text)}\n`).children ?? [];
      expect([block?.type, block?.value, more]).toEqual(['code', text, []]);
    },
  );
});
