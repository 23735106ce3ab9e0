import * as z from 'zod/mini';
import { deeds, fileTypes, itemKinds, priorities } from '../../model/item.js';
import {
  allowances,
  country,
  date,
  elsewhere,
  facets,
  fileSize,
  flag,
  language,
  link,
  listOf,
  oneOf,
  picture,
  slug,
  wallTime,
  words,
  zone,
} from './values.js';

export const actionShape = z.strictObject({
  do: oneOf(deeds),
  label: words,
  url: link,
  deadline: z.optional(wallTime),
  file: z.optional(z.strictObject({ type: oneOf(fileTypes), size: z.optional(fileSize) })),
});

const versionShape = z.strictObject({
  title: z.optional(words),
  summary: z.optional(words),
  ask: z.optional(words),
  wording: z.optional(words),
  body: z.optional(words),
  actions: z.optional(listOf(actionShape)),
});

/** The front matter of issues/items/<id>.md. */
export const itemShape = z
  .strictObject({
    title: words,
    kind: oneOf(itemKinds),
    campaign: z.optional(slug),
    country: z.optional(country),
    lang: z.optional(language),
    publications: listOf(slug),
    runs: z.optional(z.strictObject({ from: z.optional(date), until: z.optional(date) })),
    repeat: z.optional(flag),
    draft: z.optional(flag),
    deadline: z.optional(wallTime),
    priority: z.optional(oneOf(priorities)),
    readers: z.optional(facets),
    summary: z.optional(words),
    ask: z.optional(words),
    wording: z.optional(words),
    actions: z.optional(listOf(actionShape)),
    statement: z.optional(
      z.strictObject({
        excerpt: z.optional(words),
        signatories: listOf(z.strictObject({ name: words, role: z.optional(words), organisation: z.optional(words) })),
        url: z.optional(link),
      }),
    ),
    event: z.optional(
      z.strictObject({
        starts: wallTime,
        ends: z.optional(wallTime),
        zone: z.optional(zone),
        place: z.optional(words),
        online: z.optional(link),
      }),
    ),
    image: z.optional(
      z.strictObject({
        src: picture,
        alt: words,
        credit: z.optional(words),
        words: z.optional(words),
        consent: z.optional(words),
      }),
    ),
    partner: z.optional(z.strictObject({ name: words, url: z.optional(link), licence: z.optional(words) })),
    versions: z.optional(z.record(slug, versionShape)),
    updates: z.optional(listOf(z.strictObject({ on: date, text: words }))),
    outcome: z.optional(z.strictObject({ status: oneOf(['won', 'lost', 'ongoing']), on: date, text: words })),
    sensitive: z.optional(flag),
    consent: z.optional(words),
    allow: z.optional(allowances),
  })
  .register(elsewhere, {
    body: 'Write the text below the second “---”.',
    translations: 'Write a translation in a file of its own: issues/translations/<language>/<id of the item>.md.',
  });

export type ItemShape = z.output<typeof itemShape>;
