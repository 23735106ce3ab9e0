import { linksByVersion } from '../../printed-links.js';
import { rule } from '../../rule.js';
import { isSamePlace } from '../../web-page.js';
import type { WrittenLink } from '../../written-links.js';

export const duplicateText = rule({
  id: 'link/duplicate-text',
  over: 'writing',
  severity: 'warning',
  title: 'The same words lead to the same place',
  why: 'In a list of links, two with the same words look like one, and half of what is offered is lost.',
  origins: [
    {
      title: 'WCAG 2.2, 2.4.4 Link Purpose (In Context)',
      url: 'https://www.w3.org/TR/WCAG22/#link-purpose-in-context',
    },
  ],
  bad: '[The report](https://www.example.org/a) and [the report](https://www.example.org/b)',
  good: '[The report of 2026](https://www.example.org/a) and [the report of 2027](https://www.example.org/b)',
  *judge(writing) {
    if (writing.links.length < 2) return;
    const told = new Set<WrittenLink>();
    // What one newsletter says stands beside what another says in no mail.
    for (const links of linksByVersion(writing)) {
      const first = new Map<string, string>();
      for (const link of links) {
        const words = link.text.replace(/\s+/g, ' ').trim().toLowerCase();
        if (link.in === 'setting' || words === '') continue;
        const before = first.get(words) ?? link.url;
        first.set(words, before);
        if (isSamePlace(before, link.url) || told.has(link)) continue;
        told.add(link);
        yield {
          place: link.textPlace,
          words: `“${link.text}” leads to another place here than before.`,
          fix: 'Word the two so that readers can tell them apart.',
        };
      }
    }
  },
});
