import fc from 'fast-check';
import { crush } from 'html-crush';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { createMjmlCompiler } from '../../../src/render/mjml/compiler.js';
import { foldHtml } from '../../../src/render/mjml/fold.js';
import { shapes, source } from './sources.js';

const document = await compiled();

async function compiled(): Promise<string> {
  const body = Object.values(shapes).join('\n');
  const { html } = await createMjmlCompiler().compile(source({ body }), { reuse: false });
  return html;
}

/** What a reader sees: blocks on lines of their own, words one space apart. */
function seen(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/g, '')
    .replace(
      /<\/?(?:html|head|body|meta|title|table|tbody|tr|td|th|div|p|h1|h2|ul|li|br|pre)\b[^>]*>|<!doctype[^>]*>/g,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&#x3D;/g, '=')
    .replace(/&#x27;/g, "'")
    .replace(/&#x60;/g, '`')
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The same without its own line breaks, which are white space like any other. */
function seenIn(html: string): string {
  return seen(html.replace(/\s+/g, ' '));
}

/** Comments for Outlook without white space, and without what tags lose everywhere. */
function conditions(html: string): string[] {
  return [...html.matchAll(/<!--\[if [^\]]*\]>[\s\S]*?<!\[endif\]-->/g)].map(([found]) =>
    found
      .replace(/ class=""/g, '')
      .replace(/;"/g, '"')
      .replace(/\s/g, ''),
  );
}

function longestLine(html: string): number {
  return Math.max(...html.split('\n').map((line) => Buffer.byteLength(line)));
}

describe('folding a compiled design', () => {
  it('takes out a sixth and more, as much as html-crush does', () => {
    const crushed = crush(document, { lineLengthLimit: 500, removeLineBreaks: true, removeHTMLComments: 1 }).result;
    expect(foldHtml(document).length).toBeLessThan(document.length * 0.83);
    expect(foldHtml(document).length).toBeLessThan(crushed.length * 1.02);
  });

  it('changes nothing that a reader sees, nor what Outlook reads', () => {
    const folded = foldHtml(document);
    expect(seenIn(folded)).toBe(seenIn(document));
    expect(conditions(folded)).toEqual(conditions(document));
    const crushed = crush(document, { removeLineBreaks: true, removeHTMLComments: 1 }).result;
    expect(seenIn(folded).replace(/\s/g, '')).toBe(seenIn(crushed).replace(/\s/g, ''));
  });

  it('is valid by the profile for email', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: Object.fromEntries(
        [
          ...['doctype-style', 'no-conditional-comment', 'no-trailing-whitespace', 'no-inline-style', 'void-style'],
          ...['prefer-native-element', 'no-deprecated-attr', 'attribute-allowed-values', 'require-sri', 'long-title'],
        ].map((rule) => [rule, 'off']),
      ),
    });
    const { html } = await createMjmlCompiler().compile(
      source({
        body: `<mj-section><mj-column><mj-text><h1>Four letters</h1></mj-text></mj-column></mj-section>${shapes.section}${shapes['linked image']}${shapes['two columns']}`,
      }),
      { reuse: false },
    );
    const { results } = await validator.validateString(foldHtml(html));
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });

  it('keeps lines near 500 octets', () => {
    expect(longestLine(foldHtml(document))).toBeLessThanOrEqual(510);
  });
});

describe('white space', () => {
  it.each([
    ['between blocks goes', '<div>\n  <p>a</p>\n  <p>b</p>\n</div>', '<div><p>a</p><p>b</p></div>'],
    ['between words is one space', '<p>a\n   b\t c</p>', '<p>a b c</p>'],
    ['around inline elements stays', '<p>a <b>b</b> <i>c</i>, d</p>', '<p>a <b>b</b> <i>c</i>, d</p>'],
    ['is not made', '<p>a<b>b</b><i>c</i></p>', '<p>a<b>b</b><i>c</i></p>'],
    ['at the edges of a block goes', '<p>\n a <b> b </b> </p>', '<p>a <b> b</b></p>'],
    ['at the edges of a button goes', '<td>\n <a href="x">\n Sign\n </a>\n</td>', '<td><a href="x">Sign</a></td>'],
    ['around a line break goes', '<p>a <br> b</p>', '<p>a<br>b</p>'],
    ['after a picture stays', '<td> <img src="a" alt=""> b</td>', '<td><img src="a" alt=""> b</td>'],
    [
      'of inline blocks stays',
      '<p>a</p><div style="display:inline-block">b</div> <div style="display:inline-block">c</div>',
    ],
    ['that does not break stays', '<p>a\u00a0\u00a0b&nbsp; c</p>'],
    ['of pre stays', '<div><pre>\n a\n\n   b </pre></div>'],
    ['of pre goes around it', '<div>\n <pre> a <b> b </b></pre>\n </div>', '<div><pre> a <b> b </b></pre></div>'],
    ['that a style keeps stays', '<p style="white-space:pre-line">a\nb  c</p><p>d</p>'],
    ['of a merge tag stays', '<p>[[first_name|dear  friend]],\n a</p>', '<p>[[first_name|dear  friend]], a</p>'],
    ['of a value stays', '<p title="a  b">c</p>'],
  ])('%s', (_, html, folded = html) => {
    expect(foldHtml(html)).toBe(`${folded}\n`);
  });
});

