import type { Audience } from '../model/audience.js';
import type { Finding } from '../model/finding.js';
import type { Issue } from '../model/issue.js';
import type { Markdown } from '../model/item.js';
import { type Place, placeOf } from '../model/place.js';
import { didYouMean } from '../model/suggest.js';
import { declaredFields, type MergeTag, unknownTags } from './merge-tags.js';

/**
 * Warnings about merge tags that are none of the audience's: readers would see their brackets. Double brackets that
 * are not like a field and have no fallback are taken for what they are, text.
 */
export function mergeTagFindings(issue: Issue, audience: Audience): Finding[] {
  const declared = declaredFields(audience);
  const inText = (text: string, placeOfTag: (tag: MergeTag) => Place) =>
    unknownTags(text, declared).flatMap((tag) => warning(tag, placeOfTag(tag), audience, declared));
  const inMarkdown = (markdown: Markdown) => inText(markdown.text, ({ index }) => placeIn(markdown, index));

  const ofItems = issue.sections.flatMap(({ items }) =>
    items.flatMap(({ source, title, summary = '', ask = '', wording = '', actions, body }) => [
      ...inText(title, () => placeOf(source, 'title')),
      ...inText(summary, () => placeOf(source, 'summary')),
      ...inText(ask, () => placeOf(source, 'ask')),
      ...inText(wording, () => placeOf(source, 'wording')),
      ...actions.flatMap(({ label, url }) => inText(`${label} ${url}`, () => placeOf(source, 'actions'))),
      ...inMarkdown(body),
    ]),
  );
  const ofHeadline = [issue.subject, issue.preheader].flatMap((text) => inText(text, () => issue.subjectPlace));
  return [...ofHeadline, ...(issue.intro ? inMarkdown(issue.intro) : []), ...ofItems];
}

function warning(tag: MergeTag, place: Place, audience: Audience, declared: ReadonlySet<string>): Finding[] {
  const meant = didYouMean(tag.name, declared);
  if (meant === undefined && tag.fallback === undefined) return [];
  return [
    {
      rule: 'render/unknown-merge-tag',
      severity: 'warning',
      place,
      words: `${tag.text} is no merge field of ${audience.title}, so readers would see it as it stands.`,
      fix: meant
        ? `Did you mean “${meant}”?`
        : `There is: ${[...declared].join(', ')}. More are declared in ${audience.source.file}.`,
    },
  ];
}

function placeIn({ text, place, indent }: Markdown, index: number): Place {
  const lines = text.slice(0, index).split('\n');
  return { ...place, line: place.line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + indent + 1 };
}
