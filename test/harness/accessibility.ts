import { leftovers, misplacedElements, sharedIds, unbalancedConditionals } from './accessibility/contents.js';
import { badCss, badStyleBlocks } from './accessibility/css.js';
import { badHeadings } from './accessibility/headings.js';
import { badDirections, badLanguages, badTitle, fixedZoom } from './accessibility/language.js';
import { badLinkWords, indistinctLinks, namelessLinks } from './accessibility/links.js';
import { type Complaint, type Page, parsePage } from './accessibility/page.js';
import { badPictures } from './accessibility/pictures.js';
import { longLines, tooManyBytes } from './accessibility/size.js';
import { badTables } from './accessibility/tables.js';
import { badLineHeights, hiddenText, lowContrast, smallText } from './accessibility/type.js';

const checks: readonly ((page: Page) => readonly Complaint[])[] = [
  ...[badDirections, badLanguages, badTables, badHeadings, namelessLinks, lowContrast, badPictures, badTitle],
  ...[badLinkWords, indistinctLinks, fixedZoom, sharedIds],
  ...[misplacedElements, badStyleBlocks, badCss, leftovers, unbalancedConditionals, longLines, tooManyBytes],
  ...[hiddenText, smallText, badLineHeights],
];

/**
 * What is wrong with a finished email for readers who do not see, read or use it as its makers do: the checks of the
 * Email Markup Consortium's accessibility report (https://emailmarkup.org), and what mail clients drop or spoil. It
 * looks at inline styles only, which are what is left where a client strips the style block; a browser sees the rest
 * (browser.ts). Each complaint is "check: element: reason". None for a good email.
 */
export function consortiumComplaints(html: string): string[] {
  const page = parsePage(html);
  return checks.flatMap((check) => check(page)).map(({ check, at, reason }) => [check, at, reason].join(': '));
}
