import * as z from 'zod/mini';
import { ruleLevels } from '../../model/allowance.js';
import { isDate, isTimeOfDay, isWallTime } from '../../model/time.js';

/*
 * The building blocks of the file shapes. Every scalar arrives as a string (see yaml.ts). What a value must be is said
 * in `error`, in an editor's words; what an editor's program needs to know of it beyond that is in `hint`.
 */

type Hint = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: string[];
};

/** What the JSON Schema says of a value that is a string to us but not to the program that completes it. */
export const hints = z.registry<Hint>();

/** Settings that editors look for where they are not, by the shape in which they do: what to do instead. */
export const elsewhere = z.registry<Readonly<Record<string, string>>>();

function textThat(
  holds: (text: string) => boolean,
  error: string | ((issue: { readonly input: unknown }) => string),
  hint: Hint = {},
) {
  return z.string().check(z.refine(holds, { error })).register(hints, hint);
}

/** Words, not blank. */
export const words = textThat((text) => text.trim() !== '', 'This is empty.');

export const date = textThat(isDate, 'This is not a date. Write it like 2027-03-26.', { format: 'date' });

export const wallTime = textThat(
  isWallTime,
  'This is not a date and time. Write it like 2027-03-26T17:00, or just 2027-03-26 for the end of that day.',
  {
    examples: ['2027-03-26T17:00'],
  },
);

export const timeOfDay = textThat(isTimeOfDay, 'This is not a time of day. Write it like 07:00.', {
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
});

