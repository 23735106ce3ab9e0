import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { lookIn } from '../../src/render/look.js';
import { emailMarkup, type MarkupStyle } from '../../src/render/markdown-html.js';
import { parse, theme } from './sample.js';

const style: MarkupStyle = {
  colours: theme.colours,
  look: lookIn(theme, 'en'),
  lang: 'en',
  start: 'left',
  topHeading: 4,
};

function markup(markdown: string, changes: Partial<MarkupStyle> = {}): string {
  return emailMarkup(parse(markdown), { ...style, ...changes });
}

/** The markup without its styles and classes, to see the structure. */
function bare(markdown: string): string {
  return markup(markdown).replace(/ (?:style|class)="[^"]*"/g, '');
}

describe('email markup', () => {
  it.each([
    ['paragraphs', 'One\ntwo\n\nThree', '<p>One\ntwo</p><p>Three</p>'],
    ['emphasis', '*a* **b** ~~c~~ `d<`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>'],
    ['line breaks', 'a\\\nb', '<p>a<br>b</p>'],
    ['links', '[a & b](https://x.example/?a=1&b=2)', '<p><a href="https://x.example/?a=1&amp;b=2">a &amp; b</a></p>'],
    [
      'reference links',
      '[a][1] [b][2]\n\n[1]: https://x.example\n[1]: https://y.example',
      '<p><a href="https://x.example">a</a> [b][2]</p>',
    ],
    ['addresses', 'Write to team@x.example', '<p>Write to <a href="mailto:team@x.example">team@x.example</a></p>'],
    ['links without words', '[](https://x.example)', '<p><a href="https://x.example">https://x.example</a></p>'],
    ['links that nothing opens', '[a *b*](javascript:x) [c](/d)', '<p>a <em>b</em> c</p>'],
    ['bullets', '- a\n- b\n  - c', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['loose lists', '- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['numbers', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['numbers from one', '1. a', '<ol><li>a</li></ol>'],
    ['ticks', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>'],
    ['quotes', '> a\n>\n> b', '<blockquote><p>a</p><p>b</p></blockquote>'],
    ['rules', 'a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
    ['code', '```\n<b>\n\n  x\n```', '<pre><code>&lt;b&gt;\n\n  x</code></pre>'],
    ['images', 'a ![a "photo"](x.png) ![](y.png)', '<p>a a "photo" </p>'],
    ['linked images', '[![the union](x.png)](https://x.example)', '<p><a href="https://x.example">the union</a></p>'],
    ['a paragraph that shows nothing', 'a\n\n![](x.png)', '<p>a</p>'],
    ['footnotes', 'a[^n]\n\n[^n]: Note *x*', '<p>a[1]</p><div><p>[1] Note <em>x</em></p></div>'],
    ['raw HTML', 'a <b onclick="x">c</b>', '<p>a &lt;b onclick="x"&gt;c&lt;/b&gt;</p>'],
    ['raw HTML blocks', '<script>\nx\n</script>', '<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>'],
    [
      'merge tags',
      'Dear [[first_name|friend]], [x](https://x.example/?a=[[id]])',
      '<p>Dear [[first_name|friend]], <a href="https://x.example/?a=[[id]]">x</a></p>',
    ],
    ['merge tags as links', '[x]([[unsubscribe_url]])', '<p><a href="[[unsubscribe_url]]">x</a></p>'],
    ['other brackets and braces', '{{x}} {{{y}}} [z] [[A]]', '<p>{{x}} {{{y}}} [z] [[A]]</p>'],
    ['nothing', '', ''],
  ])('has %s', (_, markdown, expected) => {
    expect(bare(markdown)).toBe(expected);
  });

  it('has tables with headings that head their columns', () => {
    expect(bare('| | Members |\n|:--|--:|\n| Cuba | 250,000 |\n| Iraq |')).toBe(
      '<table><thead><tr><td></td><th scope="col">Members</th></tr></thead>' +
        '<tbody><tr><td>Cuba</td><td>250,000</td></tr><tr><td>Iraq</td><td></td></tr></tbody></table>',
    );
    expect(markup('| a |\n|--:|\n| b |')).toContain('text-align:right');
  });

  it('leaves out a row of headings without words', () => {
    expect(bare('| | |\n|--|--|\n| a | b |')).toBe('<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>');
  });

  it.each([
    ['# a\n## b\n# c', [4, 5, 4]],
    ['### a\n# b\n## c', [4, 4, 5]],
    ['# a\n###### b\n#### c', [4, 5, 5]],
    ['# a\n## b\n### c\n#### d\n##### e', [4, 5, 6, 6, 6]],
    ['#\n## a', [4]],
    ['> # a\n\n## b', [4, 5]],
  ])('puts headings below the title without a gap: %j', (markdown, levels) => {
    expect([...markup(markdown).matchAll(/<h(\d)/g)].map(([, level]) => Number(level))).toEqual(levels);
  });

  it('puts headings where they are wanted', () => {
    expect(markup('# a\n## b', { topHeading: 2 })).toMatch(/<h2.*<h3/);
  });

  it('colours and underlines links, with a class for dark appearance', () => {
    expect(markup('[a](https://x.example)')).toContain(
      '<a href="https://x.example" class="mo-link" style="color:#0b5cad;text-decoration:underline">',
    );
  });

  it('has no gap after the last block', () => {
    expect(markup('a\n\nb')).toBe('<p style="margin:0 0 16px">a</p><p style="margin:0">b</p>');
    expect(markup('a[^1]\n\n[^1]: b')).toContain('<p style="margin:0 0 16px">a[1]</p>');
  });

  it('starts quotes and lists on the right where a line does', () => {
    const [left, right] = (['left', 'right'] as const).map((start) => markup('> a\n\n- b', { start }));
    expect(left).toContain('border-left:');
    expect(left).toContain('margin:0 0 0 24px');
    expect(right).toContain('border-right:');
    expect(right).toContain('margin:0 24px 0 0');
    expect(right).not.toContain('left');
  });

  it('keeps the words of nesting that nobody can mean, without its depth', () => {
    const quotes: Root = { type: 'root', children: [] };
    let inner: Root | Extract<Root['children'][number], { type: 'blockquote' }> = quotes;
    for (let depth = 0; depth < 20_000; depth++) {
      const quote = { type: 'blockquote' as const, children: [] };
      inner.children.push(quote);
      inner = quote;
    }
    inner.children.push({ type: 'paragraph', children: [{ type: 'text', value: 'deep' }] });
    const text = emailMarkup(quotes, style);
    expect(text).toContain('>deep</p>');
    expect(text.match(/<blockquote/g)?.length).toBeLessThan(30);
  });

  it('keeps the words of deep emphasis', () => {
    let inner: Root['children'][number] & { type: 'emphasis' } = {
      type: 'emphasis',
      children: [{ type: 'text', value: 'deep' }],
    };
    for (let depth = 0; depth < 20_000; depth++) inner = { type: 'emphasis', children: [inner] };
    const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [inner] }] };
    expect(emailMarkup(tree, style)).toContain('deep');
  });
});

describe('what authors type', () => {
  const pieces = fc.constantFrom(
    ...[
      '<',
      '>',
      '&',
      '"',
      "'",
      '&lt;',
      '<b>',
      '</p>',
      '<script>',
      'javascript:',
      '](',
      '[',
      ']',
      '(',
      ')',
      'https://x.example/',
      '![',
    ],
    ...[
      '\n',
      '\n\n',
      '    ',
      '- ',
      '1. ',
      '> ',
      '# ',
      '*',
      '**',
      '~~',
      '`',
      '```',
      '|',
      '|--|--|\n',
      '[^1]',
      '[^1]: ',
      '[[first_name|',
      ']]',
    ],
    ...['word', ' ', '\\', '{{', '}}', '<!--', '-->', '<![CDATA[', ']]>', '[a]: ', '\u0000'],
  );
  const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
  const ownTag =
    /<(\/?)(p|em|strong|del|code|br|a|ul|ol|li|blockquote|hr|pre|h[456]|table|thead|tbody|tr|td|th|div)((?: [a-z]+="[^"<>]*")*)>/g;

  it('never becomes a tag, and our tags are closed in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = markup(text);
        expect(html.replace(ownTag, '')).not.toMatch(/[<>]/);
        const open: string[] = [];
        for (const [, slash, name = ''] of html.matchAll(ownTag)) {
          if (slash) expect(open.pop()).toBe(name);
          else if (name !== 'br' && name !== 'hr') open.push(name);
        }
        expect(open).toEqual([]);
        for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https?:|mailto:|tel:|\[\[)/);
      }),
      { numRuns: 500 },
    );
  });

  it('is printed as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const html = emailMarkup({ type: 'root', children: [{ type: 'code', value }] }, style);
        const printed = html.replace(/^<pre[^>]*><code>|<\/code><\/pre>$/g, '');
        expect(printed.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(value);
      }),
    );
  });

  it('gives the same markup every time', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const first = markup(text);
        markup(other);
        expect(markup(text)).toBe(first);
      }),
    );
  });
});

it('is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'no-inline-style': 'off', 'void-style': 'off', 'heading-level': 'off', 'no-trailing-whitespace': 'off' },
  });
  const html = markup(
    '# a\n\nb [c](https://x.example) *d*\n\n> e\n\n1. f\n   - g\n\n| h | i |\n|--|:-:|\n| j | k |\n\n---\n\n```\nl\n```\n\nm[^1]\n\n[^1]: n',
  );
  const { results } = await validator.validateString(html);
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
});
