import { printedLinks } from '../../printed-links.js';
import { rule } from '../../rule.js';

const most = 60;

export const tooManyInIssue = rule({
  id: 'link/too-many-in-issue',
  over: 'issue',
  severity: 'info',
  title: 'An issue has no more links than readers can take in',
  why: 'Nobody follows sixty links. Who finds too many to choose from follows none.',
  origins: [{ title: 'GOV.UK content design, Links' }],
  bad: 'An issue of twenty items with four links each',
  good: 'An issue of twelve items with two links each',
  *judge({ issue, publication, items, choices }) {
    const placed = issue.sections.flatMap((section) => section.items);
    const links = placed.map(({ item }) => {
      const subject = items.get(item.id);
      return subject ? printedLinks(subject.writing, publication.id).length : 0;
    });
    const count = links.reduce((sum, one) => sum + one, choices?.links.length ?? 0);
    if (count <= most) return;
    yield {
      words: `There are ${count} links in this issue.`,
      fix: 'Leave items for the next one, or links out of items.',
    };
  },
});
