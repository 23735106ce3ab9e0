import type { Issue } from '../model/issue.js';
import { type Length, lengths } from '../model/publication.js';

/**
 * An issue with less text, by the rule of its publication: the sections that it names fall back from full to summary, one
 * after another, and then to brief. Gives the issue after so many steps; undefined where there are not so many.
 */
export function shortened(issue: Issue, steps: number): Issue | undefined {
  let result = issue;
  let left = steps;
  for (const length of lengths.slice(1)) {
    for (const id of issue.publication.size.shorten) {
      if (left === 0) return result;
      const shorter = withSection(result, id, length);
      if (shorter === result) continue;
      result = shorter;
      left -= 1;
    }
  }
  return left === 0 ? result : undefined;
}

/** The same issue if none of the section's items has the length above. */
function withSection(issue: Issue, id: string, length: Length): Issue {
  const above = lengths[lengths.indexOf(length) - 1];
  const isConcerned = issue.sections.some(
    ({ section, items }) => section.id === id && items.some((placed) => placed.length === above),
  );
  if (!isConcerned) return issue;
  return {
    ...issue,
    sections: issue.sections.map((placedSection) =>
      placedSection.section.id !== id
        ? placedSection
        : {
            ...placedSection,
            items: placedSection.items.map((placed) =>
              placed.length === above ? { ...placed, length, isShortened: true } : placed,
            ),
          },
    ),
  };
}
