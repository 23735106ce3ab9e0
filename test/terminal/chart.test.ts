import { expect, it } from 'vitest';
import { chart } from '../../src/terminal/chart.js';
import { createTerminal } from '../../src/terminal/terminal.js';

const { onOut } = createTerminal({ write: () => {} }, { write: () => {} }, {});
const bars = (...counts: number[]) =>
  chart(
    counts.map((count, index) => ({ label: `b${index}`, count, shown: String(count) })),
    onOut,
  ).split('\n');

it('the longest bar is as long as a line allows, and others are in proportion', () => {
  expect(bars(400, 200, 5)).toEqual([
    `  b0  400  ${'█'.repeat(40)}`,
    `  b1  200  ${'█'.repeat(20)}`,
    '  b2    5  ▌',
    '',
  ]);
});

it('nobody has no bar, and somebody has one however many others there are', () => {
  expect(bars(500_000, 1, 0).slice(1)).toEqual(['  b1       1  ▏', '  b2       0', '']);
});

it('where there is nobody at all there is no bar', () => {
  expect(bars(0, 0)).toEqual(['  b0  0', '  b1  0', '']);
});
