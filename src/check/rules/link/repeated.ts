import { linksByVersion, namedLink } from '../../printed-links.js';
import { rule } from '../../rule.js';
import type { WrittenLink } from '../../written-links.js';

/** Once in the text and once as a button is how many write. */
const most = 2;

export const repeated = rule({
  id: 'link/repeated',
  over: 'writing',
  severity: 'info',
  title: 'An item links to a page once or twice',
  why: 'Screen readers list every link, and four that lead to the same page look like four things to do.',
  origins: [{ title: 'W3C technique H2', url: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H2' }],
  bad: 'The petition is linked from the button and from three places in the text',
  good: 'The petition is linked from the button, and from the text where it is first named',
  *judge(writing) {
    if (writing.links.length <= most) return;
    const told = new Set<string>();
    for (const links of linksByVersion(writing)) {
      for (const [url, alike] of grouped(links)) {
        const third = alike[most];
        if (!third || told.has(url)) continue;
        told.add(url);
        yield {
          place: third.textPlace,
          words: `${alike.length} links lead to the same place, and ${namedLink(third)} is the third.`,
          fix: 'Keep the button and one link in the text.',
        };
      }
    }
  },
});

function grouped(links: readonly WrittenLink[]): ReadonlyMap<string, readonly WrittenLink[]> {
  const groups = new Map<string, WrittenLink[]>();
  for (const link of links) groups.set(link.url, [...(groups.get(link.url) ?? []), link]);
  return groups;
}
