import type { LastRun } from '../../flows/items/load-items.js';
import type { Outcomes } from '../../flows/items/outcomes.js';
import { dayInWords, momentInWords } from '../../terminal/days.js';
import type { Colours } from '../../terminal/terminal.js';
import { outcomeTitles } from './outcome-words.js';

/** What readers are owed, for people. */
export function outcomesReport({ missing, ongoing, untold }: Outcomes, colours: Colours): string {
  if (missing.length + ongoing.length + untold.length === 0) return 'Readers are owed nothing.\n';
  const { bold, cyan } = colours;
  const parts = [
    part(
      `Closed, and nothing is written down (${missing.length})`,
      missing.map((one) => entry(one, `closed ${momentInWords(one.closed)}${ranIn(one.ran)}`, colours)),
      'Add to each: outcome: { status: won, lost or ongoing, on: 2027-03-26, text: What came of it. }',
    ),
    part(
      `Ongoing when somebody last looked (${ongoing.length})`,
      ongoing.map((one) =>
        entry(
          one,
          `${one.days === 1 ? 'a day' : `${one.days} days`} ago, ${dayInWords(one.outcome.on)}: ${one.outcome.text.trim()}`,
          colours,
        ),
      ),
      'When there is more to tell, change its outcome and the day.',
    ),
    part(
      `Known, and readers who were asked have not heard (${untold.length})`,
      untold.map((one) =>
        entry(one, `${outcomeTitles[one.outcome.status]}, ${dayInWords(one.outcome.on)}${owedBy(one.ran)}`, colours),
      ),
      'A newsletter with a section that has “takes: { outcome: true }” tells them by itself; elsewhere, pin the item.',
    ),
  ];
  return parts.filter((text) => text !== '').join('\n');

  function part(title: string, entries: readonly string[], todo: string): string {
    return entries.length === 0 ? '' : `${bold(title)}\n${entries.join('')}  ${cyan(todo)}\n`;
  }
}

function entry(
  { title, file }: { readonly title: string; readonly file: string },
  words: string,
  { dim }: Colours,
): string {
  return `  ${title}\n    ${words}\n    ${dim(file)}\n`;
}

function ranIn(ran: readonly LastRun[]): string {
  if (ran.length === 0) return '';
  return `; ran in ${ran.map(({ title, date }) => `${title} (${dayInWords(date)})`).join(', ')}`;
}

function owedBy(ran: Outcomes['untold'][number]['ran']): string {
  return ran
    .map(({ title, isTold }) => `; ${isTold ? `${title} tells it next` : `nobody tells the readers of ${title}`}`)
    .join('');
}
