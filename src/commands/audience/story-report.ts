import { exclusionWords } from '../../audience/exclusion-words.js';
import { type ExclusionReason, rowsTold } from '../../audience/tally.js';
import type { PersonStory } from '../../flows/person-story.js';
import { facetNames } from '../../model/facets.js';
import type { SuppressionOrigin } from '../../model/suppression.js';
import type { Colours } from '../../terminal/terminal.js';

const origins: Readonly<Record<SuppressionOrigin, string>> = {
  sendgrid: 'from SendGrid',
  file: 'from a file',
  hand: 'by hand',
};

/** One person's story, a line for each thing that is known. */
export function storyReport(story: PersonStory, shown: string, colours: Colours): string {
  const { title, getsMail, issue, history } = story;
  const verdict = getsMail
    ? colours.green(`${shown} gets the mail of ${title}.`)
    : colours.yellow(`${shown} does not get the mail of ${title}.`);
  return `${[verdict, ...whyLines(story), ...readerLines(story)].join('\n')}\n${
    issue ? `\n${colours.bold(`${issue.title}, ${issue.date}`)}\n  ${editionWords(issue.edition)}\n` : ''
  }${
    history.length > 0
      ? `\n${colours.bold('Before')}\n${history.map((one) => `  ${historyWords(one)}\n`).join('')}`
      : ''
  }`;
}

function whyLines({ refused, rows, unread, suppressions, getsMail }: PersonStory): string[] {
  const lines: string[] = [];
  if (refused) lines.push(`  ${refused.words} ${refused.fix}`);
  if (rows.length === 0) lines.push('  The address is not in the source.');
  for (const { row, words, fix } of rows) lines.push(`  Row ${row}: ${words}${fix === undefined ? '' : ` ${fix}`}`);
  if (unread && !getsMail)
    lines.push(`  Not all rows could be read, and one of them may be hers: ${rowsTold(unread)}.`);
  for (const { reason, group, origin, since, applies } of suppressions) {
    const scope = group === undefined ? 'all mail' : `mail of unsubscribe group ${group}`;
    const note = applies ? '' : ', which this is not';
    lines.push(`  Suppressed for ${scope}${note}: ${reason}, ${origins[origin]}, since ${since.slice(0, 10)}.`);
  }
  return lines;
}

function readerLines({ facets, withoutValue = [] }: PersonStory): string[] {
  if (!facets) return [];
  const values = facetNames.flatMap((name) => (facets[name] === undefined ? [] : [`${name}: ${facets[name]}`]));
  return [
    `  ${values.length > 0 ? values.join(', ') : 'No facets, so what is for everybody.'}`,
    ...withoutValue.map(({ field, fallback }) =>
      fallback === undefined ? `  No ${field}.` : `  No ${field}, so “${fallback}”.`,
    ),
  ];
}

function editionWords(edition: string | undefined): string {
  return edition === undefined ? 'No edition of it.' : `The edition “${edition}”.`;
}

function historyWords({ roster, place }: PersonStory['history'][number]): string {
  if ('edition' in place) return `${roster.publication}, ${roster.date}: the edition “${place.edition}”.`;
  return `${roster.publication}, ${roster.date}: left out. ${exclusionWords(place.leftOut as ExclusionReason).words}`;
}
