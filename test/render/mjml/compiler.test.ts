import fc from 'fast-check';
import { components } from 'mjml-core';
import { describe, expect, it, vi } from 'vitest';
import { createMjmlCompiler, type MjmlSource } from '../../../src/render/mjml/compiler.js';
import { section, shapes, source } from './sources.js';

const full = { reuse: false };

async function compile(changes: Partial<MjmlSource> = {}) {
  return createMjmlCompiler().compile(source(changes), full);
}

describe('the document', () => {
  it('is the design without complaints', async () => {
    const { html, complaints } = await compile({ body: Object.values(shapes).join('\n') });
    expect(complaints).toEqual([]);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr" /);
    expect(html).toContain('Dear [[first_name|friend]], sign by <b>Friday</b> <i>26 March</i>.');
    expect(html).not.toMatch(/<\/?mj-/);
  });

  it('says its language and direction on every child of the body', async () => {
    const { html } = await compile({ lang: 'ar', dir: 'rtl', body: `${shapes.preheader}${shapes['right to left']}` });
    const body = html.slice(html.indexOf('<body'), html.indexOf('</body>')).replace(/<!--[\s\S]*?-->/g, '');
    const children: string[] = [];
    let depth = 0;
    for (const [tag, slash, name] of body.slice(body.indexOf('>') + 1).matchAll(/<(\/?)(\w+)[^>]*>/g)) {
      if (!slash && depth === 0) children.push(tag);
      if (slash) depth -= 1;
      else if (!['img', 'br', 'hr'].includes(name ?? '')) depth += 1;
    }
    expect(children).toHaveLength(1);
    expect(children[0]).toMatch(/ lang="ar"\s+dir="rtl"/);
  });

  it('has what mail clients need in its head, and nothing from elsewhere', async () => {
    const { html } = await compile();
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('<meta name="supported-color-schemes" content="light dark">');
    expect(html).toMatch(/<!--\[if mso\]>.*<o:PixelsPerInch>96<\/o:PixelsPerInch>.*<!\[endif\]-->/);
    expect(html).toContain('.card { background: #222222 !important }');
    expect(html).not.toMatch(/<link|@import|googleapis|Ubuntu/);
  });

  it('keeps column widths from the breakpoint on, once more for Thunderbird', async () => {
    const { html } = await compile({ head: '<mj-breakpoint width="320px" />', body: shapes['two columns'] ?? '' });
    expect(html).toMatch(/@media only screen and \(min-width:320px\)\{\n\.mj-column-per-50\{ width:50% !important/);
    expect(html).toMatch(/<style media="screen and \(min-width:320px\)">\n\.moz-text-html \.mj-column-per-50\{/);
  });

  it.each([
    ['Jobs & <pay> "now"', 'Jobs &amp; &lt;pay&gt; &quot;now&quot;'],
    [' Two\n lines ', 'Two lines'],
    ['</mj-title><script>', '&lt;/mj-title&gt;&lt;script&gt;'],
    ['', ''],
  ])('puts the title %j in as text', async (title, escaped) => {
    const { html, complaints } = await compile({ title });
    expect(complaints).toEqual([]);
    expect(html).toContain(`<title>${escaped}</title>`);
    if (escaped !== '') expect(html).toContain(`aria-label="${escaped}"`);
  });

  it('is as wide and as coloured as the design says, else 600 pixels', async () => {
    const told = await compile({ width: 560, background: '#f4f4f4' });
    expect(told.html).toContain('max-width:560px');
    expect(told.html).toMatch(/<body\s+style="[^"]*background-color:#f4f4f4/);
    expect((await compile()).html).toContain('max-width:600px');
  });

  it('has raw markup of the head and of the body as it is', async () => {
    const { html } = await compile({
      head: '<mj-raw><meta name="description" content="x"></mj-raw>',
      body: '<mj-raw><div lang="en" dir="ltr">a<b></mj-raw><mj-raw></b></div></mj-raw>',
    });
    expect(html).toContain('<meta name="description" content="x">');
    expect(html).toMatch(/<div lang="en" dir="ltr">a<b><\/b><\/div>/);
  });

  it('leaves out the comments of a design', async () => {
    const { html, complaints } = await compile({
      head: '<!-- colours -->',
      body: `<!-- a note: <mj-text> -->${section('x')}`,
    });
    expect(complaints).toEqual([]);
    expect(html).not.toMatch(/colours|a note/);
  });

  it('is the same again', async () => {
    const body = Object.values(shapes).join('\n');
    expect((await compile({ body })).html).toBe((await compile({ body })).html);
  });
});

describe('complaints', () => {
  it.each<[string, Partial<MjmlSource>, string, number, RegExp]>([
    ['an unknown attribute', { body: '\n<mj-section colour="red"></mj-section>' }, 'body', 2, /no attribute “colour”/],
    ['an impossible value', { body: '<mj-section padding="wide"></mj-section>' }, 'body', 1, /padding="wide".*px or %/],
    ['a value out of a list', { body: '<mj-section direction="up"></mj-section>' }, 'body', 1, /takes ltr or rtl\./],
    ['a colour', { body: '<mj-section background-color="blu"></mj-section>' }, 'body', 1, /background-color="blu"/],
    ['a misplaced tag', { body: '\n\n<mj-text>x</mj-text>' }, 'body', 3, /<mj-text> cannot stand inside <mj-body>/],
    ['a default', { head: '<mj-attributes>\n<mj-text colour="red"/></mj-attributes>' }, 'head', 2, /“colour”/],
    [
      'a default of all',
      { head: '<mj-attributes>\n<mj-all font="x"/></mj-attributes>' },
      'head',
      2,
      /“font” of <mj-all>/,
    ],
    [
      'a default of a class',
      { head: '<mj-attributes><mj-class name="a"\nfont="x"/></mj-attributes>' },
      'head',
      2,
      /“font”/,
    ],
  ])('come with the document for %s', async (_, changes, part, line, words) => {
    const { html, complaints } = await compile(changes);
    expect(complaints).toEqual([{ part, line, words: expect.stringMatching(words) }]);
    expect(html).toContain('</html>');
  });

  it('come all at once, in order of place', async () => {
    const { complaints } = await compile({
      head: '<mj-attributes>\n<mj-text colour="red"/>\n<mj-all fount="x"/></mj-attributes>',
      body: '<mj-section a="b">\n<mj-column c="d"></mj-column></mj-section>',
    });
    expect(complaints.map(({ part, line }) => [part, line])).toEqual([
      ['head', 2],
      ['head', 3],
      ['body', 1],
      ['body', 2],
    ]);
  });

  it('come without a document where tags are broken', async () => {
    const { html, complaints } = await compile({ head: '<mj-style>', body: '<mj-section><mj-column></mj-section>' });
    expect(html).toBe('');
    expect(complaints.map(({ part }) => part)).toEqual(['head', 'body']);
  });

  it('are never an exception, whatever an attribute says', async () => {
    const tags = Object.entries(components).flatMap(([tag, component]) =>
      ['mj-section', 'mj-column', 'mj-text', 'mj-button', 'mj-image', 'mj-divider', 'mj-spacer', 'mj-table'].includes(
        tag,
      )
        ? Object.keys(component?.allowedAttributes ?? {}).map((name) => ({ tag, name }))
        : [],
    );
    const value = fc.oneof(
      fc.constantFrom('', '0', '-5px', '50', 'auto', 'true', 'false', '1px 2px', '%'),
      fc.stringMatching(/^[a-z0-9 %#().-]{0,9}$/),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tags), value, async ({ tag, name }, written) => {
        const inner = tag === 'mj-section' || tag === 'mj-column' ? '' : `<${tag} ${name}="${written}"></${tag}>`;
        const own = (holder: string) => (tag === holder ? ` ${name}="${written}"` : '');
        const body = `<mj-section${own('mj-section')}><mj-column${own('mj-column')}>${inner}</mj-column></mj-section>`;
        const { html, complaints } = await compile({ body });
        expect(html !== '' || complaints.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('reuse', () => {
  it.each(Object.entries(shapes))('gives the same bytes for %s, at first and again', async (_, shape) => {
    const compiler = createMjmlCompiler();
    const mjml = source({ body: `${section('before')}\n${shape}\n${section('after')}` });
    const expected = await compiler.compile(mjml, full);
    expect(await compiler.compile(mjml, { reuse: true })).toEqual(expected);
    expect(await compiler.compile(mjml, { reuse: true })).toEqual(expected);
  });

  it('gives the same bytes for any body, head, language, direction and width, in any order', async () => {
    const compiler = createMjmlCompiler();
    const bodies = fc.array(fc.constantFrom(...Object.values(shapes)), { maxLength: 8 });
    const variant = fc.record({
      body: bodies.map((children) => children.join('\n')),
      lang: fc.constantFrom('en', 'cy'),
      dir: fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl'),
      width: fc.constantFrom(560, 600),
      title: fc.constantFrom('One', 'Two'),
      head: fc.constantFrom(
        source().head,
        '<mj-attributes><mj-all color="#111111"/></mj-attributes>',
        '<mj-attributes><mj-text color="#111111"/></mj-attributes><mj-breakpoint width="320px"/>',
      ),
    });
    await fc.assert(
      fc.asyncProperty(variant, async (changes) => {
        const expected = await compiler.compile(source(changes), full);
        expect(await compiler.compile(source(changes), { reuse: true })).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('compiles only the section that has changed', async () => {
    const compiler = createMjmlCompiler();
    const render = vi.spyOn(components['mj-section']?.prototype as unknown as { render(): string }, 'render');
    const body = (...words: string[]) => source({ body: words.map(section).join('\n') });
    await compiler.compile(body('one', 'two', 'three'), { reuse: true });
    expect(render).toHaveBeenCalledTimes(3);
    await compiler.compile(body('new', 'one', 'two, reworded', 'three'), { reuse: true });
    expect(render).toHaveBeenCalledTimes(5);
    await compiler.compile(body('three', 'one'), { reuse: true });
    expect(render).toHaveBeenCalledTimes(5);
    render.mockRestore();
  });

  it('complains with the right line after sections that are known', async () => {
    const compiler = createMjmlCompiler();
    await compiler.compile(source({ body: section('known') }), { reuse: true });
    const mjml = source({ body: `${section('known')}\n${section('known')}<mj-section colour="red"></mj-section>` });
    const expected = await compiler.compile(mjml, full);
    expect(expected.complaints).toHaveLength(1);
    expect(await compiler.compile(mjml, { reuse: true })).toEqual(expected);
  });

  it('complains again about a section that was seen before', async () => {
    const compiler = createMjmlCompiler();
    const mjml = source({ body: '<mj-section colour="red"></mj-section>' });
    const first = await compiler.compile(mjml, { reuse: true });
    expect(first.complaints).toHaveLength(1);
    expect(await compiler.compile(mjml, { reuse: true })).toEqual(first);
  });
});
