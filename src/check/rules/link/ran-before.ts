import { issuesInWords, linkMemory } from '../../link-memory.js';
import { namedLink, printedLinks } from '../../printed-links.js';
import { rule } from '../../rule.js';
import { pageOf } from '../../web-page.js';

export const ranBefore = rule({
  id: 'link/ran-before',
  over: 'issue',
  severity: 'info',
  title: 'Links that ran before are known',
  why: 'Readers who are sent to the same page for a third time think that nothing has happened since. It may be meant, so this only tells when and where.',
  origins: [{ title: 'This Week in Rust: the editors’ check for links that ran before' }],
  bad: '[The report on Yemen](https://www.example.org/yemen)   # which an item of two weeks ago linked to',
  good: 'Say what is new: [two more districts](https://www.example.org/yemen) have answered the report.',
  *judge({ issue, publication, items, earlier }) {
    if (earlier.length === 0) return;
    const memory = linkMemory(earlier);
    const told = new Set<string>();
    for (const { item } of issue.sections.flatMap((section) => section.items)) {
      const subject = items.get(item.id);
      for (const link of subject ? printedLinks(subject.writing, publication.id) : []) {
        const page = link.path === 'partner.url' ? undefined : pageOf(link.url);
        if (page === undefined || told.has(page)) continue;
        // That the item itself ran is for the choice of items.
        const runs = (memory.get(page) ?? []).filter((run) => run.item.id !== item.id);
        if (runs.length === 0) continue;
        told.add(page);
        // What an item is about as a whole is content/duplicate-item’s, in the same newsletter.
        if (link.path.endsWith('actions.0.url') && runs.some((run) => run.issue.publication.id === publication.id))
          continue;
        yield {
          place: link.place,
          words: `${namedLink(link)} leads to a page that ran in ${issuesInWords([...new Set(runs.map((run) => run.issue))], issue.date)}.`,
          fix: 'Keep it if there is news, and say what is new.',
        };
      }
    }
  },
});
