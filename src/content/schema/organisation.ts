import * as z from 'zod/mini';
import { nations } from '../../model/cadence.js';
import { regions, transportKinds } from '../../model/organisation.js';
import {
  colour,
  date,
  domain,
  emailAddress,
  facets,
  flag,
  language,
  levels,
  link,
  listOf,
  mailtoLink,
  numberFrom,
  oneOf,
  slug,
  unsubscribeLink,
  wholeNumber,
  words,
  zone,
} from './values.js';

const period = { from: date, until: date };

/** mailout.yaml, at the root of the workspace. */
export const organisationShape = z.strictObject({
  name: words,
  address: listOf(words),
  contact: emailAddress,
  web: z.optional(link),
  privacy: z.optional(link),
  licence: z.optional(words),
  lang: z.optional(language),
  zone,
  nation: oneOf(nations),
  terms: z.optional(
    listOf(z.strictObject({ name: words, ...period, 'half-term': z.optional(z.strictObject(period)) })),
  ),
  campaigns: z.optional(listOf(z.strictObject({ id: slug, title: words, colour: z.optional(colour) }))),
  facets: z.optional(facets),
  delivery: z.optional(
    z.strictObject({
      transport: z.optional(oneOf(transportKinds)),
      hold: z.optional(numberFrom(0, 4_320)),
      'hold-above': z.optional(wholeNumber),
      canary: z.optional(
        z.strictObject({
          share: z.optional(numberFrom(1, 100)),
          rejected: z.optional(numberFrom(0, 100)),
          unknown: z.optional(numberFrom(0, 100)),
        }),
      ),
      tracking: z.optional(z.strictObject({ clicks: z.optional(flag), opens: z.optional(flag) })),
      'most-late': z.optional(numberFrom(1, 72)),
      unsubscribe: z.optional(z.strictObject({ link: unsubscribeLink, mailto: z.optional(mailtoLink) })),
      'list-domain': z.optional(domain),
      sendgrid: z.optional(z.strictObject({ region: oneOf(regions) })),
    }),
  ),
  approval: z.optional(
    z.strictObject({
      hours: z.optional(numberFrom(1, 744)),
      rules: z.optional(
        listOf(
          z.strictObject({
            'up-to': z.optional(wholeNumber),
            approvers: numberFrom(1, 9),
            'author-counts': z.optional(flag),
          }),
        ),
      ),
    }),
  ),
  rules: z.optional(levels),
  imprint: z.optional(z.strictObject({ words, elections: z.optional(listOf(z.strictObject(period))) })),
  retention: z.optional(z.strictObject({ rosters: numberFrom(1, 3650) })),
});

export type OrganisationShape = z.output<typeof organisationShape>;
