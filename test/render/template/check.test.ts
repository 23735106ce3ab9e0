import { describe, expect, test } from 'vitest';
import { compileDesign } from '../../../src/render/template/compile.js';
import { issueShape, type TemplateView } from '../../../src/render/template/issue-shape.js';
import { design, spots } from './samples.js';

function check(body: string, partials?: Readonly<Record<string, string>>) {
  return compileDesign<TemplateView>(design(body, partials), issueShape).findings;
}

const inItem = (text: string) => `{{#each sections}}{{#each items}}\n${text}\n{{/each}}{{/each}}`;

describe('what is right passes', () => {
  test.each<[what: string, body: string, partials?: Record<string, string>]>([
    [
      'names, paths and markup',
      '{{subject}} {{organisation.name}} {{theme.colours.brand}} {{{issue.intro}}} {{issue.count}}',
    ],
    ['the other way to write three braces', '{{&issue.intro}}'],
    ['lists and their entries', '{{#each sections}}{{title}}{{#each items}}{{kicker}}{{/each}}{{/each}}'],
    ['a list of texts', '{{#each organisation.address}}{{this}}{{.}}{{@index}}{{#unless @last}}, {{/unless}}{{/each}}'],
    ['the length of a list', '{{sections.length}}{{#if sections.length}}x{{/if}}'],
    [
      'what to do with an empty list',
      '{{#each sections}}{{title}}{{else}}{{subject}}{{/each}}{{^each sections}}{{subject}}{{/each}}',
    ],
    [
      'names for entries',
      '{{#each sections as |section at|}}{{#each section.items as |item|}}{{section.title}}{{item.title}}{{title}}{{at}}{{/each}}{{/each}}',
    ],
    ['a name that a field has too', '{{#each sections as |title|}}{{title.title}}{{this.title}}{{./title}}{{/each}}'],
    [
      'steps outwards',
      '{{#each sections}}{{#each items}}{{../title}}{{../../subject}}{{@root.subject}}{{/each}}{{/each}}',
    ],
    [
      'if and unless take no step',
      '{{#each sections}}{{#if first}}{{#unless intro}}{{../subject}}{{/unless}}{{/if}}{{/each}}',
    ],
    [
      'outer loops',
      '{{#each sections}}{{#each items}}{{@index}}{{@../index}}{{#if @../last}}x{{/if}}{{/each}}{{/each}}',
    ],
    [
      'with, named or not',
      inItem(
        '{{#with action}}{{label}}{{../title}}{{else}}{{title}}{{/with}}{{#with image as |picture|}}{{picture.src}}{{/with}}',
      ),
    ],
    [
      'chains of else',
      inItem(
        '{{#if body}}{{{body}}}{{else if summary}}{{summary}}{{else with action}}{{label}}{{else}}{{title}}{{/if}}',
      ),
    ],
    [
      'questions',
      inItem('{{#if (eq kind "event")}}1{{/if}}{{#if (and title (or body summary) (eq @root.issue.count 1))}}2{{/if}}'),
    ],
    [
      'comments, white space control and braces as text',
      '{{! one }}{{!-- {{nothing}} --}} {{~subject~}} \\{{nothing}}',
    ],
    ['a partial with the current value', inItem('{{> card}}'), { card: '{{title}}{{@index}}{{@root.subject}}' }],
    [
      'a partial with another value',
      inItem('{{#with action}}{{> link}}{{/with}}{{#each moreActions}}{{> link this}}{{/each}}'),
      { link: '{{url}}' },
    ],
    [
      'a partial with pairs',
      '{{> card size="big" number=1 plain=true label=subject intro=issue.intro}}',
      { card: '{{size}}{{number}}{{#if plain}}{{/if}}{{label}}{{{intro}}}{{why}}' },
    ],
    ['pairs over a list', '{{> card sections size="big"}}', { card: '{{size}}' }],
    [
      'partials of any name',
      '{{> shared/card}}{{> "other card"}}{{> 3}}',
      { 'shared/card': '{{why}}', 'other card': '{{why}}', '3': '{{why}}' },
    ],
    ['one partial from many places', '{{> a}}{{> b}}', { a: '{{> c}}', b: '{{> c}}', c: '{{why}}' }],
  ])('%s', (_, body, partials) => {
    expect(check(body, partials)).toEqual([]);
  });
});

