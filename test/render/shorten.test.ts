import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/model/issue.js';
import { type Length, lengths } from '../../src/model/publication.js';
import { shortened } from '../../src/render/shorten.js';
import { issue, item, placed, publication, section } from './sample.js';

/** An issue whose sections are named by their letter, with items of these lengths. */
function issueOf(sections: Readonly<Record<string, readonly Length[]>>, shorten: readonly string[]): Issue {
  const of = Object.entries(sections).map(([id, lengths]) =>
    section(
      id,
      lengths.map((length, at) => placed(item(`${id}${at}`), length)),
    ),
  );
  return issue(of, { publication: { ...publication, size: { limit: 80, shorten } } });
}

/** "a: full full, b: summary*": a star marks what was shortened. */
function told(of: Issue | undefined): string | undefined {
  return of?.sections
    .map(
      ({ section: { id }, items }) =>
        `${id}: ${items.map(({ length, isShortened }) => length + (isShortened ? '*' : '')).join(' ')}`,
    )
    .join(', ');
}

/** The issue after every number of steps that there are. */
function stepsOf(of: Issue): Issue[] {
  const steps: Issue[] = [];
  for (let step = shortened(of, 0); step; step = shortened(of, steps.length)) steps.push(step);
  return steps;
}

describe('shortening', () => {
  it('takes the sections in the order of the rule, first to summaries and then to briefs', () => {
    const steps = stepsOf(issueOf({ a: ['full'], b: ['full', 'full'], c: ['full'] }, ['c', 'b']));
    expect(steps.map(told)).toEqual([
      'a: full, b: full full, c: full',
      'a: full, b: full full, c: summary*',
      'a: full, b: summary* summary*, c: summary*',
      'a: full, b: summary* summary*, c: brief*',
      'a: full, b: brief* brief*, c: brief*',
    ]);
  });

  it('passes over sections that are short already or not in the issue', () => {
    const steps = stepsOf(issueOf({ a: ['summary'], b: ['brief'], c: ['full'] }, ['b', 'a', 'gone', 'c']));
    expect(steps.map(told)).toEqual([
      'a: summary, b: brief, c: full',
      'a: summary, b: brief, c: summary*',
      'a: brief*, b: brief, c: summary*',
      'a: brief*, b: brief, c: brief*',
    ]);
  });

  it('is at its end where no section may be shortened', () => {
    const whole = issueOf({ a: ['full'] }, []);
    expect(shortened(whole, 0)).toBe(whole);
    expect(shortened(whole, 1)).toBeUndefined();
  });

  it('marks only items that it has shortened', () => {
    const [, once] = stepsOf(issueOf({ a: ['full', 'summary', 'brief'] }, ['a']));
    expect(told(once)).toBe('a: summary* summary brief');
  });

  it('ends, makes something shorter with every step, and never touches anything else', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const contents = fc.record(
      Object.fromEntries(ids.map((id) => [id, fc.array(fc.constantFrom(...lengths), { maxLength: 4 })])),
    );
    const total = (of: Issue) =>
      of.sections.flatMap(({ items }) => items).reduce((sum, { length }) => sum + lengths.indexOf(length), 0);
    fc.assert(
      fc.property(contents, fc.shuffledSubarray(ids), (sections, shorten) => {
        const whole = issueOf(sections, shorten);
        const steps = stepsOf(whole);
        expect(steps.length).toBeLessThanOrEqual(1 + 2 * shorten.length);
        for (const [at, step] of steps.slice(1).entries()) {
          expect(total(step)).toBeGreaterThan(total(steps[at] ?? whole));
          for (const [index, { section, items }] of step.sections.entries()) {
            const before = whole.sections[index]?.items ?? [];
            if (!shorten.includes(section.id)) expect(items).toBe(before);
            for (const [place, placed] of items.entries()) {
              const original = before[place];
              expect(placed).toEqual({ ...original, length: placed.length, isShortened: placed.isShortened });
              expect(placed.isShortened).toBe(placed.length !== original?.length);
            }
          }
        }
        const last = steps.at(-1);
        for (const { section, items } of last?.sections ?? []) {
          if (shorten.includes(section.id)) expect(items.every(({ length }) => length === 'brief')).toBe(true);
        }
      }),
    );
  });
});
