import * as z from 'zod/mini';
import type { ChoiceChange } from '../../model/workbench.js';

/*
 * What the page may say, and how much of it. Whether there is such an issue, item or finding is asked where it is done.
 */

const key = z.string().check(z.minLength(1), z.maxLength(200));
/** Keys of findings have their words in them. */
const findingKey = z.string().check(z.minLength(1), z.maxLength(8000));
/** One line that says something: it becomes a header of a mail. */
const line = z.string().check(z.maxLength(500), z.regex(/^[^\p{Cc}\u2028\u2029]*\S[^\p{Cc}\u2028\u2029]*$/u));

const change = z.union([
  z.strictObject({ set: z.enum(['subject', 'preheader']), to: z.optional(line) }),
  z.strictObject({ pin: key, isPinned: z.boolean() }),
  z.strictObject({ leaveOut: key, isOut: z.boolean() }),
  z.strictObject({ order: z.array(key).check(z.minLength(1), z.maxLength(500)) }),
]);

export const lookedAtShape = z.strictObject({ issue: key });
export const changeShape = z.strictObject({ issue: key, change });
export const mendShape = z.strictObject({ finding: findingKey });
export const rebuildShape = z.strictObject({});
export const openShape = z.union([z.strictObject({ finding: findingKey }), z.strictObject({ item: key })]);
export const proofShape = z.strictObject({ issue: key, persona: z.optional(key) });
export const approvalShape = z.strictObject({ issue: key });
export const approveShape = z.strictObject({ issue: key, digest: key, by: z.optional(line) });

/** A change as it is written down: no words at all mean the newsletter’s own pattern. */
export function asChoiceChange(asked: z.infer<typeof change>): ChoiceChange {
  return 'set' in asked ? { set: asked.set, to: asked.to } : asked;
}
