import * as z from 'zod/mini';
import { ifEmptyPolicies, inHolidaysPolicies, onBankHolidayPolicies, rhythms, weekdays } from '../../model/cadence.js';
import { deeds, itemKinds, priorities } from '../../model/item.js';
import { channels, lengths } from '../../model/publication.js';
import {
  count,
  date,
  emailAddress,
  flag,
  language,
  levels,
  listOf,
  numberFrom,
  oneOf,
  slug,
  timeOfDay,
  words,
} from './values.js';

const sectionShape = z.strictObject({
  id: slug,
  title: words,
  intro: z.optional(words),
  takes: z.optional(
    z.strictObject({
      kinds: z.optional(listOf(oneOf(itemKinds))),
      campaigns: z.optional(listOf(slug)),
      priorities: z.optional(listOf(oneOf(priorities))),
      deeds: z.optional(listOf(oneOf(deeds))),
      'closing-within': z.optional(count),
      outcome: z.optional(flag),
    }),
  ),
  limit: z.optional(count),
  length: z.optional(oneOf(lengths)),
});

const wordsShape = z.strictObject({
  title: z.optional(words),
  strapline: z.optional(words),
  subject: z.optional(words),
  preheader: z.optional(words),
  sections: z.optional(z.record(slug, z.strictObject({ title: z.optional(words), intro: z.optional(words) }))),
});

/** issues/<id>/publication.yaml */
export const publicationShape = z.strictObject({
  title: words,
  strapline: z.optional(words),
  channel: z.optional(oneOf(channels)),
  audience: slug,
  marketing: z.optional(flag),
  template: z.optional(slug),
  lang: z.optional(language),
  sender: z.strictObject({ name: words, address: emailAddress, 'reply-to': z.optional(emailAddress) }),
  cadence: z.strictObject({
    every: oneOf(rhythms),
    on: oneOf(weekdays),
    at: timeOfDay,
    starting: z.optional(date),
    'term-week': z.optional(count),
    'in-holidays': z.optional(oneOf(inHolidaysPolicies)),
    'on-bank-holiday': z.optional(oneOf(onBankHolidayPolicies)),
    'if-empty': z.optional(oneOf(ifEmptyPolicies)),
  }),
  numbering: z.optional(z.strictObject({ number: count, of: date })),
  'copy-deadline': z.optional(count),
  sections: z.array(sectionShape).check(z.minLength(1)),
  subject: z.optional(words),
  preheader: z.optional(words),
  limit: z.optional(count),
  size: z.optional(z.strictObject({ limit: z.optional(numberFrom(10, 100)), shorten: z.optional(listOf(slug)) })),
  translations: z.optional(z.record(language, wordsShape)),
  approvers: z.optional(listOf(words)),
  rules: z.optional(levels),
});

export type PublicationShape = z.output<typeof publicationShape>;