describe('markup', () => {
  it.each([
    [
      'loses space between attributes',
      '<td\n   align="left"\n   style="a:b"\n >x</td>',
      '<td align="left" style="a:b">x</td>',
    ],
    [
      'loses a height that is no height',
      '<img src="a" alt="" width="9" height="auto" />',
      '<img src="a" alt="" width="9"/>',
    ],
    ['keeps a height', '<p><img src="a" alt="" height="20"></p>'],
    ['loses a class without a name', '<p class="">a</p>', '<p>a</p>'],
    ['keeps values without quotes', '<a href=x/ >a</a>', '<a href=x/>a</a>'],
    ['keeps a slash after a value without quotes apart', '<p><img src=x /></p>', '<p><img src=x /></p>'],
    ['loses comments', '<p>a <!-- b --> c</p>', '<p>a c</p>'],
    ['keeps what Outlook reads', '<div><!--[if mso]><table><tr><td>a</td></tr></table><![endif]--></div>'],
    [
      'folds what Outlook reads',
      '<!--[if mso]>\n<table>\n  <tr></tr>\n</table>\n<![endif]-->',
      '<!--[if mso]><table><tr></tr></table><![endif]-->',
    ],
    ['keeps what Outlook does not read', '<!--[if !mso]><!--><p>a</p><!--<![endif]-->'],
    ['keeps a sign that begins no tag', '<p>3 < 4</p>'],
    ['keeps merge tags', '<p><a href="[[unsubscribe_url]]">[[first_name|friend]]</a></p>'],
  ])('%s', (_, html, folded = html) => {
    expect(foldHtml(html)).toBe(`${folded}\n`);
  });

  it.each([
    ['in text', '<p>a&#x3D;b &#x27;c&#x27; &#x60;</p>', "<p>a=b 'c' `</p>"],
    ['in values', '<a href="x?a&#x3D;b&amp;c" title="d&#x27;s">e</a>', '<a href="x?a=b&amp;c" title="d\'s">e</a>'],
    ['not in values in single quotes', "<a title='d&#x27;s'>e</a>"],
    ['not in styles', '<p style="font-family:&#x27;A B&#x27;">a</p>'],
    ['not others', '<p>&amp; &lt; &gt; &quot; &#x3c; &#x2F;</p>'],
  ])('is freed of needless escapes %s', (_, html, folded = html) => {
    expect(foldHtml(html)).toBe(`${folded}\n`);
  });
});

describe('CSS', () => {
  it.each([
    ['a { color : red ; margin : 0 auto }\n\n b > c,\n d { x: y }', 'a{color :red;margin :0 auto}b > c,d{x:y}'],
    ['a :hover { color: red !important; }', 'a :hover{color:red !important;}'],
    ['/* a */ a { /* b; */ color: red } /* c */', 'a{color:red}'],
    ['a{margin:0/**/1px}', 'a{margin:0/**/1px}'],
    ['a::after { content: " ; /* } " }', 'a::after{content:" ; /* } "}'],
    ['a { background: url( a;b.png ) }', 'a{background:url( a;b.png )}'],
    [
      '@media (min-width: 480px) and (max-width: 600px) { a { b: c } }',
      '@media (min-width:480px) and (max-width:600px){a{b:c}}',
    ],
    ['[data-ogsc] .a { color: #fff }', '[data-ogsc] .a{color:#fff}'],
  ])('%s', (css, folded) => {
    expect(foldHtml(`<style>\n${css}\n</style>`)).toBe(`<style>${folded}</style>\n`);
  });

  it('of a style attribute', () => {
    const tag = '<p style="font-family: Arial, Helvetica ; margin: 0 auto !important;">a</p>';
    expect(foldHtml(tag)).toBe('<p style="font-family:Arial,Helvetica;margin:0 auto !important">a</p>\n');
  });
});

