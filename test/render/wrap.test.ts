import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/render/columns.js';
import { mergeTags } from '../../src/render/merge-tags.js';
import { withinLimit, wrap } from '../../src/render/wrap.js';

describe('columns', () => {
  it.each([
    ['abc', 3],
    ['café', 4],
    ['cafe\u0301', 4],
    ['日本', 4],
    ['한국', 4],
    ['تعليم', 5],
    ['✊', 1],
    ['🌍', 2],
    ['', 0],
  ])('of %s are %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('wrapping', () => {
  it.each([
    ['one two three', 8, ['one two', 'three']],
    ['one  two\tthree', 13, ['one two three']],
    ['one\ntwo three', 20, ['one', 'two three']],
    ['unbreakable word', 5, ['unbreakable', 'word']],
    ['see https://x.example/a for more', 40, ['see', 'https://x.example/a', 'for more']],
    ['(https://x.example/a), then', 40, ['(https://x.example/a),', 'then']],
    ['Dear [[first_name|good friend]] of ours', 10, ['Dear', '[[first_name|good friend]]', 'of ours']],
    ['£5\u00a0million for aid', 10, ['£5\u00a0million', 'for aid']],
    ['教育は人権です。', 6, ['教育は', '人権で', 'す。']],
    ['教育。人権', 4, ['教', '育。', '人権']],
    ['亲爱的[[first_name|好 朋友]]您好', 8, ['亲爱的', '[[first_name|好 朋友]]', '您好']],
    ['「教育」', 4, ['「教', '育」']],
    ['', 10, ['']],
  ])('puts %j in %i columns', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });

  const word = fc.oneof(
    fc.stringMatching(/^[a-zà-ÿ0-9.,;:!?'"()-]{1,20}$/),
    fc.constantFrom(
      'https://union.example/a-very-long-path/that-is-wider-than-a-line?a=1&b=[[id]]',
      'http://x.example',
    ),
    fc.constantFrom('[[first_name|dear friend]]', '[[id]]', '教育は人権です。', 'تعليم', '🌍', '\u00a0'),
  );
  const texts = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
  const widths = fc.integer({ min: 1, max: 80 });

  it('loses and breaks no word', () => {
    fc.assert(
      fc.property(texts, widths, (text, columns) => {
        const lines = wrap(text, columns);
        const squeezed = (of: string) => of.replace(/\s+/g, '');
        expect(squeezed(lines.join(''))).toBe(squeezed(text));
        const whole = text.split(' ').filter((each) => /^[a-z]/.test(each));
        const found = new Set(lines.flatMap((line) => line.split(' ')));
        expect(whole.filter((each) => !found.has(each) && !/friend/.test(each))).toEqual([]);
        expect(mergeTags(lines.join('\n')).map((tag) => tag.text)).toEqual(mergeTags(text).map((tag) => tag.text));
      }),
    );
  });

  it('goes over the width only with a single word, and leaves an address by itself', () => {
    fc.assert(
      fc.property(texts, widths, (text, columns) => {
        for (const line of wrap(text, columns)) {
          expect(line).toBe(line.trimEnd());
          const outsideTags = line.replace(/\[\[.*?\]\]/g, (tag) => 'x'.repeat(tag.length));
          if (columnsOf(line) > columns) expect(outsideTags).not.toContain(' ');
          if (line.includes('://')) expect(outsideTags).not.toContain(' ');
        }
      }),
    );
  });
});

describe('the length of a line in mail', () => {
  it.each([
    ['x'.repeat(998), [998]],
    ['x'.repeat(999), [998, 1]],
    ['é'.repeat(500), [998, 2]],
    ['🌍'.repeat(250), [996, 4]],
  ])('is at most 998 octets', (line, octets) => {
    const lines = withinLimit([line]);
    expect(lines.map((each) => Buffer.byteLength(each))).toEqual(octets);
    expect(lines.join('')).toBe(line);
  });
});
