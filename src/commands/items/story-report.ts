import type { ItemStory } from '../../flows/items/item-story.js';
import { dayInWords, momentInWords } from '../../terminal/days.js';
import { table } from '../../terminal/table.js';
import type { Colours } from '../../terminal/terminal.js';
import { outcomeTitles } from './outcome-words.js';

/** Where an item ran and runs, for people. */
export function storyReport(story: ItemStory, { bold, dim }: Colours): string {
  const { title, file, named, next, isDraft } = story;
  const past = named.filter(({ isPast }) => isPast);
  const coming = named.filter(({ isPast }) => !isPast);
  const rows = (dates: readonly { readonly title: string; readonly date: string }[]) =>
    table(dates.map((one) => [{ text: `  ${one.title}` }, { text: dayInWords(one.date) }]));
  const nexts = table(
    next.map((one) => [
      { text: `  ${one.title}` },
      { text: one.date === undefined ? '' : dayInWords(one.date) },
      { text: one.in ? one.words : `not in it: ${one.words}`, ...(!one.in && { style: dim }) },
    ]),
  );
  return [
    `${bold(title)}\n${dim(file)}\n`,
    isDraft ? '\nIt is a draft, so no issue takes it.\n' : '',
    `\n${bold('Ran')}\n${past.length === 0 ? `  ${dim('in no issue whose items were kept (--keep)')}\n` : rows(past)}`,
    coming.length === 0 ? '' : `\n${bold('An editor put it into')}\n${rows(coming)}`,
    `\n${bold('Next')}\n${next.length === 0 ? '  It is for no newsletter.\n' : nexts}`,
    `\n${bold('Closes')}\n  ${closing(story)}\n`,
    `\n${bold('What came of it')}\n  ${cameOf(story)}\n`,
  ].join('');
}

function closing({ deadline, closed }: ItemStory): string {
  if (closed !== undefined) return `It closed ${momentInWords(closed)}.`;
  return deadline === undefined ? 'It has no deadline.' : momentInWords(deadline);
}

function cameOf({ outcome, closed }: ItemStory): string {
  if (outcome) return `${outcomeTitles[outcome.status]}, ${dayInWords(outcome.on)}: ${outcome.text.trim()}`;
  if (closed === undefined) return 'Nothing is written down yet.';
  return 'Nothing is written down. Add to its settings: outcome: { status: won, on: 2027-03-26, text: … }';
}