describe('lines', () => {
  const chinese = '国际教育工会呼吁立即释放被捕的教师'.repeat(60);

  it.each([
    ['without spaces', `<p>${chinese}</p>`],
    ['of words and elements without spaces', `<p>${`<b>${chinese.slice(0, 90)}</b>`.repeat(40)}</p>`],
    ['of pre', `<pre>${chinese}</pre>`],
    ['of character references', `<p>${'&#1234;'.repeat(400)}</p>`],
    ['of letters with marks', `<p>${'e\u0301'.repeat(800)}</p>`],
  ])('are cut where no reader sees it: %s', (_, html) => {
    const folded = foldHtml(html);
    expect(longestLine(folded)).toBeLessThanOrEqual(998);
    expect(folded.replaceAll('<!--\n-->', '').replaceAll('\n', '')).toBe(html);
    for (const [, before, after] of folded.matchAll(/(.)<!--\n-->(.)/gu)) {
      expect(after).not.toMatch(/\p{M}/u);
      expect(before).not.toBe('&');
    }
  });

  it('are cut between attributes and declarations', () => {
    const style = Array.from({ length: 90 }, (_, index) => `property-${index}:value`).join(';');
    const folded = foldHtml(`<p style="${style}">a</p>`);
    expect(longestLine(folded)).toBeLessThanOrEqual(520);
    expect(folded.replace(/\n/g, '')).toBe(`<p style="${style}">a</p>`);
  });

  it('count octets, not letters', () => {
    const folded = foldHtml(`<p>${'éèêëēėę '.repeat(400)}</p>`);
    expect(longestLine(folded)).toBeLessThanOrEqual(500);
  });

  it('are never cut in an address', () => {
    const address = `https://example.org/?${'a'.repeat(1200)}`;
    expect(foldHtml(`<p><a href="${address}">a</a></p>`)).toContain(`"${address}"`);
  });
});

describe('any document', () => {
  const words = fc.stringMatching(/^[a-z,.£’—é文ع ]{0,30}$/);
  const space = fc.constantFrom('', ' ', '\n', '\n   ', '\t ');
  const text = fc.oneof(
    words,
    space,
    fc.constantFrom(
      '[[first_name|dear friend]]',
      '&amp;',
      '&#x27;',
      'a\u00a0b',
      '<br>',
      '<img src="a" alt="b  c" height="auto" />',
    ),
    fc.constantFrom('文'.repeat(500), 'ع '.repeat(300), 'x'.repeat(1500)),
  );
  const { tree } = fc.letrec<{ tree: string; inline: string; block: string }>((tie) => ({
    tree: fc
      .array(fc.oneof({ depthSize: 'small' }, text, tie('inline'), tie('block')), { maxLength: 6 })
      .map((all) => all.join('')),
    inline: fc
      .tuple(
        fc.constantFrom('b', 'span', 'a href="https://example.org/?a&#x3D;b"', 'span\n  style="color: red;"'),
        tie('tree'),
      )
      .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(/\s/)[0]}>`),
    block: fc
      .tuple(fc.constantFrom('p', 'div', 'td', 'li', 'div\n class=""'), tie('tree'), space)
      .map(([tag, inner, after]) => `<${tag}>${inner}</${tag.split(/\s/)[0]}>${after}`),
  }));
  const outlook = fc.constantFrom(
    '<!-- x -->',
    '<!--[if mso | IE]><table><tr>\n<td><![endif]-->',
    '<!--[if !mso]><!-->',
    '<!--<![endif]-->',
  );
  const html = fc.array(
    fc.oneof(
      tree,
      outlook,
      tree.map((inner) => `<pre>${inner.replace(/<[^>]*>/g, '')}</pre>`),
    ),
    { maxLength: 5 },
  );

  it('folded twice is folded once, is seen as before, and has no long line', () => {
    fc.assert(
      fc.property(html, (parts) => {
        const before = `<body>${parts.join('')}</body>`;
        const folded = foldHtml(before);
        expect(foldHtml(folded)).toBe(folded);
        expect(seenIn(folded)).toBe(seenIn(before));
        expect(longestLine(folded)).toBeLessThanOrEqual(998);
        expect(folded.length).toBeLessThanOrEqual(before.length + 1 + 8 * (Buffer.byteLength(before) / 400));
        const kept = (of: string) =>
          [...of.matchAll(/<pre>([\s\S]*?)<\/pre>/g)].map(([, inner = '']) => inner.replace(/<!--\n?(?: x )?-->/g, ''));
        expect(kept(folded).map((inner) => inner.replaceAll("'", '&#x27;'))).toEqual(kept(before));
      }),
      { numRuns: 400 },
    );
  });
});
