import type { HtmlFault } from '../subjects.js';
import { isPlainlyWellMade } from './well-made.js';

/** What is wrong with the HTML of an edition. html-validate is loaded only for HTML that is not plainly well made. */
export async function htmlFaultOf(html: string): Promise<HtmlFault | undefined> {
  if (isPlainlyWellMade(html)) return undefined;
  const { firstFault } = await import('./validator.js');
  return firstFault(html);
}
