import type { Html } from '../view.js';

/**
 * What a template can expect of a value, as data: a text to escape, markup that is escaped already, a yes or no, a
 * number, a list of one shape, or a group of named values. Any value may also be null.
 */
export type Shape = Leaf | List | Group;
export type Leaf = 'text' | 'html' | 'flag' | 'number';
export type List = readonly [Shape];
export type Group = { readonly [name: string]: Shape };

/**
 * The shape of a view type. `const shape = { … } as const satisfies ShapeOf<View>` compiles only while it names every
 * field of the view, each as what it is, and no other. What has no shape (a function, a mix of kinds) is `never`.
 */
export type ShapeOf<View> = ShapeOfPresent<NonNullable<View>>;

// The tuples keep unions whole: `boolean` and unions of words must not be looked at member by member.
type ShapeOfPresent<Value> = [Value] extends [Html]
  ? 'html'
  : [Value] extends [string]
    ? 'text'
    : [Value] extends [boolean]
      ? 'flag'
      : [Value] extends [number]
        ? 'number'
        : [Value] extends [readonly (infer Entry)[]]
          ? readonly [ShapeOf<Entry>]
          : [Value] extends [(...given: never[]) => unknown]
            ? never
            : [Value] extends [object]
              ? { readonly [Name in keyof Value]-?: ShapeOf<Value[Name]> }
              : never;

export function isList(shape: Shape): shape is List {
  return Array.isArray(shape);
}

export function isGroup(shape: Shape): shape is Group {
  return typeof shape === 'object' && !isList(shape);
}

/** The shape as a person would call it, with its article. */
export function shapeInWords(shape: Shape): string {
  if (isList(shape)) return 'a list';
  if (isGroup(shape)) return 'a group of values';
  return { text: 'text', html: 'markup', flag: 'a yes or no', number: 'a number' }[shape];
}
