import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { jsonSchemas } from '../../src/content/json-schema.js';

const schemas = jsonSchemas();

/** Whether an editor's program, which takes values for what YAML 1.2 says they are, would underline a text. */
function holds(name: string, yaml: string): boolean {
  return z.fromJSONSchema(schemas[name] as z.core.JSONSchema.JSONSchema).safeParse(parse(yaml)).success;
}

/** Every schema within a schema. */
function* within(schema: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof schema !== 'object' || schema === null) return;
  if (!Array.isArray(schema)) yield schema as Readonly<Record<string, unknown>>;
  for (const part of Object.values(schema)) yield* within(part);
}

describe('the JSON Schema', () => {
  it.each(Object.keys(schemas))('of %s has patterns that every program reads, with examples that hold', (name) => {
    const patterns = [...within(schemas[name])].filter(({ pattern }) => typeof pattern === 'string');
    expect(patterns.length).toBeGreaterThan(0);
    for (const { pattern, examples } of patterns) {
      const regular = new RegExp(String(pattern), 'u');
      for (const example of Array.isArray(examples) ? examples : []) expect(example).toMatch(regular);
    }
  });

  const publication = `title: Weekly
audience: members
sender: { name: Us, address: us@example.org }
cadence: { every: week, on: monday, at: "07:00" }
sections: [{ id: news, title: News }]
`;

  it.each([
    ['theme', 'type: { size: 18 }\ncorners: 0\nlogo: { src: templates/logo.png, alt: Us, width: 200 }'],
    ['translation', 'title: Yemen\nof: 1a2b3c4d\nactions: [{ label: Llofnodwch }]'],
    ['translation', 'title: Yemen\nof: 12345678'],
    ['publication', `${publication}size: { limit: 60, shorten: [news] }\ntranslations: { cy: { title: Wythnosol } }`],
    ['audience', 'title: Members\nwhy: You are.\ntemplate: plain\ntranslations: { cy: { why: Rydych. } }'],
    ['issue', 'lang: en\ntranslations: { cy: { intro: Bore da. } }'],
    ['item', 'title: A\nkind: news\npublications: []\nask: B\nwording: C\nimage: { src: a.jpg, alt: D }'],
    [
      'item',
      'title: A\nkind: news\npublications: []\nactions: [{ do: read, label: A, url: https://a.example.org, file: { type: pdf, size: 1.2 MB } }]',
    ],
  ])('of %s lets pass %j', (name, yaml) => {
    expect(holds(name, yaml)).toBe(true);
  });

  it.each([
    ['theme', 'type: { size: 14 }'],
    ['theme', 'fonts: Arial'],
    ['translation', 'summary: C'],
    ['translation', 'title: Yemen\nof: 1A2B3C4D'],
    ['publication', `${publication}size: { limit: 101 }`],
    ['publication', `${publication}translations: { cy: { tittle: W } }`],
    ['item', 'title: A\nkind: news\npublications: []\nimage: { src: https://a.example.org/a.jpg, alt: D }'],
    [
      'item',
      'title: A\nkind: news\npublications: []\nactions: [{ do: read, label: A, url: https://a.example.org, file: { type: exe } }]',
    ],
  ])('of %s underlines %j', (name, yaml) => {
    expect(holds(name, yaml)).toBe(false);
  });
});
