import { describe, expect, it } from 'vitest';
import { type Case, judge } from '../../src/check/judge.js';
import { levelOf } from '../../src/check/levels.js';
import { type Complaint, rule } from '../../src/check/rule.js';
import type { Severity } from '../../src/model/finding.js';
import { organisation, publication } from '../render/sample.js';
import { editionSubject, emailHtml, house, itemFile, writing } from './subjects.js';

const place = { file: 'issues/items/sample.md', line: 3, column: 8 };
const known = { title: 'T', why: 'W.', origins: [{ title: 'O' }], bad: 'b', good: 'g' } as const;

function saying(complaint: Complaint, severity: Severity = 'warning') {
  return rule({ ...known, id: 'test/words', over: 'writing', severity, judge: () => [complaint] });
}

function written(rules = {}): Case<'writing'> {
  return {
    subject: writing(itemFile('')),
    place: { file: 'issues/items/sample.md', line: 1, column: 1 },
    publications: [{ ...publication, rules }],
  };
}

async function findingsOf(complaint: Complaint, rules = {}, severity: Severity = 'warning') {
  const groups = [{ over: 'writing', cases: [written(rules)] }] as const;
  return (await judge([saying(complaint, severity)], groups, house(), () => 0)).findings;
}

describe('a finding', () => {
  it('has the rule, its severity, and the place of the complaint', async () => {
    expect(await findingsOf({ place, words: 'Wrong.' })).toEqual([
      { rule: 'test/words', severity: 'warning', place, words: 'Wrong.' },
    ]);
  });

  it('has the place of what it is about where the rule names none', async () => {
    expect(await findingsOf({ words: 'Wrong.' })).toMatchObject([{ place: { line: 1, column: 1 } }]);
  });

  it('is as severe as the complaint says, unless the publication says otherwise', async () => {
    expect(await findingsOf({ words: 'Wrong.', severity: 'error' })).toMatchObject([{ severity: 'error' }]);
    expect(await findingsOf({ words: 'Wrong.', severity: 'error' }, { 'test/words': 'info' })).toMatchObject([
      { severity: 'info' },
    ]);
  });

  it('is none where the publication has the rule off', async () => {
    expect(await findingsOf({ words: 'Wrong.' }, { 'test/words': 'off' })).toEqual([]);
  });
});

describe('how severe a rule is', () => {
  const levels: readonly (readonly [name: string, own: object, all: object, expected: string])[] = [
    ['as usual', {}, {}, 'warning'],
    ['as the organisation says', {}, { 'a/b': 'off' }, 'off'],
    ['as the publication says, before the organisation', { 'a/b': 'error' }, { 'a/b': 'off' }, 'error'],
    ['another rule’s level is nothing to it', { 'a/c': 'error' }, {}, 'warning'],
  ];
  it.each(levels)('%s', (_name, own, all, expected) => {
    const publications = [{ rules: own as typeof publication.rules }];
    expect(levelOf('a/b', 'warning', publications, { rules: all as typeof organisation.rules })).toBe(expected);
  });

  it('for what goes to several, as the strictest says', () => {
    const publications = [{ rules: { 'a/b': 'off' } as const }, { rules: { 'a/b': 'info' } as const }];
    expect(levelOf('a/b', 'error', publications, organisation)).toBe('info');
    expect(levelOf('a/b', 'error', [...publications, { rules: {} }], organisation)).toBe('error');
  });
});

describe('what is wrong with editions', () => {
  const about = (id: string, words: string): Case<'edition'> => ({
    subject: editionSubject(emailHtml(words), { id }),
    place,
    publications: [publication],
  });
  const sayingBody = rule({
    ...known,
    id: 'test/edition',
    over: 'edition',
    severity: 'error',
    judge: ({ markup }) => (markup.html.includes('wrong') ? [{ words: 'It is wrong.' }] : []),
  });
  const told = async (...editions: readonly Case<'edition'>[]) => {
    const { findings } = await judge([sayingBody], [{ over: 'edition', cases: editions }], house(), () => 0);
    return findings.map(({ words }) => words);
  };

  it('is said once if it is so in all of them', async () => {
    expect(await told(about('wales', 'wrong'), about('england', 'wrong'))).toEqual(['It is wrong.']);
  });

  it('names the editions if it is not', async () => {
    expect(await told(about('wales', 'wrong'), about('england', 'right'))).toEqual([
      'It is wrong. This is so in the edition for wales.',
    ]);
  });

  it('is said once for all the texts that it is so of', async () => {
    const each = rule({
      ...known,
      id: 'test/each',
      over: 'edition',
      severity: 'error',
      judge: () =>
        ['one', 'two', 'three'].map((text) => ({ words: `“${text}” is too small.`, fix: 'Make it larger.' })),
    });
    const { findings } = await judge([each], [{ over: 'edition', cases: [about('everyone', '')] }], house(), () => 0);
    expect(findings.map(({ words }) => words)).toEqual(['“one” is too small. There are 2 more like it.']);
  });

  it('needs no name where there is one', async () => {
    expect(await told(about('everyone', 'wrong'))).toEqual(['It is wrong.']);
  });
});

it('what each rule costs is told by the clock', async () => {
  let now = 0;
  const slow = rule({
    ...known,
    id: 'test/slow',
    over: 'writing',
    severity: 'info',
    judge: () => {
      now += 5;
      return [];
    },
  });
  const { costs } = await judge(
    [slow],
    [
      { over: 'writing', cases: [written()] },
      { over: 'writing', cases: [written()] },
    ],
    house(),
    () => now,
  );
  expect(costs).toEqual([{ rule: 'test/slow', milliseconds: 10, subjects: 2 }]);
});
