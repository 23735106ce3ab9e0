import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtIns } from '../../src/check/built-in.js';
import { rules } from '../../src/check/rules.js';

/*
 * Every id that building or checking can give is told of in docs/rules.md. The ids are looked for in the sources: as they
 * stand, and in the calls of the small functions that put a family in front of a name.
 */

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Rooms and flows whose findings a build or a check shows. Those about people are told by their own commands. */
const shown = /^(assemble|calendar|content|language|render|workspace|flows\/[a-z-]+\.ts|check\/allowances\.ts)/;

/** Names that stand in calls, and the family that is put in front of them. */
const calls: readonly (readonly [file: RegExp, call: RegExp, family: string])[] = [
  [/^content\/(?!read-item)/, /\b(?:say|finding)\(\s*'([a-z-]+)'/g, 'content/'],
  [/^content\/references\.ts/, /\bunknown\(\s*'([a-z-]+)'/g, 'content/unknown-'],
  [/^content\/yaml\.ts/, /\bcomplain\(\s*'([a-z-]+)'/g, 'content/yaml-'],
  [/^assemble\/eligible\.ts/, /\| '([a-z-]+)'/g, 'assemble/'],
  [/^render\/pictures\/|^workspace\/pictures\.ts|^flows\/pictures\.ts/, /kind: '([a-z-]+)'/g, 'picture/'],
  [/^render\/render-edition\.ts/, /complaint\(\s*'([a-z-]+)'/g, 'template/no-'],
];

/** Facets, by which values are unknown: “unknown-region”. */
const facets = ['region', 'nation', 'role', 'language'].map((name) => `content/unknown-${name}`);

/** Told of an audience when people are counted, never when an issue is built. */
const ofPeople = ['audience/invented-people', 'audience/readable-by-others'];

function idsInSources(): Set<string> {
  const ids = new Set(facets);
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || !shown.test(file)) continue;
    const text = readFileSync(`${source}/${file}`, 'utf8');
    for (const [, id] of text.matchAll(/rule: '([a-z]+\/[a-z-]+)'/g)) if (id !== undefined) ids.add(id);
    for (const [where, call, family] of calls) {
      if (!where.test(file)) continue;
      for (const [, name] of text.matchAll(call)) ids.add(`${family}${name}`);
    }
  }
  return ids;
}

it('everything that a build finds by itself is explained, and nothing else', () => {
  const ids = [...idsInSources()].filter((id) => !ofPeople.includes(id)).sort();
  expect(builtIns.map(({ id }) => id)).toEqual(ids);
});

it('has one entry for each id, and none that a rule has', () => {
  const ids = [...builtIns, ...rules].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it.each(builtIns.map((one) => [one.id, one] as const))('%s says why, and where it comes from', (_id, one) => {
  for (const words of [one.title, one.why, one.bad, one.good]) expect(words.trim()).not.toBe('');
  expect(one.title).not.toMatch(/\.$/);
  expect(one.why).toMatch(/\.$/);
  expect(one.origins.length).toBeGreaterThan(0);
});
