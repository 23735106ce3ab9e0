import * as z from 'zod/mini';
import { elsewhere, link, listOf, mark, words } from './values.js';

/** The front matter of issues/translations/<language>/<item>.md. */
export const translationShape = z
  .strictObject({
    of: z.optional(mark),
    title: words,
    summary: z.optional(words),
    ask: z.optional(words),
    wording: z.optional(words),
    actions: z.optional(listOf(z.strictObject({ label: words, url: z.optional(link) }))),
    statement: z.optional(z.strictObject({ excerpt: words })),
    event: z.optional(z.strictObject({ place: words })),
    image: z.optional(z.strictObject({ alt: words })),
    outcome: z.optional(words),
    updates: z.optional(listOf(words)),
  })
  .register(elsewhere, {
    body: 'Write the text below the second “---”.',
    lang: 'The folder says the language: issues/translations/<language>/.',
    versions: 'A translation stands for all versions of its item.',
  });

export type TranslationShape = z.output<typeof translationShape>;
