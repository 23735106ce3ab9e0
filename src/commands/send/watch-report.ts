import type { SendState } from '../../database/sends.js';
import type { Watch, WatchedIssue } from '../../flows/send/watch-sends.js';
import { type Cell, table } from '../../terminal/table.js';
import type { Colours } from '../../terminal/terminal.js';

const words: Readonly<Record<SendState, string>> = {
  complete: 'sent',
  open: 'not sent to everybody yet',
  cancelling: 'being taken back',
  cancelled: 'taken back by hand',
  stopped: 'stopped by hand after some had got it',
};

/** Every issue of the past week with what became of it, and what to do about those that are missing. */
export function watchReport({ issues, unfinished, hasLedger, zone }: Watch, colours: Colours): string {
  const rows = issues.map((issue): Cell[] => [
    { text: issue.date },
    { text: issue.sendsAt.slice(11) },
    { text: issue.title },
    fate(issue, colours),
  ]);
  const todo = [
    ...issues.flatMap((issue) => (issue.send || issue.isLeftOut ? [] : [missing(issue)])),
    ...unfinished.map(
      ({ id, publication, date, begunAt }) =>
        `The send of ${publication}, ${date}, which was begun ${begunAt}, has not come to an end: mailout status ${id}`,
    ),
  ];
  const nothing = `No issue should have gone out in the past week${zone === undefined ? '' : ` (${zone})`}.\n`;
  return [
    issues.length === 0 ? nothing : table(rows),
    ...(issues.length > 0 && !hasLedger
      ? ['There is no ledger here: what was sent from elsewhere is not known.\n']
      : []),
    ...todo.map((line) => `${colours.cyan(line)}\n`),
  ].join('');
}

function fate({ send, isLeftOut }: WatchedIssue, { red, dim }: Colours): Cell {
  if (send) return { text: words[send.state] };
  return isLeftOut ? { text: 'left out: no items', style: dim } : { text: 'missing', style: red };
}

function missing({ title, publication, date }: WatchedIssue): string {
  return `${title}, ${date}, was not sent. If it is still good for readers: mailout send ${publication} --date ${date}`;
}
