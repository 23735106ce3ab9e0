import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import type { Design } from '../../../src/model/design.js';
import { compileDesign } from '../../../src/render/template/compile.js';
import { createEngine } from '../../../src/render/template/engine.js';
import { questions } from '../../../src/render/template/helpers.js';
import type { ShapeOf } from '../../../src/render/template/shape.js';
import type { Html } from '../../../src/render/view.js';
import { design } from './samples.js';

/**
 * A view of the same names on every level, so that templates put together by chance name something that there is, and
 * a step too far or too few outwards does not show by a missing name.
 */
type Level<Inner> = {
  readonly text: string;
  readonly html: Html;
  readonly number: number;
  readonly flag: boolean;
  readonly texts: readonly string[];
  readonly list: readonly Inner[];
  readonly group: Inner | null;
};
type View = Level<Level<Level<{ readonly text: string }>>>;

const levelShape = { text: 'text', html: 'html', number: 'number', flag: 'flag', texts: ['text'] } as const;
const innermost = { text: 'text' } as const;
const inner = { ...levelShape, list: [innermost], group: innermost } as const;
const middle = { ...levelShape, list: [inner], group: { ...inner } } as const;
const shape = { ...levelShape, list: [middle], group: { ...middle } } as const satisfies ShapeOf<View>;

type Values = { readonly text: string; readonly html: string; readonly entries: number; readonly gaps: boolean };

function viewOf({ text, html, entries, gaps }: Values): View {
  const many = <Entry>(entry: Entry): Entry[] => Array.from({ length: entries }, () => entry);
  const level = <Inner>(below: () => Inner): Level<Inner> => ({
    text,
    html: html as Html,
    number: 1,
    flag: true,
    texts: many(text),
    list: Array.from({ length: entries }, below),
    group: gaps ? null : below(),
  });
  return level(() => level(() => level(() => ({ text }))));
}

const values = fc.record<Values>({
  text: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      '1',
      '{{text}}',
      '[[first_name|friend]]',
      '-name-',
      '<mj-text>',
      '\u00010\u0002',
      '\u00010\u0002<mj-text>',
      '</script>',
      'a\n b',
    ),
  ),
  html: fc.constantFrom('', '<p>a</p>', '<pre>\n  a\n</pre>', '\u00010\u0002'),
  entries: fc.nat({ max: 2 }),
  gaps: fc.boolean(),
});

const field = fc.constantFrom(
  'text',
  'text',
  'number',
  'html',
  'flag',
  'list',
  'group',
  'texts',
  'group.text',
  'list.length',
  'nothing',
);
const path = fc.oneof(
  { weight: 5, arbitrary: field },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('../', '../../', './', 'this.', '@root.', 'a.', 'b.'), field)
      .map(([to, name]) => to + name),
  },
  { weight: 2, arbitrary: fc.constantFrom('this', '.', '..', '@index', '@first', '@../index', 'a', 'b') },
);
const content = fc
  .array(
    fc.constantFrom(
      '\n',
      '\r\n',
      '  ',
      '\t',
      'word',
      '<mj-text>',
      '</mj-text>',
      '<mj-raw a="',
      '<mj-',
      '\\',
      '{',
      '}',
      '\\{{text}}',
      '{{! <mj-text> }}',
      '{{!-- }} <mj-raw>--}}',
    ),
    { maxLength: 4 },
  )
  .map((pieces) => pieces.join(''));

const { template } = fc.letrec<{ template: string; statement: string }>((tie) => ({
  template: fc
    .array(fc.oneof({ weight: 1, arbitrary: content }, { weight: 1, arbitrary: tie('statement') }), { maxLength: 4 })
    .map((pieces) => pieces.join('')),
  statement: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'blocks' },
    path.map((name) => `{{${name}}}`),
    path.map((name) => `{{{${name}}}}`),
    path.map((name) => `{{~${name}~}}`),
    fc
      .tuple(
        fc.constantFrom('one', 'two', 'one', 'two', 'three'),
        fc.oneof(fc.constant(''), path),
        fc.oneof(
          fc.constant(''),
          path.map((name) => `text=${name}`),
        ),
      )
      .map((parts) => `{{> ${parts.join(' ')}}}`),
    fc
      .tuple(
        fc.constantFrom('if', 'unless', 'each', 'each', 'with', 'with'),
        path,
        fc.constantFrom('', '', ' as |a|', ' as |a b|'),
        fc.constantFrom('', '~'),
        tie('template'),
        fc.option(tie('template'), { nil: undefined }),
      )
      .map(([helper, name, as, strip, main, otherwise]) => {
        const rest = otherwise === undefined ? '' : `{{else}}${otherwise}`;
        return `{{#${helper} ${name}${as}${strip}}}${main}${rest}{{/${helper}}}`;
      }),
  ),
}));

const designs = fc
  .tuple(template, template, template, fc.boolean())
  .map(([body, one, two, hasHead]) => design(body, { one, two, ...(hasHead && { head: two }) }));