describe('a slip is found at its place', () => {
  test.each<[template: string, ...expected: string[]]>([
    // Names.
    ['{{sumary}}', 'body:1:3 unknown-field'],
    ['a\n  {{subject}} {{{sumary}}}', 'body:2:18 unknown-field'],
    ['{{organisation.nam}}', 'body:1:3 unknown-field'],
    ['{{organisation.address.first}}', 'body:1:3 unknown-field'],
    ['{{subject.length}}', 'body:1:3 unknown-field'],
    [
      '{{constructor}}{{__proto__}}{{organisation.toString}}',
      'body:1:3 unknown-field',
      'body:1:18 unknown-field',
      'body:1:31 unknown-field',
    ],
    ['{{#if sumary}}{{/if}}', 'body:1:7 unknown-field'],
    ['{{#if subject}}{{else if sumary}}{{/if}}', 'body:1:26 unknown-field'],
    ['{{#if (and subject sumary)}}{{/if}}', 'body:1:20 unknown-field'],
    ['{{#each sections}}{{subject}}{{/each}}', 'body:1:21 unknown-field'],
    ['{{#each sections}}{{else}}{{items}}{{/each}}', 'body:1:29 unknown-field'],
    ['{{#each sections as |section|}}{{/each}}{{section.title}}', 'body:1:43 unknown-field'],
    ['{{#each sections as |section|}}{{section.sumary}}{{/each}}', 'body:1:34 unknown-field'],
    [
      '{{@root.sumary}}{{@rot}}{{@key}}{{@../root}}',
      'body:1:3 unknown-field',
      'body:1:19 unknown-field',
      'body:1:27 unknown-field',
      'body:1:35 unknown-field',
    ],
    [
      '{{@index}}{{#each sections}}{{@../index}}{{else}}{{@index}}{{/each}}',
      'body:1:3 unknown-field',
      'body:1:31 unknown-field',
      'body:1:52 unknown-field',
    ],
    ['{{../subject}}', 'body:1:3 nothing-above'],
    ['{{#if subject}}{{../subject}}{{/if}}', 'body:1:18 nothing-above'],
    ['{{#with @root}}{{../subject}}{{/with}}', 'body:1:18 doubtful-parent'],
    ['{{#with subject}}{{#with ../why}}{{../../lang}}{{/with}}{{/with}}', 'body:1:36 doubtful-parent'],
    ['{{#with organisation.address}}{{#each this}}{{../length}}{{/each}}{{/with}}', 'body:1:47 doubtful-parent'],
    // One slip, one finding.
    ['{{#each sectons}}{{title}}{{#each items}}{{nothing}}{{../nothing}}{{/each}}{{/each}}', 'body:1:9 unknown-field'],
    ['{{#with sectons as |s|}}{{s.title}}{{#each s.items as |i|}}{{{i}}}{{/each}}{{/with}}', 'body:1:9 unknown-field'],
    // What a value is.
    ['{{issue.intro}}', 'body:1:1 escaped-html'],
    ['{{#with issue.intro}}{{this}}{{/with}}', 'body:1:22 escaped-html'],
    ['{{{subject}}}', 'body:1:1 unescaped-text'],
    ['{{&subject}}', 'body:1:1 unescaped-text'],
    ['{{sections}}', 'body:1:1 not-text'],
    ['{{organisation}}{{this}}', 'body:1:1 not-text', 'body:1:17 not-text'],
    ['{{#each sections}}{{first}}{{@first}}{{/each}}', 'body:1:19 not-text', 'body:1:28 not-text'],
    ['{{eq lang "en"}}', 'body:1:1 not-text'],
    ['{{#each subject}}{{title}}{{/each}}', 'body:1:1 not-a-list'],
    ['{{#each theme.colours}}{{this}}{{/each}}', 'body:1:1 not-a-list'],
    ['{{#each "abc"}}{{/each}}', 'body:1:1 not-a-list'],
    // Helpers.
    ['{{#eech sections}}{{title}}{{/eech}}', 'body:1:1 unknown-helper'],
    [
      '{{upper subject}}{{subject size=1}}{{@root x}}',
      'body:1:1 unknown-helper',
      'body:1:18 unknown-helper',
      'body:1:36 unknown-helper',
      'body:1:44 unknown-field',
    ],
    [
      '{{log subject}}{{lookup this "subject"}}{{#if (not subject)}}{{/if}}',
      'body:1:1 unknown-helper',
      'body:1:16 unknown-helper',
      'body:1:47 unknown-helper',
    ],
    ['{{#sections}}{{title}}{{/sections}}{{^subject}}{{/subject}}', 'body:1:1 bare-block', 'body:1:36 bare-block'],
    [
      '{{#if}}{{/if}}{{#if subject why}}{{/if}}{{#each}}{{/each}}',
      'body:1:1 arguments',
      'body:1:15 arguments',
      'body:1:41 arguments',
    ],
    ['{{#if issue.count includeZero=true}}{{/if}}', 'body:1:1 arguments'],
    [
      '{{if subject}}{{each}}{{#if (each sections)}}{{/if}}',
      'body:1:1 arguments',
      'body:1:15 arguments',
      'body:1:29 arguments',
    ],
    [
      '{{#if (eq lang)}}{{/if}}{{#if (or lang)}}{{/if}}{{#eq lang "en"}}{{/eq}}',
      'body:1:7 arguments',
      'body:1:31 arguments',
      'body:1:49 arguments',
    ],
    [
      '{{#if (eq issue.count "1")}}{{/if}}{{#if (eq sections sections)}}{{/if}}',
      'body:1:7 arguments',
      'body:1:42 arguments',
    ],
    [
      '{{#if lang as |x|}}{{/if}}{{#with issue as |x y|}}{{/with}}{{^each sections as |x|}}{{/each}}',
      'body:1:1 block-names',
      'body:1:27 block-names',
      'body:1:60 block-names',
    ],
    [
      '{{#each sections as |if|}}{{/each}}{{#with issue as |this|}}{{/with}}',
      'body:1:1 block-names',
      'body:1:36 block-names',
    ],
    // What templates do not have.
    ['{{"subject"}}{{1}}{{true}}', 'body:1:3 unsupported', 'body:1:16 unsupported', 'body:1:21 unsupported'],
    ['{{#if null}}{{/if}}{{#with undefined}}{{/with}}', 'body:1:7 unsupported', 'body:1:28 unsupported'],
    ['{{{{raw}}}}{{nothing}}{{{{/raw}}}}{{{{if lang}}}}{{{{/if}}}}', 'body:1:1 unsupported', 'body:1:35 unsupported'],
    ['{{* mark}}{{#*inline "card"}}{{nothing}}{{/inline}}', 'body:1:1 unsupported', 'body:1:11 unsupported'],
    ['{{#> card}}{{/card}}{{> @partial-block}}', 'body:1:1 unsupported', 'body:1:21 unsupported'],
    ['{{> (lookup this "subject")}}', 'body:1:1 dynamic-partial'],
    ['{{> crad}}{{#if lang}}\n {{> constructor}}{{/if}}', 'body:1:1 unknown-partial', 'body:2:2 unknown-partial'],
    ['{{> card why lang}}{{> card key=null}}', 'body:1:1 arguments', 'body:1:33 unsupported'],
  ])('%s', (template, ...expected) => {
    expect(spots(check(template, { card: 'text' }))).toEqual(expected);
  });
});

