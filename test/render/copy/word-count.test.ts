import { expect, it } from 'vitest';
import { countInWords, grouped, wordsIn } from '../../../src/render/copy/word-count.js';

it.each([
  ['', 0],
  ['  one\ttwo\nthree ', 3],
  ['teachers – and 12,000 others — left', 5],
  ['don’t re-elect', 2],
  ['https://example.org/a/b?c=d', 1],
  ['* * *', 0],
  ['Ysgol yng Nghymru', 3],
])('counts %j as %i', (text, count) => {
  expect(wordsIn(text)).toBe(count);
});

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_234_567, '1,234,567'],
])('writes %i as %s', (count, written) => {
  expect(grouped(count)).toBe(written);
});

it.each([
  [{ standfirst: 31, body: 1340, boxes: 41, total: 1412 }, '1,412 words: standfirst 31, body 1,340, boxes 41'],
  [{ standfirst: 0, body: 1, boxes: 0, total: 1 }, '1 word: body 1'],
  [{ standfirst: 0, body: 0, boxes: 0, total: 0 }, '0 words'],
])('says %j in words', (count, words) => {
  expect(countInWords(count)).toBe(words);
});
