import type { Issue, PlacedItem } from '../../../model/issue.js';
import { sightOf } from '../../edition/sight.js';
import { leftOverTags } from '../../left-over-tags.js';
import { tagsIn } from '../../merge-fields.js';
import { rule } from '../../rule.js';

export const leftOverInDesign = rule({
  id: 'merge/left-over-in-design',
  over: 'edition',
  severity: 'error',
  title: 'Designs have no merge fields that nobody fills in',
  why: 'A design that was made for another program brings its merge fields along, and thousands of people read “Dear *|FNAME|*”.',
  origins: [{ title: 'Mailout, docs/templates.md: merge tags' }],
  bad: '<p>Dear *|FNAME|*,</p>',
  good: '<p>Dear [[first_name|friend]],</p>',
  *judge({ edition, markup, issue }, house) {
    // What editors wrote is told where they wrote it, and that of other languages is in other files.
    if (edition.lang !== issue.lang) return;
    const told = new Set<string>();
    for (const { data } of sightOf(markup).texts) {
      const unknown = tagsIn(data).filter(({ field }) => !edition.mergeFields.includes(field));
      for (const { text } of [...leftOverTags(data, house), ...unknown]) {
        if (told.has(text) || isAuthored(text, issue)) continue;
        told.add(text);
        yield {
          words: `“${text}” is not filled in for anybody: readers would see it as it stands.`,
          fix: 'Use a merge field of the audience, “[[first_name|friend]]”, or what templates can name.',
        };
      }
    }
  },
});

function isAuthored(text: string, { subject, preheader, intro, sections }: Issue): boolean {
  const ofItem = ({ item, ...own }: PlacedItem) => JSON.stringify([item, own]);
  const ofSections = sections.map(({ section, items }) => JSON.stringify(section) + items.map(ofItem).join(''));
  const written = JSON.stringify(text).slice(1, -1);
  return [JSON.stringify([subject, preheader, intro]), ...ofSections].some((one) => one.includes(written));
}
