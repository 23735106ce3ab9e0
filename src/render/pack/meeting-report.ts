/** What a report tells of one item. */
export type Told = {
  readonly title: string;
  /** One sentence or two: what a meeting could do, or else what it is. */
  readonly sentence: string;
  /** "by Friday 26 March at 5pm" */
  readonly by?: string;
};

/** As many words as somebody reads out in a minute. */
const mostWords = 150;

/**
 * A report to a meeting that takes a minute to read out: the most urgent first, and at the end what there was no time for.
 *
 * @param items in order of importance
 * @param most of its words
 */
export function meetingReport(opening: string, items: readonly Told[], most = mostWords): readonly string[] {
  const lines = [opening];
  const left: string[] = [];
  for (const item of items) {
    const line = lineOf(item);
    // Room for the last line, which names what is left.
    if (left.length === 0 && count([...lines, line]) <= most - 12) lines.push(line);
    else left.push(item.title);
  }
  if (left.length > 0) lines.push(closing(left, most - count(lines)));
  return lines;
}

function lineOf({ title, sentence, by }: Told): string {
  const until = by === undefined ? '' : ` Do it ${by}.`;
  return `${title}: ${sentence.trim()}${until}`.replace(/::\s/, ': ');
}

function closing(titles: readonly string[], room: number): string {
  const more = `There is more in the newsletter: ${titles.join('; ')}.`;
  if (count([more]) <= room) return more;
  return titles.length === 1
    ? 'There is one thing more in the newsletter.'
    : `There are ${titles.length} things more in the newsletter.`;
}

function count(lines: readonly string[]): number {
  return lines
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '').length;
}

/** The first sentences of a text, as many as have at most so many words; at least one. */
export function firstSentences(text: string, most: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text.replace(/\s+/g, ' '))) {
    if (kept !== '' && count([kept + segment]) > most) break;
    kept += segment;
  }
  return kept.trim();
}
