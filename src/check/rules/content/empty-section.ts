import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const emptySection = rule({
  id: 'content/empty-section',
  over: 'issue',
  severity: 'error',
  title: 'A section that an editor names has items',
  why: 'mailout prints no heading without items. Who gave a section a title of its own for this issue meant it to be there, and would miss it only when the mail has gone out.',
  origins: [{ title: 'Mailout, docs/files.md: the sections of an issue' }],
  bad: 'sections:\n  diary: { title: Dates before Easter }   # and no event can run in this issue',
  good: 'sections:\n  diary: { title: Dates before Easter, items: [cuba-webinar] }',
  *judge({ issue, publication, choices }) {
    if (!choices) return;
    const filled = new Set(issue.sections.map(({ section }) => section.id));
    for (const { id, title } of publication.sections) {
      const path = `sections.${id}`;
      const isNamed = choices.source.at[path] !== undefined;
      // Why the items that it lists are not in the issue is said of each of them.
      if (!isNamed || filled.has(id) || choices.source.at[`${path}.items.0`]) continue;
      const own = choices.passages.find((passage) => passage.path === `${path}.title`)?.text;
      yield {
        place: placeOf(choices.source, path),
        words: `The section “${own ?? title}” has no items in this issue, so it is not printed.`,
        fix: `Put items into it with “items: […]”, or leave “${id}” out here.`,
      };
    }
  },
});
