import { linksByVersion } from '../../printed-links.js';
import { rule } from '../../rule.js';

/** Links in running text; buttons are what a reader is meant to press. */
const most = 4;

export const tooMany = rule({
  id: 'link/too-many',
  over: 'writing',
  severity: 'info',
  title: 'The text of an item has a few links, not many',
  why: 'Every link in a text is a way out of it. Where there are many, fewer readers press the button that matters.',
  origins: [{ title: 'GOV.UK content design, Links' }],
  bad: 'A text of two paragraphs with seven links',
  good: 'The same text with a link to a page that has all seven',
  *judge(writing) {
    if (writing.links.length <= most) return;
    const told = new Set<number>();
    for (const links of linksByVersion(writing)) {
      const inText = links.filter((link) => link.in === 'text');
      const first = inText[most];
      if (!first || told.has(first.place.line)) continue;
      told.add(first.place.line);
      yield {
        place: first.textPlace,
        words: `There are ${inText.length} links in the text, and this is the fifth.`,
        fix: 'Keep those that readers need, and link to one page for the rest.',
      };
    }
  },
});
