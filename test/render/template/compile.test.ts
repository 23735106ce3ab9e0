import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compileDesign, type Rendered } from '../../../src/render/template/compile.js';
import { issueShape, type TemplateView } from '../../../src/render/template/issue-shape.js';
import type { Html } from '../../../src/render/view.js';
import { design, fullView, view } from './samples.js';

function render(body: string, partials: Readonly<Record<string, string>> = {}, of: TemplateView = view): Rendered {
  const { findings, render } = compileDesign<TemplateView>(design(body, partials), issueShape);
  expect(findings).toEqual([]);
  const rendering = render?.(of);
  expect(rendering?.findings).toEqual([]);
  if (!rendering?.rendered) throw new Error('nothing was rendered');
  return rendering.rendered;
}

const place = (name: string, line: number, column: number) => ({ file: `templates/${name}.mjml`, line, column });

describe('a design is filled in', () => {
  test('body and head, from names, lists, questions and partials', () => {
    const { head, body } = render(
      '<mj-section>{{#each sections}}{{#each items}}{{> card size="big"}}{{#if (eq kind "a kind")}}!{{/if}}{{/each}}{{/each}}</mj-section>',
      { card: '<mj-text>{{size}}: {{title}}</mj-text>{{{body}}}', head: '<mj-title>{{subject}}</mj-title>' },
    );
    expect(body).toBe('<mj-section><mj-text>big: a title</mj-text><p>body</p>!</mj-section>');
    expect(head).toBe('<mj-title>a subject</mj-title>');
  });

  test('the head is empty if the design has none', () => {
    expect(render('{{subject}}').head).toBe('');
  });

  test('absent values print nothing and count as no', () => {
    const empty = { ...view, webVersion: null, issue: { ...view.issue, intro: null } };
    expect(render('[{{webVersion}}{{{issue.intro}}}{{#if webVersion}}x{{else}}-{{/if}}]', {}, empty).body).toBe('[-]');
  });

  test('an empty list counts as no', () => {
    const body = '{{#if sections}}a{{/if}}{{#if (or sections webVersion)}}b{{/if}}{{#if (and why sections)}}c{{/if}}';
    const onlySections = { ...view, webVersion: null };
    expect(render(body, {}, onlySections).body).toBe('abc');
    expect(render(body, {}, { ...onlySections, sections: [] }).body).toBe('');
  });

  test('one design fills in many views', () => {
    const { render } = compileDesign<TemplateView>(design('{{subject}}'), issueShape);
    const bodies = ['one', 'two', 'one'].map((subject) => render?.({ ...view, subject }).rendered?.body);
    expect(bodies).toEqual(['one', 'two', 'one']);
  });

  test('a frozen view is as good', () => {
    expect(
      render(
        '{{#each sections}}{{> card this size=1}}{{/each}}',
        { card: '{{title}}{{size}}' },
        Object.freeze({ ...view }),
      ).body,
    ).toBe('a title1');
  });

  test('nothing is rendered while there is an error', () => {
    const { findings, render } = compileDesign<TemplateView>(design('{{sumary}}'), issueShape);
    expect(findings).toHaveLength(1);
    expect(render).toBeUndefined();
  });

  test('a warning about a spare partial is no obstacle', () => {
    const { findings, render } = compileDesign<TemplateView>(design('{{subject}}', { spare: '{{#if' }), issueShape);
    expect(findings).toMatchObject([{ severity: 'warning' }]);
    expect(render?.(view).rendered?.body).toBe('a subject');
  });
});

