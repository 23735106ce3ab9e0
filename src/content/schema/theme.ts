import * as z from 'zod/mini';
import { colour, words } from './values.js';

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
export const themeShape = z.strictObject({
  fonts: z.optional(words),
  colours: z.optional(paletteShape),
  dark: z.optional(paletteShape),
});
