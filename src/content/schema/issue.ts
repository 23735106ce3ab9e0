import * as z from 'zod/mini';
import { lengths } from '../../model/publication.js';
import { allowances, count, language, listOf, oneOf, slug, words } from './values.js';

const itemId = words;

/** The front matter of issues/<publication>/<date>/issue.md. */
export const issueShape = z.strictObject({
  lang: z.optional(language),
  subject: z.optional(words),
  preheader: z.optional(words),
  items: z.optional(listOf(itemId)),
  pinned: z.optional(listOf(itemId)),
  'leave-out': z.optional(listOf(itemId)),
  order: z.optional(listOf(itemId)),
  sections: z.optional(
    z.record(
      slug,
      z.strictObject({
        title: z.optional(words),
        limit: z.optional(count),
        length: z.optional(oneOf(lengths)),
        items: z.optional(listOf(itemId)),
      }),
    ),
  ),
  translations: z.optional(
    z.record(
      language,
      z.strictObject({ subject: z.optional(words), preheader: z.optional(words), intro: z.optional(words) }),
    ),
  ),
  allow: z.optional(allowances),
});

export type IssueShape = z.output<typeof issueShape>;
