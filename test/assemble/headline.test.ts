import { describe, expect, it } from 'vitest';
import { headlines, labelOf } from '../../src/assemble/headline.js';
import { chinese } from '../../src/language/chinese.js';
import { english } from '../../src/language/english.js';
import { welsh } from '../../src/language/welsh.js';
import type { Period } from '../../src/model/issue.js';
import { item } from '../harness/nouns.js';
import { order, publication, run } from './sample.js';

describe('what readers call an issue', () => {
  it.each<[Period, string]>([
    [{ is: 'day', date: '2021-03-22' }, '22 March 2021'],
    [{ is: 'month', date: '2021-03-01' }, 'March 2021'],
    [{ is: 'two-months', date: '2021-03-01' }, 'Mar/Apr 2021'],
    [{ is: 'two-months', date: '2021-12-06' }, 'Dec 2021/Jan 2022'],
    [{ is: 'term', name: 'Autumn term 2020' }, 'Autumn term 2020'],
  ])('of %j is %s', (period, label) => {
    expect(labelOf(period, english.dates)).toBe(label);
  });

  it('is in their language', () => {
    const period: Period = { is: 'month', date: '2021-03-01' };
    expect(labelOf(period, welsh.dates)).toBe('Mawrth 2021');
    expect(labelOf(period, chinese.dates)).toBe('2021年3月');
  });

  it('is told for every other language by the assembled issue', () => {
    const assembled = run([item('a')]);
    expect(assembled.issue.label).toBe('22 March 2021');
    expect(assembled.labelIn(welsh)).toBe('22 Mawrth 2021');
  });
});

describe('what an inbox shows', () => {
  const subjectPlace = { file: 'x.yaml', line: 1, column: 1 };
  const setting = { date: '2021-03-22', label: 'Week 12', dates: english.dates, subjectPlace };
  const pattern = publication({ subject: '{label}: {lead}', preheader: '{second} ({count})' });
  const items = run([item('a'), item('b')]).issue.sections.flatMap((section) => section.items);

  it('names what the reader gets, and nothing that she does not', () => {
    const headlineOf = headlines(pattern, undefined, setting);
    expect(headlineOf(items)).toEqual({ subject: 'Week 12: Title of a', preheader: 'Title of b (2)', subjectPlace });
    expect(headlineOf(items.slice(1))).toEqual({ subject: 'Week 12: Title of b', preheader: '(1)', subjectPlace });
    expect(headlineOf([])).toMatchObject({ subject: 'Week 12', preheader: '(0)' });
  });

  it('is in the editor’s own words where there are any', () => {
    expect(headlines(pattern, { subject: 'Own' }, setting)(items)).toMatchObject({
      subject: 'Own',
      preheader: 'Title of b (2)',
    });
    expect(headlines(pattern, { preheader: 'Own' }, setting)(items)).toMatchObject({
      subject: 'Week 12: Title of a',
      preheader: 'Own',
    });
  });

  it('counts only what can still be done', () => {
    const done = { status: 'won', on: '2021-03-20', text: 'Won.' } as const;
    const sign = { do: 'sign', label: 'Sign', url: 'https://www.example.org' } as const;
    const assembled = run(
      [
        item('closed', { kind: 'action', deadline: '2021-03-19', actions: [sign], outcome: done }),
        item('open', { kind: 'action', deadline: '2021-03-26', actions: [sign] }),
      ],
      { publication: publication({ subject: '{actions} of {count}' }) },
    );
    expect(order(assembled)).toEqual(['all: open closed']);
    expect(assembled.issue.subject).toBe('1 of 2');
  });
});