describe('what authors write is data', () => {
  const written = [
    '{{subject}} {{{why}}} {{> card}} {{#each sections}}',
    '[[first_name|friend]] [[unsubscribe_url]]',
    '-name- and -fn_h-',
    '\\{{subject}} $& $1 $$',
    '\u00011\u0002 and \u0001',
    'line one\n    line two\r\n\ttabbed',
  ];

  test.each(written)('text survives as typed: %j', (text) => {
    const { body } = render(
      '<mj-text>\n  {{subject}}<mj-raw>{{#each sections}}{{> card}}{{/each}}',
      { card: '{{title}}\n' },
      fullView(
        () => text,
        () => '',
      ),
    );
    expect(body).toBe(`<mj-text>\n  ${escaped(text)}<mj-raw>${escaped(text)}\n`);
  });

  test.each(written)('markup survives as it is: %j', (text) => {
    const issue = { ...view.issue, intro: `<pre>${text}</pre>` as Html };
    expect(render('  {{> card}}\n', { card: '<mj-text>{{{issue.intro}}}</mj-text>\n' }, { ...view, issue }).body).toBe(
      `  <mj-text><pre>${text}</pre></mj-text>\n`,
    );
  });

  test('text is escaped for text and for quoted attributes', () => {
    const subject = `<script>"&'\`</script>`;
    expect(render('<mj-text title="{{subject}}">', {}, { ...view, subject }).body).toBe(
      '<mj-text title="&lt;script&gt;&quot;&amp;&#x27;&#x60;&lt;/script&gt;">',
    );
  });
});

describe('white space is as Handlebars has it', () => {
  test('lines with nothing but a block, a comment or a partial leave no trace', () => {
    const body = [
      '<mj-section>',
      '  {{! a comment }}',
      '  {{#each organisation.address}}',
      '    <mj-text>{{this}}</mj-text>',
      '  {{else}}',
      '    <mj-text>none</mj-text>',
      '  {{/each}}',
      '  {{> card}}',
      '</mj-section>',
      '',
    ].join('\n');
    const lines = [
      '<mj-section>',
      '    <mj-text>an address</mj-text>',
      '  <mj-spacer />',
      '  <mj-text />',
      '</mj-section>',
      '',
    ];
    const address = { ...view, organisation: { ...view.organisation, address: ['an address'] } };
    expect(render(body, { card: '<mj-spacer />\n  <mj-text />\n' }, address).body).toBe(lines.join('\n'));
  });

  test('tags beside braces change nothing about the lines', () => {
    expect(
      render('<mj-text>\n{{#if why}}\n<mj-text>\n{{~/if}} <mj-raw>\n\t{{#if why}}<mj-raw>{{/if}}\r\n<mj-raw>').body,
    ).toBe('<mj-text>\n<mj-text> <mj-raw>\n\t<mj-raw>\r\n<mj-raw>');
  });
});

