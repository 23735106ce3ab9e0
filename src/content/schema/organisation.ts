import * as z from 'zod/mini';
import { nations } from '../../model/cadence.js';
import { colour, date, emailAddress, facets, language, link, listOf, oneOf, slug, words, zone } from './values.js';

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
});

export type OrganisationShape = z.output<typeof organisationShape>;
