import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Complaint, Rule } from '../../src/check/rule.js';
import { rules } from '../../src/check/rules.js';
import type { House } from '../../src/check/subjects.js';
import type { Edit } from '../../src/model/finding.js';
import type { BadCase, Case, Fixture } from './fixture.js';
import { house } from './subjects.js';

/*
 * Every rule has a fixture of its own at test/check/fixtures/<id>.ts, which shows what it complains of and where, and
 * what it leaves alone.
 */

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('says why, and where it comes from', () => {
    expect(id).toMatch(/^[a-z0-9]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const words of [rule.title, rule.why, rule.bad, rule.good]) expect(words.trim()).not.toBe('');
    expect(rule.title).not.toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.origins.length).toBeGreaterThan(0);
    for (const { title, url } of rule.origins) {
      expect(title.trim()).not.toBe('');
      if (url !== undefined) expect(url).toMatch(/^https:\/\//);
    }
  });

  it('complains of what is wrong, where it stands, and of nothing else', async () => {
    const fixture = await fixtureOf(id);
    for (const one of fixture.bad) {
      const complaints = judged(rule, one);
      expect(complaints.map(({ place }) => (place ? `${place.line}:${place.column}` : ''))).toEqual(
        one.finds.map(([place]) => place),
      );
      for (const [index, [, words]] of one.finds.entries()) expect(complaints[index]?.words).toContain(words);
      for (const { words, fix } of complaints) {
        expect(words).toMatch(/[.?!”)]$/);
        if (fix !== undefined) expect(fix).toMatch(/[.?!”):/]$/);
      }
      if (one.mended !== undefined) expect(mended(rule, one, complaints)).toBe(one.mended);
      else expect(complaints.flatMap(({ edits = [] }) => edits)).toEqual([]);
    }
    for (const one of fixture.good) expect(judged(rule, one)).toEqual([]);
  });
});

it('no two rules have one id', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

async function fixtureOf(id: string): Promise<Fixture> {
  const file = new URL(`./fixtures/${id}.ts`, import.meta.url);
  expect(existsSync(file), `test/check/fixtures/${id}.ts`).toBe(true);
  return ((await import(/* @vite-ignore */ file.pathname)) as { readonly fixture: Fixture }).fixture;
}

function judged(rule: Rule, { subject, house: own }: Case<Rule['over']>): Complaint[] {
  // The fixture of a rule has its kind of subject; the compiler cannot know, as it is found by name.
  const judge = rule.judge as (subject: unknown, house: House) => Iterable<Complaint>;
  return [...judge(subject, own ?? house())];
}

function mended(rule: Rule, { subject }: BadCase<Rule['over']>, complaints: readonly Complaint[]): string {
  const file = fileOf(subject);
  expect(file, `${rule.id} mends a file, and its subject is none`).toBeDefined();
  const edits = complaints.flatMap(({ edits = [] }) => edits);
  return [...edits]
    .sort((a: Edit, b: Edit) => b.start - a.start)
    .reduce((text, { start, end, text: other }) => text.slice(0, start) + other + text.slice(end), file ?? '');
}

function fileOf(subject: object): string | undefined {
  if ('file' in subject) return (subject.file as { text: string }).text;
  if ('writing' in subject) return (subject.writing as { file: { text: string } }).file.text;
  return undefined;
}