describe('a line of what was rendered leads back to the template', () => {
  const rendered = () =>
    render(
      '<mj-section>\n  {{#each sections}}\n  {{#each items}}\n{{> card}}\n  {{/each}}\n  {{/each}}\n</mj-section>\n<mj-section />\n',
      {
        card: '{{! card }}\n<mj-column>\n  <mj-text>\n {{title}}\n  </mj-text>\n</mj-column>\n',
        head: '\n<mj-title>{{subject}}</mj-title>',
      },
      fullView(
        (name) => `${name}\n${name}`,
        () => '',
        2,
      ),
    );

  test('by the first tag on it', () => {
    const { body, head, placeOf } = rendered();
    const lines = body.split('\n');
    const places = lines.map((line, index) => [line, placeOf('body', index + 1)] as const);
    expect(places.filter(([line]) => line === '<mj-column>').map(([, at]) => at)).toEqual(
      Array(4).fill(place('card', 2, 1)),
    );
    expect(places.filter(([line]) => line === '  <mj-text>').map(([, at]) => at)).toEqual(
      Array(4).fill(place('card', 3, 3)),
    );
    expect(placeOf('body', 1)).toEqual(place('body', 1, 1));
    expect(placeOf('body', lines.indexOf('<mj-section />') + 1)).toEqual(place('body', 8, 1));
    expect(head.split('\n')[1]).toBe('<mj-title>subject');
    expect(placeOf('head', 2)).toEqual(place('head', 2, 1));
  });

  test('by the last tag before it, or else the top of the file', () => {
    const { body, placeOf } = rendered();
    expect(placeOf('body', body.split('\n').indexOf(' title') + 1)).toEqual(place('card', 3, 3));
    expect(placeOf('body', 9999)).toEqual(place('body', 8, 1));
    expect(placeOf('head', 1)).toEqual(place('head', 1, 1));
    expect(render('text').placeOf('head', 1)).toEqual(place('body', 1, 1));
    expect(render('text').placeOf('body', 0)).toEqual(place('body', 1, 1));
  });

  test('tags in comments, in quotes and in values have no place', () => {
    const { placeOf, body } = render(
      '{{!-- <mj-text> --}}{{! <mj-raw> }}{{> card tag="<mj-text>"}}{{#if (eq why "<mj-text>")}}\n<mj-text>{{/if}}',
      { card: '{{tag}}\n<mj-raw>' },
      { ...view, why: '<mj-text>' },
    );
    expect(body).toBe('&lt;mj-text&gt;\n<mj-raw>\n<mj-text>');
    expect([1, 2, 3].map((line) => placeOf('body', line))).toEqual([
      place('body', 1, 1),
      place('card', 2, 1),
      place('body', 2, 1),
    ]);
  });

  test('after escaped braces and comments places are exact', () => {
    const { placeOf } = render('{{!-- a\n b --}} \\{{x}} <mj-text>\n\\\\{{why}}<mj-raw>\r\n é<mj-raw>');
    expect([1, 2, 3].map((line) => placeOf('body', line))).toEqual([
      place('body', 2, 16),
      place('body', 3, 10),
      place('body', 4, 3),
    ]);
  });
});

describe('the engine is closed in', () => {
  const written: unknown[] = [];
  beforeEach(() => {
    for (const level of ['log', 'warn', 'error', 'info', 'debug'] as const) {
      vi.spyOn(console, level).mockImplementation((...words) => void written.push(words));
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
    written.length = 0;
  });

  test('nothing is written to the console, whatever a template tries', () => {
    for (const body of [
      '{{log subject}}',
      '{{constructor}}',
      '{{#with subject}}{{constructor}}{{/with}}',
      '{{lookup this "__proto__"}}',
      '{{subject.trim}}',
    ]) {
      const { render, findings } = compileDesign<TemplateView>(design(body), issueShape);
      expect(findings.length).toBeGreaterThan(0);
      render?.(view);
    }
    expect(written).toEqual([]);
  });

  test('what a view inherits is not read, even if the shape says that it is there', () => {
    const inherited = Object.create({ title: 'inherited' });
    const { render } = compileDesign<{ readonly title: string }>(design('[{{title}}]'), { title: 'text' });
    expect(render?.(inherited).rendered?.body).toBe('[]');
    expect(written).toEqual([]);
  });

  test('a fault while it is filled in is a finding', () => {
    const faulty = Object.defineProperty({ ...view }, 'subject', {
      get: () => {
        throw new RangeError('Maximum call stack size exceeded');
      },
    });
    const { render } = compileDesign<TemplateView>(design('{{subject}}'), issueShape);
    expect(render?.(faulty)).toMatchObject({
      findings: [
        {
          rule: 'template/fault',
          severity: 'error',
          place: place('body', 1, 1),
          words: expect.stringContaining('Maximum call stack'),
        },
      ],
    });
  });

  test('blocks as deep as are allowed are filled in', () => {
    expect(render(`${'{{#if why}}'.repeat(90)}{{why}}${'{{/if}}'.repeat(90)}`).body).toBe('a why');
  });
});

function escaped(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#x27;',
    '`': '&#x60;',
    '=': '&#x3D;',
  };
  return text.replace(/[&<>"'`=]/g, (sign) => signs[sign] ?? sign);
}
