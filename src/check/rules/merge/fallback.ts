import type { Audience } from '../../../model/audience.js';
import { type Place, placeOf } from '../../../model/place.js';
import { tagsIn, type WrittenTag } from '../../merge-fields.js';
import { type Passage, placeIn } from '../../passage.js';
import { printedPassages } from '../../printed-passages.js';
import { type Complaint, rule } from '../../rule.js';

export const fallback = rule({
  id: 'merge/fallback',
  over: 'issue',
  severity: 'error',
  title: 'Where a reader’s own words stand there are others for those who have none',
  why: 'Of some members we have no first name. They would read “Dear ,”, which tells them that a machine writes and does not know them.',
  origins: [{ title: 'Mailout, docs/files.md: merge fields' }],
  bad: 'Good morning, [[first_name]].   # and the audience’s file has no fallback for it',
  good: 'Good morning, [[first_name|friend]].',
  *judge({ issue, publication, audience, items, choices }) {
    const bare = (text: string) => tagsIn(text).filter((tag) => isBare(tag, audience));
    function* ofPassages(passages: readonly Passage[]): Generator<Complaint> {
      for (const passage of passages) {
        for (const tag of bare(passage.text)) yield complaint(tag, placeIn(passage, tag.from), audience);
      }
    }
    for (const path of ['subject', 'preheader'] as const) {
      if (choices?.passages.some(({ role }) => role === path)) continue;
      for (const tag of bare(publication[path])) yield complaint(tag, placeOf(publication.source, path), audience);
    }
    if (choices) yield* ofPassages(choices.passages);
    for (const { item } of issue.sections.flatMap((section) => section.items)) {
      const subject = items.get(item.id);
      if (subject) yield* ofPassages(printedPassages(subject, publication.id));
    }
  },
});

function isBare({ field, fallback: own }: WrittenTag, { fields, columns }: Audience): boolean {
  const declared = fields.find(({ name }) => name === field);
  if (!declared || own !== undefined || declared.fallback !== undefined) return false;
  return columns.fields.find(({ name }) => name === field)?.fallback === undefined;
}

function complaint({ text, field }: WrittenTag, place: Place, audience: Audience): Complaint {
  return {
    place,
    words: `${text} leaves a gap for readers of whom nothing is known there.`,
    fix: `Write what they read instead, “[[${field}|friend]]” perhaps, or a fallback for all in ${audience.source.file}.`,
  };
}
