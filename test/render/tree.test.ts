import { describe, expect, it } from 'vitest';
import { firstParagraph, plainWords } from '../../src/render/tree.js';
import { parse } from './sample.js';

describe('the first paragraph', () => {
  it.each([
    ['One *two*\nthree\n\nFour', 'One two three'],
    ['# Heading\n\nOne', 'One'],
    ['![photo](x.png)', 'photo'],
    ['![](x.png)\n\nOne', 'One'],
    ['- a\n- b', 'a'],
    ['One\\\ntwo [three](https://x.example) `four`', 'One two three four'],
    ['# Heading', null],
    ['', null],
  ])('of %j is %j', (markdown, line) => {
    expect(firstParagraph(parse(markdown))).toBe(line);
  });
});

describe('the count of words', () => {
  it.each([
    ['One *two*\nthree', 3],
    ['un**believ**able', 1],
    ['# a\n\n- b\n- c\n\n| d | e |\n|--|--|\n| f | g |', 7],
    ['a – b & c', 3],
    ['[a b](https://x.example/c/d)', 2],
    ['£1,000 2021', 2],
    ['', 0],
  ])('of %j is %i', (markdown, count) => {
    expect(plainWords(parse(markdown))).toBe(count);
  });
});
