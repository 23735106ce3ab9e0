import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { BuiltIn } from '../../src/check/built-in/entry.js';
import { builtIns } from '../../src/check/built-in.js';
import { rules } from '../../src/check/rules.js';
import { parseMarkdown } from '../../src/content/markdown.js';
import { readAudience } from '../../src/content/read-audience.js';
import { readItem } from '../../src/content/read-item.js';
import { readPublication } from '../../src/content/read-publication.js';
import type { Finding } from '../../src/model/finding.js';
import type { Markdown } from '../../src/model/item.js';
import { compileDesign } from '../../src/render/template/compile.js';
import { issueShape, type TemplateView } from '../../src/render/template/issue-shape.js';
import { design } from '../render/template/samples.js';

/*
 * Every id that building or checking can give is told of in docs/rules.md. The ids are looked for in the sources: as they
 * stand, and where an id is put together of parts, in what its parts can be.
 */

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Whose findings are about people, and are told when these are counted, never when an issue is built. */
const ofPeople = /^audience\//;

/** Rules have their ids themselves; the entries that are tested here would find one another. */
const aside = /^check\/(rules|built-in)\//;

/** What stands where in the sources: the ids that a file puts together, and what they can be. */
const madeUp: Readonly<Record<string, (family: string) => readonly string[]>> = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: this is how the sources write them.
  'assemble/choices.ts: assemble/${standing.reason}': (family) =>
    named('assemble/eligible.ts', /reason: '([a-z-]+)',(?:(?!reason:)[\s\S])*?yields: false/g, family),
  'content/people-source.ts: content/${rule}': (family) => called('content/people-source.ts', 'say', family),
  'content/read-audience.ts: content/${rule}': (family) => called('content/read-audience.ts', 'say', family),
  'content/read-publication.ts: content/${rule}': (family) => called('content/read-publication.ts', 'say', family),
  'content/read-shape.ts: content/${what}': (family) => called('content/read-shape.ts', 'finding', family),
  'content/references.ts: content/unknown-${what}': (family) => [
    ...called('content/references.ts', 'unknown', family),
    ...['region', 'nation', 'role', 'language'].map((facet) => `${family}${facet}`),
  ],
  'content/translation-references.ts: content/${what}': (family) =>
    called('content/translation-references.ts', 'finding', family),
  'content/yaml.ts: content/yaml-${what}': (family) => called('content/yaml.ts', 'complain', family),
  'flows/check-audience.ts: audience/${reason.replace(': () => [],
  'flows/pictures.ts: picture/${kind}': (family) =>
    ['render/pictures/prepare.ts', 'workspace/pictures.ts', 'flows/pictures.ts'].flatMap((file) =>
      named(file, /kind: '([a-z-]+)'/g, family),
    ),
  'render/render-edition.ts: template/no-${what}': (family) => called('render/render-edition.ts', 'complaint', family),
  // The type of the ids that stand in the same file as they are.
  'render/template/complaints.ts: template/${string}': () => [],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above.
};

function read(file: string): string {
  return readFileSync(`${source}/${file}`, 'utf8');
}

function named(file: string, pattern: RegExp, family: string): string[] {
  return [...read(file).matchAll(pattern)].map(([, name = '']) => `${family}${name}`);
}

function called(file: string, call: string, family: string): string[] {
  return named(file, new RegExp(`\\b${call}\\(\\s*'([a-z-]+)'`, 'g'), family);
}

type Written = { readonly id: string; readonly levels: readonly string[] };

/** The ids that stand in the sources, with the levels that stand behind them, and those that are put together. */
function written() {
  const whole: Written[] = [];
  const parts: string[] = [];
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts') || aside.test(file)) continue;
    for (const [, id = '', level = ''] of read(file).matchAll(
      /\brule: '([a-z]+\/[^']+)'(?:,\s*severity: ([^\n]*))?/g,
    )) {
      whole.push({ id, levels: [...level.matchAll(/'([a-z]+)'/g)].map(([, one = '']) => one) });
    }
    for (const [, pattern = ''] of read(file).matchAll(/\brule: `([^`']+)/g)) parts.push(`${file}: ${pattern}`);
  }
  return { whole, parts };
}

const inSources = written();

it('ids that are put together are known here', () => {
  expect(inSources.parts).toEqual(Object.keys(madeUp).sort());
});

