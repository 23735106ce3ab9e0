import { describe, expect, it } from 'vitest';
import { levelFindings, withAllowances } from '../../src/check/allowances.js';
import type { Allowance } from '../../src/model/allowance.js';
import type { Finding } from '../../src/model/finding.js';

const known = { own: new Set(['link/https', 'prose/spelling']), builtIn: new Set(['content/link', 'render/too-long']) };
const file = 'issues/items/cuba.md';
const source = { file, at: { 'allow.0.rule': [4, 11], 'allow.0.until': [6, 12] } as const };

function finding(rule: string, more: Partial<Finding> = {}): Finding {
  return { rule, severity: 'warning', place: { file, line: 12, column: 1 }, words: 'Wrong.', ...more };
}

function judged(findings: readonly Finding[], allowance: Partial<Allowance>, today = '2027-03-17') {
  const allow = [{ rule: 'link/https', because: 'They have no other site', until: '2027-03-31', ...allowance }];
  const covers = ({ place }: Finding) => place?.file === file;
  return withAllowances(findings, [{ source, allow, covers }], known, today);
}

describe('what an editor stands by', () => {
  it('is told apart, with the reason', () => {
    const { findings, allowed } = judged([finding('link/https'), finding('prose/spelling')], {});
    expect(findings.map(({ rule }) => rule)).toEqual(['prose/spelling']);
    expect(allowed).toEqual([
      { finding: finding('link/https'), because: 'They have no other site', until: '2027-03-31' },
    ]);
  });

  it('is so through the last day, and not after it', () => {
    expect(judged([finding('link/https')], {}, '2027-03-31').findings).toEqual([]);
    expect(judged([finding('link/https')], {}, '2027-04-01').findings).toMatchObject([
      { rule: 'link/https' },
      { rule: 'check/allowance-over', severity: 'warning', place: { line: 6, column: 12 } },
    ]);
  });

  it('is so in its own file only', () => {
    const elsewhere = finding('link/https', { place: { file: 'issues/items/other.md', line: 1, column: 1 } });
    expect(judged([elsewhere], {}).findings).toContainEqual(elsewhere);
  });

  it('can be an error of a rule, but nothing that keeps an issue from being built', () => {
    const error = finding('link/https', { severity: 'error' });
    expect(judged([error], {}).allowed).toHaveLength(1);
    const builtIn = finding('content/link', { severity: 'error' });
    expect(judged([builtIn], { rule: 'content/link' }).findings).toContainEqual(builtIn);
    expect(judged([finding('render/too-long')], { rule: 'render/too-long' }).allowed).toHaveLength(1);
  });
});

it('an allowance that nothing needs is told', () => {
  expect(judged([], {}).findings).toMatchObject([{ rule: 'check/allowance-unneeded', severity: 'info' }]);
});

it('an allowance for a rule that there is not says which was meant', () => {
  expect(judged([], { rule: 'link/http' }).findings).toMatchObject([
    {
      rule: 'check/unknown-rule',
      severity: 'error',
      place: { line: 4, column: 11 },
      fix: 'Did you mean “link/https”?',
    },
  ]);
});

it('a level is for a rule that there is, and whose level can change', () => {
  const levels = { 'link/https': 'off', 'link/htps': 'off', 'content/link': 'off' };
  expect(levelFindings(levels, { file: 'mailout.yaml', at: {} }, known)).toMatchObject([
    { rule: 'check/unknown-rule', fix: 'Did you mean “link/https”?' },
    { rule: 'check/fixed-level' },
  ]);
});
