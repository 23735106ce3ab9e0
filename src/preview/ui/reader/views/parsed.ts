const tags = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const styleOrQuoted = /("[^"]*"|'[^']*')|\sstyle(?=\s*=)/gi;

/** Where the style of an element stands in what `parsed` returns. */
export const styleName = 'data-style';

/**
 * The document of an edition, to read in and never to show. Styles are put out of force before: the policy of the page
 * forbids them, and the browser would complain of each.
 */
export function parsed(html: string): Document {
  const quiet = html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(tags, (tag) => tag.replace(styleOrQuoted, (_, quoted?: string) => quoted ?? ` ${styleName}`));
  return new DOMParser().parseFromString(quiet, 'text/html');
}
