import { closingOf } from '../../../model/item.js';
import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const actionExpired = rule({
  id: 'content/action-expired',
  over: 'issue',
  severity: 'error',
  title: 'What an item is for has not closed',
  why: 'mailout takes closed actions away. If they were all that an opportunity was for, readers get a text about something that they cannot have.',
  origins: [{ title: 'Mailout, docs/files.md: deadlines' }],
  bad: 'kind: opportunity\nactions:\n  - { do: apply, deadline: 2027-03-12, … }   # in an issue of 22 March',
  good: 'kind: opportunity\nactions:\n  - { do: apply, deadline: 2027-04-12, … }',
  *judge({ issue, publication }) {
    for (const { item, title, actions } of issue.sections.flatMap(({ items }) => items)) {
      if ((item.kind !== 'opportunity' && item.kind !== 'event') || item.outcome) continue;
      const version = item.versions[publication.id]?.actions;
      const worded = version ?? item.actions;
      const closing = worded.findIndex((action) => closingOf(action, item) !== undefined && !actions.includes(action));
      if (closing === -1 || actions.some((action) => ['attend', 'apply', 'write', 'sign'].includes(action.do)))
        continue;
      const path = `${version ? `versions.${publication.id}.` : ''}actions.${closing}.deadline`;
      yield {
        place: placeOf(item.source, path),
        words: `“${title}” is in this issue, but “${worded[closing]?.label ?? ''}” has closed by then.`,
        fix: 'Correct the deadline, or end the item with “runs: { until: … }”.',
        ...(item.kind === 'event' && { severity: 'warning' }),
      };
    }
  },
});