export const slug = textThat(
  (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
  'This is not an id. Ids are small letters, digits and hyphens, like e-bulletin.',
  { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
);

/** A field's name: merge tags use it, so it has no hyphens. */
export const fieldName = textThat(
  (text) => /^[a-z][a-z0-9_]*$/.test(text),
  'This is not a field name. Field names are small letters, digits and underscores, like first_name.',
  { pattern: '^[a-z][a-z0-9_]*$' },
);

export const colour = textThat(
  (text) => /^#[0-9a-fA-F]{6}$/.test(text),
  'This is not a colour. Write it in quotes with six digits, like "#0b5cad".',
  {
    pattern: '^#[0-9a-fA-F]{6}$',
  },
);

/** ISO 3166-1 alpha-2. */
export const country = textThat(
  (text) => /^[A-Z]{2}$/.test(text),
  'This is not a country code. Write two capital letters, like YE.',
  {
    pattern: '^[A-Z]{2}$',
  },
);

/** BCP 47, as far as newsletters need it: language, script, region. */
export const language = textThat(
  (text) => /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/.test(text),
  'This is not a language code. Write it like en, cy or zh-Hant.',
);

/** A link that opens for a reader: absolute, on the web or to write to somebody. */
export const link = textThat(
  isLink,
  'This is not a link that readers can open. Write it in full, beginning with https:// or mailto:.',
  { format: 'uri' },
);

export const emailAddress = textThat(
  (text) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text),
  'This is not an email address.',
  { format: 'email' },
);

/** A link to unsubscribe (RFC 8058), with the place of what is different for each reader. */
export const unsubscribeLink = textThat(
  (text) =>
    /^https:\/\/[^\s<>,]+$/.test(text) &&
    text.split('{token}').length === 2 &&
    URL.canParse(text.replace('{token}', 'x')),
  'This is not a link to unsubscribe. It begins with https:// and has {token} in it once, like https://www.example.org/unsubscribe?reader={token}.',
);

/** An address to unsubscribe by mail (RFC 2369). */
export const mailtoLink = textThat(
  (text) => /^mailto:[^\s<>,@]+@[^\s<>,@]+$/.test(text),
  'This is not an address for mail. Write it like mailto:unsubscribe@example.org.',
);

/** The name of a host with at least one dot. */
export const domain = textThat(
  (text) => /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(text) && text.length <= 200,
  'This is not the name of a domain. Write it in small letters, like example.org.',
);

export const zone = textThat(
  (text) => /^[A-Za-z]+(\/[A-Za-z_+-]+)*$/.test(text),
  'This is not a time zone. Write it like Europe/London.',
);

export const flag = z.pipe(
  textThat((text) => text === 'true' || text === 'false', 'This is neither true nor false.', { type: 'boolean' }),
  z.transform((text: string) => text === 'true'),
);

/** A count of one or more. */
export const count = z.pipe(
  textThat((text) => /^[1-9][0-9]{0,3}$/.test(text), 'This is not a whole number of one or more.', { type: 'integer' }),
  z.transform(Number),
);

/** A whole number of people, of a list, of anything that may be large. */
export const wholeNumber = z.pipe(
  textThat((text) => /^(0|[1-9][0-9]{0,8})$/.test(text), 'This is not a whole number.', {
    type: 'integer',
    minimum: 0,
  }),
  z.transform(Number),
);

/** The name of an environment variable (POSIX), by which a secret is named where the secret itself must not be. */
export const variableName = textThat(
  (text) => /^[A-Z_][A-Z0-9_]*$/.test(text),
  'This is not the name of an environment variable. Those are capital letters, digits and underscores, like MEMBERS_DATABASE.',
  { pattern: '^[A-Z_][A-Z0-9_]*$' },
);

/** A whole number between two others. */
export function numberFrom(least: number, most: number) {
  return z.pipe(
    textThat(
      (text) => /^(0|[1-9][0-9]{0,3})$/.test(text) && Number(text) >= least && Number(text) <= most,
      `This is not a whole number from ${least} to ${most}.`,
      { type: 'integer', minimum: least, maximum: most },
    ),
    z.transform(Number),
  );
}

const fileSizePattern = /^([0-9]{1,4}(?:\.[0-9]{1,3})?) ?([KkMm][Bb])$/;

/** The size of a file, as one says it: read as bytes, of which a KB has a thousand and an MB a million. */
export const fileSize = z.pipe(
  textThat(
    (text) => fileSizePattern.test(text) && bytesOf(text) > 0,
    'This is not the size of a file. Write it like 850 KB or 1.2 MB.',
    { pattern: fileSizePattern.source, examples: ['1.2 MB'] },
  ),
  z.transform(bytesOf),
);

const picturePath = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*\.[A-Za-z]+$/;
const pictureEnding = /\.(?:jpe?g|png|gif|webp|svg|tiff?|avif|heic)$/i;

/** The path of a picture in the workspace. Whether it is there, and is one, is for whoever reads it to say. */
export const picture = textThat(
  (text) => picturePath.test(text) && pictureEnding.test(text),
  ({ input }) => (/^(?:https?:)?\/\//i.test(String(input)) ? pictureOnTheWeb : notAPicture),
  { pattern: picturePath.source, examples: ['issues/images/cuba.jpg'] },
);

const pictureOnTheWeb =
  'This picture is on the web, where it can change or go. Save it in issues/images/ and write its path, like issues/images/cuba.jpg.';
const notAPicture =
  'This is not the path of a picture. Write it from the top of the workspace, in letters, digits, hyphens and underscores, like issues/images/cuba.jpg.';

/** Names of fonts as CSS has them, harmless wherever a template puts them. */
export const fontStack = textThat(
  (text) => /^(?:[A-Za-z0-9 -]+|'[A-Za-z0-9 -]+')(?:,(?:[A-Za-z0-9 -]+| *'[A-Za-z0-9 -]+' *))*$/.test(text),
  "This is not a list of fonts. Write their names with commas between them, like Georgia, 'Times New Roman', serif.",
  { examples: ["Georgia, 'Times New Roman', serif"] },
);

/** See model/translation.ts. A mark of nothing but digits is a number to other programs. */
export const mark = textThat(
  (text) => /^[0-9a-f]{8}$/.test(text),
  'This is not a mark of what was translated. Leave it out, and mailout says which one to write.',
  { type: ['string', 'number'], pattern: '^[0-9a-f]{8}$', examples: ['1a2b3c4d'] },
);

/** One of a few words. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values);
}

export function listOf<T extends z.ZodMiniType>(of: T) {
  return z.array(of);
}

export const facets = z.strictObject({
  regions: z.optional(listOf(slug)),
  nations: z.optional(listOf(slug)),
  roles: z.optional(listOf(slug)),
  languages: z.optional(listOf(language)),
});

function bytesOf(text: string): number {
  const [, amount, unit = ''] = fileSizePattern.exec(text) ?? [];
  return Math.round(Number(amount) * (unit.toLowerCase() === 'mb' ? 1_000_000 : 1000));
}

function isLink(text: string): boolean {
  if (/\s/.test(text)) return false;
  if (/^mailto:[^@]+@[^@]+$/.test(text) || /^tel:\+?[0-9-]+$/.test(text)) return true;
  return /^https?:\/\//.test(text) && URL.canParse(text.replace(/\[\[.*?\]\]/g, 'tag'));
}

/** The id of a rule of `mailout check`. */
export const ruleId = textThat(
  (text) => /^[a-z0-9]+\/[a-z0-9-]+$/.test(text),
  'This is not the id of a rule. Ids are like link/https; `mailout explain` lists them.',
  { pattern: '^[a-z0-9]+/[a-z0-9-]+$', examples: ['link/https'] },
);

/** How severe rules are, by id. */
export const levels = z.record(ruleId, oneOf(ruleLevels));

/** What rules may complain of all the same, why, and until when. */
export const allowances = listOf(z.strictObject({ rule: ruleId, because: words, until: date }));
