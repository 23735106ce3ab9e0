import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFault } from '../../src/check/edition/validator.js';
import { isPlainlyWellMade } from '../../src/check/edition/well-made.js';
import { emailHtml } from './subjects.js';

const golden = new URL('../golden/', import.meta.url);

describe('HTML that is plainly well made', () => {
  it.each(readdirSync(golden).filter((name) => name.endsWith('.html')))('is that of %s', (name) => {
    const html = readFileSync(new URL(name, golden), 'utf8');
    expect(isPlainlyWellMade(html)).toBe(true);
    expect(firstFault(html)).toBeUndefined();
  });

  const pieces = [
    ...['<p>', '</p>', '<b>', '</b>', '<a href="#a">', '</a>', '<div>', '</div>', '<ul>', '</ul>', '<li>', '</li>'],
    ...['<table>', '</table>', '<tbody>', '<thead>', '</thead>', '</tbody>', '<tr>', '</tr>', '<td>', '</td>', '<th>'],
    ...['</th>', '<h2>', '</h2>', '<br>', '<br/>', '<img src="a.png" alt="">', '<hr>', 'words', ' ', '&amp;', '&', '<'],
    ...[
      '<p class="a" class="b">',
      '<p class=a>',
      '<p class = "a">',
      '&odd;',
      '</p id="a">',
      '<span>',
      '</span>',
      '<pre>',
    ],
    ...['</pre>', '<blockquote>', '</blockquote>', '<title>', '</title>', '<style>', '</style>', '<div/>', '<caption>'],
  ];

  it('has nothing wrong with it in the eyes of html-validate', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (chosen) => {
        const html = emailHtml(chosen.join(''));
        fc.pre(isPlainlyWellMade(html));
        expect(firstFault(html)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  /** Elements in one another at random, each closed: most of them where they may not stand. */
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom('words', '<br>', '<img src="a.png" alt="">', '<hr>', ' '),
      fc
        .tuple(
          fc.constantFrom(
            ...['p', 'b', 'div', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'h2', 'pre', 'a', 'span'],
          ),
          fc.array(tie('tree'), { maxLength: 3 }),
        )
        .map(([name, inner]) => `<${name}${name === 'a' ? ' href="#a"' : ''}>${inner.join('')}</${name}>`),
    ),
  }));

  it('has every element where it may stand', () => {
    fc.assert(
      fc.property(tree, (body) => {
        const html = emailHtml(body);
        fc.pre(isPlainlyWellMade(html));
        expect(firstFault(html)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});
