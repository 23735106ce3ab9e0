import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/render/markdown-text.js';
import { parse } from './sample.js';

function text(markdown: string, columns?: number): string {
  return plainText(parse(markdown), columns);
}

describe('plain text', () => {
  it.each([
    ['paragraphs', 'One\ntwo\n\nThree', 'One two\n\nThree'],
    ['no marks', '# *a*\n\n**b** ~~c~~ `d` <e>', 'a\n\nb c d <e>'],
    ['line breaks', 'a\\\nb', 'a\nb'],
    ['bullets', '- a\n- b\n  - c\n    continued', '• a\n• b\n  • c continued'],
    ['loose lists', '- a\n\n- b', '• a\n\n• b'],
    ['numbers', '9. a\n10. b', '9. a\n10. b'],
    ['ticks', '- [x] a\n- [ ] b', '• ☑ a\n• ☐ b'],
    ['quotes', '> a\n>\n> b', '    a\n\n    b'],
    ['rules', 'a\n\n---\n\nb', 'a\n\n* * *\n\nb'],
    ['code', '```\na  b\n  c\n```', 'a  b\n  c'],
    ['images', 'a ![photo](x.png)', 'a photo'],
    ['tables', '| Country | |\n|--|--|\n| Cuba | a |\n| Iraq | |', 'Country: Cuba\na\n\nCountry: Iraq'],
    ['footnotes', 'a[^n] b\n\n[^n]: Note', 'a[1] b\n\n[1] Note'],
    ['merge tags and braces', 'Dear [[first_name|friend]] {{x}} [y]', 'Dear [[first_name|friend]] {{x}} [y]'],
    ['nothing', '', ''],
  ])('has %s', (_, markdown, expected) => {
    expect(text(markdown)).toBe(expected);
  });

  it.each([
    [
      'that ends the paragraph',
      'Please [sign the *petition*](https://x.example/p).',
      'Please sign the petition:\nhttps://x.example/p',
    ],
    ['with a question', '[Will you sign?](https://x.example)', 'Will you sign?\nhttps://x.example'],
    [
      'in the middle',
      'Read [the letter](https://x.example), then act.',
      'Read the letter, then act.\n\nthe letter:\nhttps://x.example',
    ],
    [
      'beside another',
      '[A](https://a.example) or [B](https://b.example).',
      'A or B.\n\nA:\nhttps://a.example\nB:\nhttps://b.example',
    ],
    ['that comes twice', '[A](https://a.example) or [B](https://a.example).', 'A or B.\n\nA:\nhttps://a.example'],
    ['in a list', '- [A](https://a.example)', '• A:\n  https://a.example'],
    ['in a table', '| Act |\n|--|\n| [A](https://a.example) |', 'Act: A:\nhttps://a.example'],
    ['that is its own words', 'See https://x.example/a for more', 'See\nhttps://x.example/a\nfor more'],
    ['without a scheme', 'See www.x.example', 'See\nhttp://www.x.example'],
    ['to write to', 'Write to team@x.example.', 'Write to team@x.example.'],
    ['without words', '[](https://x.example)', 'https://x.example'],
    ['that nothing opens', '[a](javascript:x)', 'a'],
    ['that is a merge tag', '[Leave]([[unsubscribe_url]])', 'Leave:\n[[unsubscribe_url]]'],
    ['by reference', '[a][b]\n\n[b]: <https://x.example/a b>', 'a:\nhttps://x.example/a%20b'],
  ])('has a link %s', (_, markdown, expected) => {
    expect(text(markdown)).toBe(expected);
  });

  it('shortens a template letter to the address', () => {
    const letter = `mailto:embassy@x.example?subject=Release&body=${'x'.repeat(1500)}`;
    expect(text(`[Write to the embassy](${letter})`)).toBe('Write to the embassy:\nmailto:embassy@x.example');
  });

  it('wraps inside lists and quotes', () => {
    expect(text('> - one two three four', 14)).toBe('    • one two\n      three\n      four');
  });

  it('keeps room for words however deep the nesting', () => {
    const deep = text(`${'> '.repeat(40)}a b c`);
    expect(deep.trim()).toBe('a b c');
    expect(deep.length).toBeLessThan(40);
  });

  it('is at most 65 columns wide, addresses apart, and loses no word', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const start = fc.constantFrom('', '- ', '> ', '> - ', '1. ', '## ');
    const address = fc.stringMatching(/^[a-z0-9/]{1,90}$/).map((path) => `https://union.example/${path}`);
    const words = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: word },
        address.map((url) => `[link words](${url})`),
      ),
      { minLength: 1 },
    );
    const blocks = fc.array(fc.tuple(start, words), { minLength: 1 });
    fc.assert(
      fc.property(blocks, (typed) => {
        const markdown = typed.map(([mark, line]) => `${mark}${line.join(' ')}`).join('\n\n');
        const lines = text(markdown).split('\n');
        for (const line of lines) {
          if (line.length > 65) expect(line.trim()).toMatch(/^https:\/\/\S+$/);
          expect(line).toBe(line.trimEnd());
        }
        const addresses = new Set(lines.map((line) => line.trim()));
        for (const [, url = ''] of markdown.matchAll(/\((https:[^)]*)\)/g)) expect(addresses).toContain(url);
        const printed = lines.join(' ').split(/[\s:]+/);
        for (const each of markdown.replace(/\]\([^)]*\)|\[/g, '').match(/[a-z]+/g) ?? [])
          expect(printed).toContain(each);
      }),
    );
  });
});
