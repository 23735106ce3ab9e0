import * as z from 'zod/mini';
import { csvEncodings, environments, lawfulBases } from '../../model/audience.js';
import {
  emailAddress,
  facets,
  fieldName,
  language,
  listOf,
  numberFrom,
  oneOf,
  slug,
  variableName,
  wholeNumber,
  words,
} from './values.js';

/** Every setting of every kind of source; which go together is for read-audience.ts to say. */
const sourceShape = z.strictObject({
  kind: oneOf(['csv', 'xlsx', 'postgres', 'sendgrid', 'invented']),
  file: z.optional(words),
  encoding: z.optional(oneOf(csvEncodings)),
  delimiter: z.optional(oneOf(['comma', 'semicolon', 'tab'])),
  sheet: z.optional(words),
  query: z.optional(words),
  connection: z.optional(variableName),
  list: z.optional(words),
  segment: z.optional(words),
  count: z.optional(wholeNumber),
  seed: z.optional(wholeNumber),
});

const facetColumn = z.strictObject({
  column: words,
  /** What the source writes, and which value it means, or "none". */
  values: z.optional(z.record(words, words)),
  fallback: z.optional(words),
});

const columnsShape = z.strictObject({
  email: z.optional(words),
  fields: z.optional(z.record(fieldName, words)),
  facets: z.optional(
    z.strictObject({
      regions: z.optional(facetColumn),
      nations: z.optional(facetColumn),
      roles: z.optional(facetColumn),
      languages: z.optional(facetColumn),
    }),
  ),
});

/** audiences/<id>.yaml */
export const audienceShape = z.strictObject({
  title: words,
  why: words,
  template: z.optional(slug),
  translations: z.optional(z.record(language, z.strictObject({ why: words }))),
  fields: z.optional(listOf(z.strictObject({ name: fieldName, fallback: z.optional(words) }))),
  facets: z.optional(facets),
  environment: z.optional(oneOf(environments)),
  basis: z.optional(oneOf(lawfulBases)),
  source: z.optional(sourceShape),
  columns: z.optional(columnsShape),
  size: z.optional(z.strictObject({ from: wholeNumber, until: wholeNumber })),
  change: z.optional(numberFrom(0, 1000)),
  'unsubscribe-group': z.optional(wholeNumber),
});

export type AudienceShape = z.output<typeof audienceShape>;

/** audiences/personas.yaml */
export const personasShape = z.strictObject({
  personas: listOf(
    z.strictObject({
      id: slug,
      title: words,
      about: z.optional(words),
      fields: z.optional(z.record(fieldName, words)),
      facets: z.optional(
        z.strictObject({
          regions: z.optional(slug),
          nations: z.optional(slug),
          roles: z.optional(slug),
          languages: z.optional(language),
        }),
      ),
    }),
  ),
});

/** audiences/testers.yaml */
export const testersShape = z.strictObject({
  testers: listOf(z.strictObject({ name: words, address: emailAddress, persona: z.optional(slug) })),
});