it('everything that a build finds by itself is explained, and nothing else', () => {
  const ofParts = Object.entries(madeUp).flatMap(([where, idsFor]) => {
    const ids = idsFor(where.slice(where.indexOf(': ') + 2, where.indexOf('$')));
    // A pattern that finds nothing has lost its way.
    if (!/audience\/\$|\$\{string\}/.test(where)) expect(ids, where).not.toEqual([]);
    return ids;
  });
  const ids = [...inSources.whole.map(({ id }) => id), ...ofParts].filter((id) => !ofPeople.test(id));
  expect(builtIns.map(({ id }) => id)).toEqual([...new Set(ids)].sort());
});

it('is as severe as the sources say', () => {
  for (const { id, severity } of builtIns) {
    const levels = inSources.whole.flatMap((one) => (one.id === id ? one.levels : []));
    if (levels.length > 0) expect(levels, id).toContain(severity);
  }
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

/** Settings with those that a file needs before them, unless it has them itself. */
function settings(needed: Readonly<Record<string, string>>, own: string): string {
  const missing = Object.entries(needed).filter(([name]) => !new RegExp(`^${name}:`, 'm').test(own));
  return [...missing.map(([name, value]) => `${name}: ${value}`), own].join('\n');
}

function ofItem(text: string): readonly Finding[] {
  const { value, findings } = readItem({ path: 'issues/items/sample.md', text });
  return [...findings, ...(value ? parseMarkdown(value.body as Markdown).findings : [])];
}

const neededByItem = { title: 'Stand with teachers', kind: 'news', publications: '[weekly]' };

/** Readers of examples: what is found in a file that is in order but for the example. */
const inFile = {
  item: ofItem,
  front: (example: string) => ofItem(`---\n${settings(neededByItem, example)}\n---\n\nMembers ask how to help.\n`),
  bare: (example: string) => ofItem(`---\n${example}\n---\n\nMembers ask how to help.\n`),
  text: (example: string) => ofItem(`---\n${settings(neededByItem, '')}---\n\n${example}\n`),
  publication: (example: string) => {
    const needed = {
      title: 'The Weekly',
      audience: 'members',
      template: 'weekly-digest',
      sender: '{ name: Office, address: office@example.org }',
      cadence: '{ every: week, on: monday, at: 07:00 }',
      sections: '[{ id: news, title: News }]',
    };
    const { template: _, ...bare } = needed;
    const text = settings(/^channel: email/.test(example) ? bare : needed, example);
    return readPublication('weekly', { path: 'issues/weekly/publication.yaml', text }).findings;
  },
  audience: (example: string) => {
    const text = settings({ title: 'Members', why: 'You are a member.' }, example);
    return readAudience('members', { path: 'audiences/members.yaml', text }).findings;
  },
  template: (example: string) =>
    compileDesign<TemplateView>(
      design(`{{#each sections}}{{#each items}}${example}{{/each}}{{/each}}`, { item: 'An item' }),
      issueShape,
    ).findings,
} satisfies Readonly<Record<string, (example: string) => readonly Finding[]>>;

/** Entries whose examples are all that their rule looks at. Others speak of several files, or of what is not typed. */
const shown: Readonly<Record<keyof typeof inFile, string>> = {
  item: 'front-matter-open no-front-matter',
  front:
    'bad-key bad-value contradiction unknown-setting unknown-word wrong-type yaml yaml-alias yaml-forbidden-key yaml-hash',
  bare: 'missing-setting',
  text: 'html link nesting',
  publication: 'no-template section-twice too-few unknown-section wrong-design',
  audience:
    'columns-of-invented field-of-nobody invented-live list-or-segment no-columns path-outside size-band undeclared-field wrong-source-setting',
  template:
    'arguments bare-block block-names doubtful-parent dynamic-partial escaped-html not-a-list not-text nothing-above syntax unescaped-text unknown-field unknown-helper unknown-partial unsupported',
};

describe.each(Object.entries(shown))('the examples for a file (%s)', (file, names) => {
  const family = file === 'template' ? 'template' : 'content';
  const found = (example: string) => inFile[file as keyof typeof inFile](example).map(({ rule }) => rule);

  it.each(names.split(' ').map((name) => `${family}/${name}`))('%s is found where it says, and not beside', (id) => {
    const { bad = '', good = '' } = builtIns.find((one: BuiltIn) => one.id === id) ?? {};
    expect(found(bad)).toContain(id);
    expect(found(good)).toEqual([]);
  });
});
