import { describe, expect, expectTypeOf, test } from 'vitest';
import { issueShape } from '../../../src/render/template/issue-shape.js';
import { isGroup, isList, type Shape, type ShapeOf } from '../../../src/render/template/shape.js';
import type { Html } from '../../../src/render/view.js';
import { view } from './samples.js';

type Sample = {
  readonly title: string;
  readonly length: 'full' | 'brief';
  readonly body: Html | null;
  readonly isFirst: boolean;
  readonly count: number | null;
  readonly lines: readonly string[];
  readonly links: readonly { readonly url: string | null }[] | null;
  readonly image?: { readonly src: string };
};

describe('ShapeOf', () => {
  test('tells text, markup, yes or no, numbers, lists and groups apart, present or not', () => {
    expectTypeOf<ShapeOf<Sample>>().branded.toEqualTypeOf<{
      readonly title: 'text';
      readonly length: 'text';
      readonly body: 'html';
      readonly isFirst: 'flag';
      readonly count: 'number';
      readonly lines: readonly ['text'];
      readonly links: readonly [{ readonly url: 'text' }];
      readonly image: { readonly src: 'text' };
    }>();
  });

  test('has no shape for what a template cannot print or go through', () => {
    expectTypeOf<ShapeOf<() => string>>().toBeNever();
    expectTypeOf<ShapeOf<string | number>>().toBeNever();
    expectTypeOf<ShapeOf<{ readonly when: Date | string }>>().toEqualTypeOf<{ readonly when: never }>();
  });

  test('a shape that lacks a field, has one more, or takes one for another does not compile', () => {
    type Small = { readonly title: string; readonly body: Html | null };
    const shapes = [
      { title: 'text', body: 'html' } as const satisfies ShapeOf<Small>,
      // @ts-expect-error: `body` is missing.
      { title: 'text' } as const satisfies ShapeOf<Small>,
      // @ts-expect-error: the view has no `author`.
      { title: 'text', body: 'html', author: 'text' } as const satisfies ShapeOf<Small>,
      // @ts-expect-error: `body` is markup.
      { title: 'text', body: 'text' } as const satisfies ShapeOf<Small>,
      // @ts-expect-error: `title` is not markup.
      { title: 'html', body: 'html' } as const satisfies ShapeOf<Small>,
    ];
    expect(shapes).toHaveLength(5);
  });
});

test('the shape of an issue fits a view of one, value by value', () => {
  expect(misfits(issueShape, view, 'view')).toEqual([]);
  const { subject, ...rest } = view;
  expect(misfits(issueShape, rest, 'view')).toEqual(['view']);
  expect(misfits(issueShape, { ...view, subject: [subject] }, 'view')).toEqual(['view.subject']);
});

function misfits(shape: Shape, value: unknown, path: string): string[] {
  if (isList(shape)) {
    return Array.isArray(value)
      ? value.flatMap((entry, index) => misfits(shape[0], entry, `${path}.${index}`))
      : [path];
  }
  if (isGroup(shape)) {
    const fields = Object.entries(value ?? {});
    const names = fields.map(([name]) => name);
    if (names.toSorted().join() !== Object.keys(shape).toSorted().join()) return [path];
    return fields.flatMap(([name, field]) => misfits(shape[name] ?? 'text', field, `${path}.${name}`));
  }
  const type = { text: 'string', html: 'string', flag: 'boolean', number: 'number' }[shape];
  return typeof value === type ? [] : [path];
}
