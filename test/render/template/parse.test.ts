import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../../src/render/template/parse.js';

function complaint(text: string) {
  const { tree, findings } = parseTemplate({ file: 'templates/body.mjml', text });
  expect(tree).toBeUndefined();
  expect(findings).toHaveLength(1);
  const [finding] = findings;
  return { rule: finding?.rule, at: `${finding?.place?.line}:${finding?.place?.column}`, words: finding?.words };
}

describe('what Handlebars cannot read is told at its cause', () => {
  test.each<[text: string, at: string, words: string]>([
    // Braces.
    ['a\n  {{title', '2:3', 'These braces are never closed.'],
    ['{{title\n<mj-text>{{why}}</mj-text>', '1:1', 'These braces are never closed.'],
    ['a {{! note', '1:3', 'These braces are never closed.'],
    ['a\n {{!-- note }} {{x}}', '2:2', 'This comment is never closed.'],
    ['<mj-text>{{title}</mj-text>\n{{why}}', '1:17', 'One brace is missing: “{{” is closed with “}}”.'],
    ['{{{title}}', '1:9', 'Three braces open here, and two close.'],
    ['{{title}}}', '1:8', 'Two braces open here, and three close.'],
    ['x\n {{ }}', '2:2', 'A name is missing between these braces.'],
    ['{{>}}', '1:1', 'A name is missing between these braces.'],
    ['{{#}}{{/}}', '1:1', 'A name is missing between these braces.'],
    ['{{ #if title}}{{/if}}', '1:4', 'There is a space between the braces and “#”.'],
    ['{{ > card}}', '1:4', 'There is a space between the braces and “>”.'],
    // Blocks.
    ['{{#if a}}\n{{#each b}}\n{{/each}}\n', '1:1', '“{{#if}}” opens here and is never closed.'],
    [
      '{{#if a}}\n{{^each b}}{{/each}}{{#with c}}\n{{!-- {{/with}} --}}\\{{/with}}',
      '2:21',
      '“{{#with}}” opens here and is never closed.',
    ],
    [
      '{{#if a}}\n\n {{#each b}}\n{{/if}}\n{{/each}}',
      '3:2',
      '“{{#each}}” opens here, and “{{/if}}” comes where it should close.',
    ],
    ['{{#if a}}{{/if}}\n\n{{/if}}', '3:1', '“{{/if}}” closes nothing: no block is open here.'],
    ['\n{{else}}', '2:1', 'This “{{else}}” is in no block.'],
    ['{{else if a}}', '1:1', 'This “{{else}}” is in no block.'],
    ['{{#if a}}{{else}}\n{{else if b}}{{/if}}', '2:1', 'This block has something after its “{{else}}”.'],
    ['{{#each a as |b}}{{/each}}', '1:16', 'The names after “as |” are never closed.'],
    // Words in braces.
    ['{{#if (eq a b}}{{/if}}', '1:14', 'A “(” is never closed here.'],
    ['{{#if eq a b)}}{{/if}}', '1:13', 'There is one “)” too many.'],
    ['{{> card size=}}', '1:14', 'There is no value after this “=”.'],
    ['{{> card size=1 big}}', '1:20', 'After “name=value” there can only be more of the same kind.'],
    ['{{> card size="big}}', '1:15', 'This quotation mark is never closed.'],
    ['{{a/../b}}', '1:3', '“a/../b” is not a name.'],
    ['{{items[0]}}', '1:3', '“items[0]” cannot be read here.'],
    // Habits from other languages.
    ['{{#if a == b}}{{/if}}', '1:9', 'Templates have no “==”.'],
    ['{{#if a && b}}{{/if}}', '1:9', 'Templates have no “&&”.'],
    ['{{#if a || b}}{{/if}}', '1:9', 'Templates have no “||”.'],
    ['{{#if !a}}{{/if}}', '1:7', 'Templates have no “!”.'],
    ['{{title | upper}}', '1:9', 'Templates have no “|”.'],
  ])('%j', (text, at, words) => {
    expect(complaint(text)).toEqual({ rule: 'template/syntax', at, words });
  });

  test('lines are counted like an editor counts them', () => {
    expect(complaint('a\r\nb\r\n  {{title}').at).toBe('3:10');
  });

  test('nothing of the parser’s own words gets through', () => {
    for (const text of [
      '{{',
      '{{}',
      '{{@}}',
      '{{a..}}b{{',
      '{{#if a}}{{^}}{{^}}',
      '{{items.[0}}',
      '{{{{raw}}}}',
      '{{a b=c d}}',
    ]) {
      const { findings } = parseTemplate({ file: 'x', text });
      expect(findings[0]?.words).not.toMatch(/Expecting|INVALID|--\^|Parse error|Lexical|EOF/);
    }
  });
});

test('control characters are refused: the places of tags are marked with them', () => {
  for (const character of ['\u0000', '\u0001', '\u0002', '\u001F', '\u007F']) {
    expect(complaint(`a\n b${character}c`)).toMatchObject({ rule: 'template/control-character', at: '2:3' });
  }
});

test('nesting has a limit far below that of the stack', () => {
  const nested = (times: number) => `${'{{#if a}}'.repeat(times)}${'{{/if}}'.repeat(times)}`;
  expect(parseTemplate({ file: 'x', text: nested(90) }).findings).toEqual([]);
  expect(complaint(nested(300))).toMatchObject({ rule: 'template/too-deep' });
  const asked = (times: number) => `{{#if ${'(and a '.repeat(times)}a${')'.repeat(times)}}}{{/if}}`;
  expect(complaint(asked(300))).toMatchObject({ rule: 'template/too-deep' });
});
