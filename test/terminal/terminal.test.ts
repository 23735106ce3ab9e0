import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { createProgress } from '../../src/terminal/progress.js';
import { reportFindings } from '../../src/terminal/report-findings.js';
import { table } from '../../src/terminal/table.js';
import { createTerminal } from '../../src/terminal/terminal.js';

function watched(isTTY: boolean, env: Record<string, string> = {}) {
  const said: string[] = [];
  const stream = { isTTY, write: (text: string) => said.push(text) };
  return { said, terminal: createTerminal(stream, stream, env) };
}

describe('progress', () => {
  it('is silent for a second, then says what is done in one line', () => {
    const { said, terminal } = watched(true);
    let now = 0;
    const progress = createProgress(terminal, () => now);
    for (now of [0, 500, 999]) progress.say('Reading …');
    expect(said).toEqual([]);
    now = 1200;
    progress.say('Building …');
    progress.end();
    expect(said.join('')).toContain('Building …');
    expect(said.at(-1)).toBe('\r\u001b[K');
  });

  it('is a line every few seconds where nobody watches', () => {
    const { said, terminal } = watched(false);
    let now = 0;
    const progress = createProgress(terminal, () => now);
    for (now = 0; now <= 12_000; now += 500) progress.say(`At ${now}`);
    progress.end();
    expect(said).toEqual(['At 1000\n', 'At 6000\n', 'At 11000\n']);
  });
});

describe('findings', () => {
  const place = (line: number, column: number) => ({ file: 'a.md', line, column });
  const findings: Finding[] = [
    { rule: 'b', severity: 'warning', place: place(3, 2), words: 'Later.' },
    { rule: 'a', severity: 'error', place: place(2, 8), words: 'Wrong word.', fix: 'Did you mean “right”?' },
  ];
  const lines = ['title: A', 'kind: wrogn', 'x'];
  const { terminal } = watched(false);
  const report = reportFindings(findings, (_file, line) => lines[line - 1], terminal.onErr);

  it('stand in order of place, with the line, a mark and what to do', () => {
    expect(report).toBe(
      [
        'a.md:2:8',
        'Error: Wrong word.  a',
        '  1 │ title: A',
        '  2 │ kind: wrogn',
        '    │        ^',
        '  Did you mean “right”?',
        '',
        'a.md:3:2',
        'Warning: Later.  b',
        '  2 │ kind: wrogn',
        '  3 │ x',
        '    │  ^',
        '',
        '1 error, 1 warning',
        '',
      ].join('\n'),
    );
  });

  it('are cut off after forty, with the number of the others', () => {
    const many = Array.from(
      { length: 50 },
      (_, index): Finding => ({ rule: 'a', severity: 'error', words: `No. ${index}` }),
    );
    const text = reportFindings(many, () => undefined, terminal.onErr);
    expect(text).toContain('… and 10 more.');
    expect(text).toContain('50 errors');
  });

  it('keep a long line within the width of a page', () => {
    const long = `${'a'.repeat(300)}x`;
    const text = reportFindings(
      [{ rule: 'a', severity: 'error', place: place(1, 301), words: 'Here.' }],
      () => long,
      terminal.onErr,
    );
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(110);
    expect(text).toMatch(/x\n.*\^/);
  });
});

it('colours only a terminal, and never against NO_COLOR', () => {
  const red = (isTTY: boolean, env: Record<string, string>) => watched(isTTY, env).terminal.onErr.red('x') !== 'x';
  expect([
    red(true, {}),
    red(false, {}),
    red(true, { NO_COLOR: '1' }),
    red(true, { TERM: 'dumb' }),
    red(false, { FORCE_COLOR: '1' }),
  ]).toEqual([true, false, false, false, true]);
});

it('tables line up, whatever the letters', () => {
  expect(
    table([
      [{ text: 'Née' }, { text: '1', align: 'right' }],
      [{ text: 'Longer' }, { text: '22', align: 'right' }],
    ]),
  ).toBe('Née      1\nLonger  22\n');
});