/** Blocks in blocks with a name in the middle, which is where “../” and “as” can go wrong. */
const nest = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('if', 'each', 'with'), path, fc.constantFrom('', '', ' as |a|', ' as |b|')), {
      maxLength: 4,
    }),
    fc.constantFrom(
      'text',
      'number',
      '../text',
      '../../text',
      '../../../text',
      '@index',
      '@../index',
      'a.text',
      'b.text',
      '@root.text',
      'this',
    ),
    fc.constantFrom('', '', '{{> one}}', '{{> two group}}', '{{> one text=number}}'),
  )
  .map(([blocks, name, call]) =>
    blocks.reduceRight(
      (main, [helper, about, as]) => `{{#${helper} ${about}${as}}}${main}{{/${helper}}}`,
      `{{${name}}}${call}`,
    ),
  );
const nests = fc.tuple(nest, nest, nest).map(([body, one, two]) => design(body, { one, two }));

/** The function of a design that passes the check, as a good part of those put together by chance do. */
function checked(sample: Design) {
  const { render } = compileDesign<View>(sample, shape);
  fc.pre(render !== undefined);
  return render;
}

describe('any templates, any view', () => {
  test('garbage gives findings with a place, never an exception', () => {
    const token = fc.constantFrom(
      '{{',
      '}}',
      '{{{',
      '}}}',
      '{{#',
      '{{/',
      '{{^',
      '{{~',
      '{{!--',
      '--}}',
      '{{> ',
      '{{#> ',
      '{{*',
      '{{{{',
      '}}}}',
      '(',
      ')',
      '"',
      '=',
      '|',
      ' as ',
      'else',
      'if',
      'each',
      'text',
      'list',
      '@',
      '../',
      '.',
      'this',
      ' ',
      '\n',
      '\\',
      '[',
      ']',
      '<mj-text>',
      '\u0000',
      '\u0001',
      '1',
      'eq',
      'null',
    );
    const text = fc.oneof(
      fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, text, values, (body, one, sample) => {
        const { findings, render } = compileDesign<View>(design(`${body}{{> one}}`, { one }), shape);
        for (const { place, words } of findings) {
          const lines = (place?.file.includes('body') ? `${body}{{> one}}` : one).split(/\r\n?|\n/);
          expect(lines[(place?.line ?? 0) - 1]?.length).toBeGreaterThanOrEqual((place?.column ?? 0) - 1);
          expect(words).not.toMatch(/Expecting|undefined|\[object/);
        }
        expect(render?.(viewOf(sample)).findings ?? []).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('markers leave no trace: the bytes are those of the templates as they are', () => {
    fc.assert(
      fc.property(designs, values, (sample, given) => {
        const view = viewOf(given);
        const { rendered } = checked(sample)?.(view) ?? {};
        const engine = createEngine();
        for (const [name, { text }] of Object.entries(sample.partials)) engine.partial(name, text);
        expect(rendered?.body).toBe(engine.compile<View>(sample.body.text)(view));
        expect(rendered?.head).toBe(sample.partials.head ? engine.compile<View>(sample.partials.head.text)(view) : '');
      }),
      { numRuns: 600 },
    );
  });

  test('text brings no markup into the mail', () => {
    fc.assert(
      fc.property(designs, values, (sample, given) => {
        const plain = withoutTags(sample);
        const { rendered } =
          checked(plain)?.(viewOf({ ...given, text: `<b>${given.text}"'<mj-text>`, html: '' })) ?? {};
        expect(`${rendered?.head}${rendered?.body}`).not.toMatch(/[<"']/);
      }),
      { numRuns: 600 },
    );
  });

  test('what passes the check names only what there is', () => {
    fc.assert(
      fc.property(
        fc.oneof(designs, nests),
        fc.constantFrom('1', 'text'),
        fc.integer({ min: 1, max: 2 }),
        (sample, text, entries) => {
          checked(sample);
          const missed: string[] = [];
          const view = watched(viewOf({ text, html: text, entries, gaps: false }), missed);
          // In this mode Handlebars throws where it would print a blank for a name that leads nowhere.
          const strict = Handlebars.create();
          strict.registerHelper(questions);
          const options = {
            strict: true,
            knownHelpersOnly: true,
            knownHelpers: { eq: true } as unknown as KnownHelpers,
          };
          for (const [name, file] of Object.entries(sample.partials)) {
            strict.registerPartial(name, strict.compile(file.text, options));
          }
          strict.compile(sample.body.text, options)(view);
          expect(missed).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function withoutTags(sample: Design): Design {
  const plain = <File extends { readonly text: string }>(file: File) => ({
    ...file,
    text: file.text.replace(/[<"]/g, ''),
  });
  const partials = Object.fromEntries(Object.entries(sample.partials).map(([name, file]) => [name, plain(file)]));
  return { ...sample, body: plain(sample.body), partials };
}

/** The same view, which notes each name that is asked for and not there. */
function watched<Value extends object>(value: Value, missed: string[], known = new WeakMap<object, object>()): Value {
  const before = known.get(value);
  if (before) return before as Value;
  const proxy = new Proxy(value, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      // What all objects have is asked for when Handlebars compares a value with the one around it.
      if (typeof name === 'string' && !(name in target)) missed.push(name);
      return typeof found === 'object' && found !== null ? watched(found, missed, known) : found;
    },
  });
  known.set(value, proxy);
  return proxy;
}
