import * as z from 'zod/mini';
import { colour, elsewhere, fontStack, numberFrom, picture, words } from './values.js';

const paletteShape = z.strictObject({
  brand: z.optional(colour),
  'on-brand': z.optional(colour),
  accent: z.optional(colour),
  urgent: z.optional(colour),
  text: z.optional(colour),
  muted: z.optional(colour),
  link: z.optional(colour),
  paper: z.optional(colour),
  page: z.optional(colour),
  rule: z.optional(colour),
});

/** templates/theme.yaml: only what differs from mailout's own theme. */
export const themeShape = z
  .strictObject({
    type: z.optional(
      z.strictObject({
        text: z.optional(fontStack),
        headings: z.optional(fontStack),
        size: z.optional(numberFrom(15, 20)),
      }),
    ),
    logo: z.optional(z.strictObject({ src: picture, alt: words, width: numberFrom(40, 552) })),
    spacing: z.optional(numberFrom(12, 40)),
    corners: z.optional(numberFrom(0, 24)),
    colours: z.optional(paletteShape),
    dark: z.optional(paletteShape),
  })
  .register(elsewhere, { fonts: 'Write “type: { text: … }”.' });

export type ThemeShape = z.output<typeof themeShape>;
