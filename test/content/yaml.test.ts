import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readYaml } from '../../src/content/yaml.js';

const findings = (text: string) =>
  readYaml('file.yaml', text).findings.map(({ rule, place }) => `${rule}@${place?.line}:${place?.column}`);

describe('YAML', () => {
  it('keeps every scalar as it was typed', () => {
    const text =
      'time: 12:30\ncode: 010\ncountry: NO\non: 2026-01-02\nversion: 1.10\nflag: yes\nnothing: ~\nbig: 12345678901234567890\n';
    expect(readYaml('file.yaml', text).value).toEqual({
      time: '12:30',
      code: '010',
      country: 'NO',
      on: '2026-01-02',
      version: '1.10',
      flag: 'yes',
      nothing: '~',
      big: '12345678901234567890',
    });
  });

  it.each([
    ['a key that is there twice', 'title: A\ntitle: B\n', 'content/yaml@2:1'],
    ['__proto__', 'a: 1\n__proto__: { admin: true }\n', 'content/yaml-forbidden-key@2:1'],
    ['constructor', 'constructor: x\n', 'content/yaml-forbidden-key@1:1'],
    ['an alias', 'a: &x [1]\nb: *x\n', 'content/yaml-alias@1:7'],
    ['a tag', 'a: !!js/function "x"\n', 'content/yaml@1:4'],
    ['a tab', 'a:\n\tb: 1\n', 'content/yaml@2:1'],
    ['an open quote', 'a: "b\nc: d\n', 'content/yaml@1:1'],
    ['words after a # that is no comment', 'a: Motion #4 on pay\n', 'content/yaml-hash@1:11'],
    ['an open bracket', 'a: [b, c\nd: e\n', 'content/yaml@1:1'],
  ])('%s is one finding at its place', (_name, text, finding) => {
    expect(findings(text)[0]).toBe(finding);
  });

  it.each([
    ['brackets', '['.repeat(8000)],
    ['braces', '{a: '.repeat(4000)],
    ['indents', Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('thousands of nested %s end in a finding, not in a crash', (_name, text) => {
    expect(findings(text)).toHaveLength(1);
  });

  it('takes comments', () => {
    expect(readYaml('file.yaml', '# First\na: 3 # at most\nb: "#4"\n').value).toEqual({ a: '3', b: '#4' });
  });

  it('tells the place of every value and of every key', () => {
    const { source, keys } = readYaml('file.yaml', 'a: one\nb:\n  - c: two\n    d: >-\n      three\n      four\n');
    expect(source.at).toMatchObject({ a: [1, 4], 'b.0.c': [3, 8], 'b.0.d': [5, 7] });
    expect(keys).toMatchObject({ b: [2, 1], 'b.0.d': [4, 5] });
  });

  it('reads back whatever the library writes', () => {
    const word = fc
      .stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
      .filter((name) => name !== 'constructor' && name !== 'prototype');
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(word, tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(fc.dictionary(word, value, { minKeys: 1, maxKeys: 4 }), (data) => {
        const text = stringify(data, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
        expect(JSON.parse(JSON.stringify(readYaml('file.yaml', text).value))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});
