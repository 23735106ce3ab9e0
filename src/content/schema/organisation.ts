import * as z from 'zod/mini';
import { nations } from '../../model/cadence.js';
import { regions } from '../../model/organisation.js';
import {
  colour,
  date,
  emailAddress,
  facets,
  language,
  link,
  listOf,
  numberFrom,
  oneOf,
  slug,
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
  lang: z.optional(language),
  zone,
  nation: oneOf(nations),
  terms: z.optional(
    listOf(z.strictObject({ name: words, ...period, 'half-term': z.optional(z.strictObject(period)) })),
  ),
  campaigns: z.optional(listOf(z.strictObject({ id: slug, title: words, colour: z.optional(colour) }))),
  facets: z.optional(facets),
  delivery: z.optional(z.strictObject({ sendgrid: z.optional(z.strictObject({ region: oneOf(regions) })) })),
  retention: z.optional(z.strictObject({ rosters: numberFrom(1, 3650) })),
});

export type OrganisationShape = z.output<typeof organisationShape>;