describe('the words help', () => {
  test.each<[template: string, words: string, fix: string]>([
    [
      '{{issue.lable}}',
      'There is no “lable” here.',
      'Did you mean “label”? There is: date, label, number, intro, count, items.',
    ],
    ['{{issue.zzzzzz}}', 'There is no “zzzzzz” here.', 'There is: date, label, number, intro, count, items.'],
    [
      '{{#each sections}}{{subject}}{{/each}}',
      'There is no “subject” here.',
      'It belongs further out: write “../subject”.',
    ],
    [inItem('{{why}}'), 'There is no “why” here.', 'It belongs further out: write “@root.why”.'],
    [
      '{{issue.intro}}',
      '“issue.intro” is markup already: two braces would print its tags as words.',
      'Write “{{{issue.intro}}}”.',
    ],
    ['{{{subject}}}', '“subject” is text: with three braces a “<” in it would break the mail.', 'Write “{{subject}}”.'],
    ['{{sections}}', '“sections” is a list and cannot be printed.', 'Go through it: “{{#each sections}} … {{/each}}”.'],
    [
      '{{issue}}',
      '“issue” is a group of values and cannot be printed.',
      'Print one of its values: date, label, number, intro, count, items.',
    ],
    [
      '{{eq lang "en"}}',
      '“(eq lang "en")” is a yes or no and cannot be printed.',
      'Ask for it: “{{#if (eq lang "en")}} … {{/if}}”.',
    ],
    ['{{#each issue}}{{/each}}', '“issue” is a group of values, not a list.', 'Write “{{#with issue}}”.'],
    [
      '{{#sections}}{{/sections}}',
      '“{{#sections}}” does not say what to do with “sections”.',
      'Write “{{#each sections}} … {{/each}}”.',
    ],
    ['{{#unles lang}}{{/unles}}', 'There is no helper “unles”.', 'Did you mean “unless”?'],
    ['{{> haed}}', 'There is no partial “haed”.', 'Did you mean “head”?'],
  ])('%s', (template, words, fix) => {
    expect(check(template, { head: '', footer: '' })).toMatchObject([{ severity: 'error', words, fix }]);
  });
});

