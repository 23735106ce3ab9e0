import { createRequire } from 'node:module';
import fc from 'fast-check';
import lodash from 'lodash';
import { describe, expect, it } from 'vitest';

const ours: typeof lodash = createRequire(import.meta.url)('../../../scripts/mjml-lodash.cjs');

const name = fc.constantFrom('mj-text', 'mj-class', 'css-class', 'a', 'b', 'owa');
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
const object = fc.dictionary(name, value);
const nodes = fc.array(fc.record({ tagName: name, attributes: object }));
const collection = fc.oneof(nodes, object, fc.constant(undefined), fc.constant(null));

describe('the functions that the bundle has instead of lodash', () => {
  it('get, from an object by name or by a path', () => {
    const nested = fc.oneof(fc.dictionary(name, object), object, fc.constant(undefined), fc.array(fc.string()));
    const path = fc.oneof(
      name,
      fc.tuple(name, name).map((names) => names.join('.')),
      fc.nat(3),
    );
    fc.assert(
      fc.property(nested, path, fc.option(fc.string(), { nil: undefined }), (from, at, otherwise) => {
        expect(ours.get(from, at, otherwise)).toEqual(lodash.get(from, at, otherwise));
      }),
    );
  });

  it('find, filter, some, map, reduce and forEach, over lists, objects and nothing', () => {
    fc.assert(
      fc.property(collection, name, (from, tagName) => {
        const isIt = (one: unknown) =>
          one === tagName || (typeof one === 'object' && one !== null && Reflect.get(one, 'tagName') === tagName);
        for (const condition of [{ tagName }, isIt]) {
          expect(ours.find(from, condition)).toEqual(lodash.find(from, condition));
          expect(ours.filter(from, condition)).toEqual(lodash.filter(from, condition));
        }
        expect(ours.some(from, isIt)).toBe(lodash.some(from, isIt));
        const pairs = (one: unknown, key: unknown) => [key, one];
        expect(ours.map(from, pairs)).toEqual(lodash.map(from, pairs));
        const gather = (all: unknown[], one: unknown, key: unknown) => [...all, key, one];
        expect(ours.reduce(from, gather, [])).toEqual(lodash.reduce(from, gather, [] as unknown[]));
        const seen = (each: typeof lodash.forEach) => {
          const keys: unknown[] = [];
          each(from as object, (_one: unknown, key: unknown) => keys.push(key) < 2);
          return keys;
        };
        expect(seen(ours.forEach)).toEqual(seen(lodash.forEach));
        expect(seen(ours.each)).toEqual(seen(lodash.each));
      }),
    );
  });

  it('omit, omitBy and mapValues', () => {
    fc.assert(
      fc.property(object, fc.array(name), (from, names) => {
        expect(ours.omit(from, names)).toEqual(lodash.omit(from, names));
        expect(ours.omitBy(from, ours.isNil)).toEqual(lodash.omitBy(from, lodash.isNil));
        expect(ours.mapValues(from, String)).toEqual(lodash.mapValues(from, String));
      }),
    );
    expect(ours.omit(undefined, ['a'])).toEqual(lodash.omit(undefined, ['a']));
  });

  it('questions about one value', () => {
    const anything = fc.oneof(value, object, nodes, fc.func(fc.string()));
    fc.assert(
      fc.property(anything, (one) => {
        expect([ours.isNil(one), ours.isObject(one), ours.isFunction(one), ours.identity(one)]).toEqual([
          lodash.isNil(one),
          lodash.isObject(one),
          lodash.isFunction(one),
          lodash.identity(one),
        ]);
        expect(ours.negate(ours.isNil)(one)).toBe(lodash.negate(lodash.isNil)(one));
      }),
    );
    for (const one of [{}, { a: 1 }, [], [1], null, undefined]) expect(ours.isEmpty(one)).toBe(lodash.isEmpty(one));
  });

  it('words and numbers', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.oneof(fc.integer(), fc.constant(Number.NaN), fc.constant(undefined))),
        (text, numbers) => {
          expect(ours.escapeRegExp(text)).toBe(lodash.escapeRegExp(text));
          expect(ours.min(numbers)).toBe(lodash.min(numbers));
          const isSmall = (one: number | undefined) => (one ?? 0) < 5;
          expect(ours.findLastIndex(numbers, isSmall)).toBe(lodash.findLastIndex(numbers, isSmall));
        },
      ),
    );
    for (const component of ['mj-text', 'mj-head-attributes', 'MjColumn', 'mjBody', 'Enum']) {
      expect(ours.kebabCase(component)).toBe(lodash.kebabCase(component));
    }
  });
});
