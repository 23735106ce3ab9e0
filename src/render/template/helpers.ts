/** The blocks that templates can use, which are Handlebars' own. */
export const blockHelpers = ['each', 'if', 'unless', 'with'] as const;
export type BlockHelper = (typeof blockHelpers)[number];

/** What templates can ask inside a block, "{{#if (eq kind "event")}}". Handlebars adds its options as a last argument. */
export const questions = {
  eq: (a: unknown, b: unknown): boolean => a === b,
  and: (...given: readonly unknown[]): boolean => given.slice(0, -1).every(holds),
  or: (...given: readonly unknown[]): boolean => given.slice(0, -1).some(holds),
} as const;
export type Question = keyof typeof questions;

export function isBlockHelper(name: string | undefined): name is BlockHelper {
  return blockHelpers.some((known) => known === name);
}

export function isQuestion(name: string | undefined): name is Question {
  return name !== undefined && Object.hasOwn(questions, name);
}

/** What "{{#if}}" goes by: an empty list counts as no. */
function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
