import { getElementsByTagName, textContent } from 'domutils';
import { type Complaint, nameOf, type Page, shortened } from './page.js';

/** What clients do not know, or drop a whole style block for. */
const refused: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /(?<![-\w])position\s*:/i, reason: '“position” is dropped by Gmail and Outlook' },
  {
    pattern: /(?<![-\w])display\s*:\s*(?:inline-)?(?:flex|grid)\b/i,
    reason: 'Outlook knows no flex and Gmail no grid',
  },
  { pattern: /(?<![-\w])(?:flex|grid)(?:-[a-z]+)*\s*:/i, reason: 'Outlook knows no flex and Gmail no grid' },
  { pattern: /\bvar\(|(?:^|[;{\s])--[-\w]+\s*:/i, reason: 'Gmail and Outlook know no variables' },
  {
    pattern:
      /\b(?:oklch|oklab|lab|lch|hwb|color|color-mix|light-dark)\(|\b(?:rgb|hsl)a?\(\s*[\d.]+%?(?:deg)?\s+[\d.]|#(?:[\da-f]{8}|[\da-f]{4})\b(?!\s*[{,.:#\s][^;}]*\{)/i,
    reason: 'Gmail drops a whole style for a colour in new syntax',
  },
  { pattern: /(?<![-\w.])\d*\.?\d+rem\b/i, reason: 'Yahoo and Outlook know no rem' },
  {
    pattern: /[^\s!]!important|!(?!important\b)\s*important|!\s+important/i,
    reason: '“!important” must be in small letters, with a space before it and none in it',
  },
];

/** Styles, inline and in style blocks, that clients drop. */
export function badCss({ elements, document }: Page): Complaint[] {
  const inline = elements.map((element) => ({ at: nameOf(element), css: element.attribs.style ?? '' }));
  const blocks = getElementsByTagName('style', document).map((block) => ({ at: '<style>', css: textContent(block) }));
  return [...inline, ...blocks].flatMap(({ at, css }) =>
    refused.flatMap(({ pattern, reason }) => {
      const [found] = pattern.exec(css) ?? [];
      return found === undefined ? [] : [{ check: 'css', at, reason: `“${shortened(found.trim())}”: ${reason}` }];
    }),
  );
}

/** Gmail drops a style block of more than 8,192 characters, and those after it. */
const longestBlock = 8_192;

/** Style blocks that are too long, or that fetch something. */
export function badStyleBlocks({ document }: Page): Complaint[] {
  return getElementsByTagName('style', document).flatMap((block) => {
    const css = textContent(block);
    return [
      ...(css.length > longestBlock ? [`${css.length} characters; Gmail takes ${longestBlock}`] : []),
      ...(/@import|@font-face|url\(/i.test(css) ? ['fetches something from elsewhere'] : []),
    ].map((reason) => ({ check: 'style-block', at: '<style>', reason }));
  });
}
