import { HtmlValidate, StaticConfigLoader } from 'html-validate/browser';
import type { HtmlFault } from '../subjects.js';

/**
 * What has to be right for a client to make the same tree of an email as its designer. What html-validate says beyond
 * that is about the web, or is another rule's.
 */
const wellMade = [
  'attr-delimiter',
  'close-attr',
  'close-order',
  'element-name',
  'element-permitted-content',
  'element-permitted-occurrences',
  'element-permitted-order',
  'element-permitted-parent',
  'element-required-ancestor',
  'element-required-attributes',
  'element-required-content',
  'no-dup-attr',
  'unrecognized-char-ref',
  'void-content',
] as const;

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    elements: ['html5'],
    rules: Object.fromEntries(wellMade.map((name) => [name, 'error'] as const)),
  }),
);

/** Elements of which another rule says that they have no place in an email, or that something is missing. */
const othersMatter =
  /<(?:script|form|input|button|select|textarea|iframe|video|audio|object|embed|svg|canvas|picture|style|link|base|title|img|mj-[\w-]+)\b/i;

/**
 * The first thing that is wrong with the HTML of an edition, and how it goes on from there: one fault makes many others.
 * Loading this module takes a tenth of a second, so it is for HTML that is not plainly well made (well-made.ts).
 */
export function firstFault(html: string): HtmlFault | undefined {
  const { results } = validator.validateStringSync(html);
  const first = results.flatMap(({ messages }) => messages).find(({ message }) => !othersMatter.test(message));
  if (!first) return undefined;
  // Of an element it says where its name begins.
  const from = html.charAt(first.offset - 1) === '<' ? first.offset - 1 : first.offset;
  return { message: first.message, near: html.slice(from, from + 80) };
}