describe('partials', () => {
  test('are checked with each kind of value that they are called with, and say which call is meant', () => {
    const findings = check(`{{#each sections}}\n{{> card}}\n{{#each items}}\n{{> card}}\n{{/each}}{{/each}}`, {
      card: '{{title}}\n{{kicker}}',
    });
    expect(spots(findings)).toEqual(['card:2:3 unknown-field']);
    expect(findings[0]?.fix).toContain('templates/body.mjml:2');
  });

  test('complain once of a slip, however often they are called', () => {
    expect(spots(check('{{> card}}{{> card size=1}}{{> card}}', { card: '{{sumary}}' }))).toEqual([
      'card:1:3 unknown-field',
    ]);
  });

  test('see what they are given and nothing of the names or values around the call', () => {
    const card = '{{section.title}}{{../subject}}{{title}}';
    expect(spots(check('{{#each sections as |section|}}{{> card}}{{/each}}', { card }))).toEqual([
      'card:1:3 unknown-field',
      'card:1:20 nothing-above',
    ]);
  });

  test('see a pair only where the call has it', () => {
    const findings = check('{{> card size="big"}}\n{{> card}}', { card: '{{size}}' });
    expect(spots(findings)).toEqual(['card:1:3 unknown-field']);
    expect(findings[0]?.fix).toContain('templates/body.mjml:2');
  });

  test('know the outer loops of the call', () => {
    expect(spots(check('{{> at}}{{#each sections}}{{> at}}{{/each}}', { at: '{{@index}}' }))).toEqual([
      'at:1:3 unknown-field',
    ]);
  });

  test('the head is given the whole issue, whether it is called or not', () => {
    expect(spots(check('', { head: '{{subject}}{{titel}}' }))).toEqual(['head:1:14 unknown-field']);
  });

  test.each<[partials: Record<string, string>, at: string, circle: string]>([
    [{ a: 'x\n  {{> a}}' }, 'a:2:3 partial-cycle', 'a → a'],
    [{ a: '{{> b}}', b: '\n{{> a}}' }, 'b:2:1 partial-cycle', 'a → b → a'],
    [{ a: '{{> b}}', b: '{{#if lang}}{{> c}}{{/if}}', c: '{{> b x=1}}' }, 'c:1:1 partial-cycle', 'b → c → b'],
  ])('refuse to go round in circles: %j', (partials, at, circle) => {
    const findings = check('{{> a}}', partials);
    expect(spots(findings)).toEqual([at]);
    expect(findings[0]?.words).toContain(circle);
  });

  test('that nobody calls are not checked, and only warn if they cannot be read', () => {
    const spare = { spare: '{{sumary}}{{> spare}}', broken: '{{#if}' };
    expect(spots(check('{{subject}}', spare))).toEqual(['broken:1:6 warning syntax']);
    expect(spots(check('{{> broken}}', spare))).toEqual(['broken:1:6 syntax']);
  });
});

test('complaints of all files come at once, in order of place', () => {
  const findings = check('{{> card}}\n{{sumary}}\n{{> crad}}', {
    card: '{{{why}}}',
    head: '{{#if why}}',
    broken: '{{',
  });
  expect(spots(findings)).toEqual([
    'body:2:3 unknown-field',
    'body:3:1 unknown-partial',
    'broken:1:1 warning syntax',
    'card:1:1 unescaped-text',
    'head:1:1 syntax',
  ]);
});
