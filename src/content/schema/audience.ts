import * as z from 'zod/mini';
import { facets, fieldName, language, listOf, slug, words } from './values.js';

/** audiences/<id>.yaml */
export const audienceShape = z.strictObject({
  title: words,
  why: words,
  template: z.optional(slug),
  translations: z.optional(z.record(language, z.strictObject({ why: words }))),
  fields: z.optional(listOf(z.strictObject({ name: fieldName, fallback: z.optional(words) }))),
  facets: z.optional(facets),
});

export type AudienceShape = z.output<typeof audienceShape>;
