import type { CalendarResult } from '../../flows/calendar/look-at-calendar.js';
import { addDays, mondayOf } from '../../model/days.js';
import type { PlannedIssue, PlannedState } from '../../model/planned-issue.js';
import { type Cell, table } from '../../terminal/table.js';
import type { Colours } from '../../terminal/terminal.js';

const words: Readonly<Record<PlannedState, string>> = {
  open: 'open',
  'copy-closed': 'copy closed',
  built: 'built',
  changed: 'changed since it was approved',
  approved: 'approved',
  sending: 'being sent',
  sent: 'sent',
  stopped: 'stopped',
  missed: 'missed',
  'left-out': 'left out: no items',
  over: 'over',
};

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

function dayWords(date: string): string {
  return day.format(new Date(`${date.slice(0, 10)}T00:00Z`)).replace(',', '');
}

/** Issues as lines of a table, with what there is to know of their dates. */
export function calendarTable({ issues, hasLedger, zone }: CalendarResult, colours: Colours): string {
  if (issues.length === 0) return 'No issue comes out in these days.\n';
  const head = ['Goes out', '', 'Publication', 'Issue', 'Copy by', 'State'].map((text) => ({
    text,
    style: colours.bold,
  }));
  const rows = issues.map((issue): Cell[] => [
    { text: dayWords(issue.date) },
    { text: issue.sendsAt.slice(11) },
    { text: issue.title },
    { text: issue.label },
    { text: issue.copyDeadline === undefined ? '' : dayWords(issue.copyDeadline) },
    { text: stateWords(issue), style: styleOf(issue.state, colours) },
  ]);
  const notes = [
    `Times are those of ${zone}.`,
    ...(hasLedger ? [] : ['There is no ledger here, so what was sent is not known.']),
  ];
  return `${table([head, ...rows])}\n${notes.join(' ')}\n`;
}

/** How far an issue has come, and what there is to know of its date. */
export function stateWords({ state, moved, estimated }: PlannedIssue): string {
  return [
    words[state],
    ...(moved === undefined ? [] : [`moved off ${moved}`]),
    ...(estimated === 'terms' ? ['term dates are missing'] : []),
    ...(estimated === 'bank-holidays' ? ['bank holidays are not known yet'] : []),
  ].join('; ');
}

function styleOf(state: PlannedState, { green, red, yellow, dim }: Colours): (text: string) => string {
  if (state === 'missed' || state === 'stopped') return red;
  if (state === 'approved' || state === 'sent') return green;
  if (state === 'changed' || state === 'copy-closed') return yellow;
  return state === 'over' || state === 'left-out' ? dim : (text) => text;
}

/** How a week is drawn, by the furthest state of its issues. */
const marks: Readonly<Record<PlannedState, string>> = {
  open: '○',
  'copy-closed': '○',
  built: '○',
  changed: '○',
  approved: '◐',
  sending: '◐',
  sent: '●',
  stopped: '!',
  missed: '!',
  'left-out': '·',
  over: '●',
};

/** Twelve months in weeks: a line a publication, a letter a week, so that gaps are seen at a glance. */
export function yearView({ issues, now }: CalendarResult, colours: Colours): string {
  const [first] = issues;
  if (!first) return 'No issue comes out in these days.\n';
  const start = mondayOf(first.date);
  const weeks = Array.from({ length: 53 }, (_, index) => addDays(start, 7 * index));
  const titles = new Map(issues.map(({ publication, title }) => [publication, title]));
  const lines = [...titles].map(([id, title]): Cell[] => {
    const own = issues.filter(({ publication }) => publication === id);
    const row = weeks.map((monday) => {
      const issue = own.find(({ date }) => mondayOf(date) === monday);
      return issue ? marks[issue.state] : '·';
    });
    return [{ text: title }, { text: row.join('') }];
  });
  const today = weeks.map((monday) => (mondayOf(now.slice(0, 10)) === monday ? '▾' : ' ')).join('');
  return `${table([[{ text: '' }, { text: monthNames(weeks), style: colours.bold }], [{ text: '' }, { text: today, style: colours.cyan }], ...lines])}
● sent or over  ◐ approved or being sent  ○ to come  ! missed or stopped  · no issue  ▾ this week
`;
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The names of months above their first weeks, but for those that the next would run into. */
function monthNames(weeks: readonly string[]): string {
  const firsts = weeks.flatMap((monday, index) =>
    weeks[index - 1]?.slice(0, 7) === monday.slice(0, 7) ? [] : [index],
  );
  return firsts.reduce((line, index, at) => {
    const name = month.format(new Date(`${weeks[index]}T00:00Z`)).slice(0, 3);
    const next = firsts[at + 1] ?? index + 4;
    return next - index > name.length ? `${line.padEnd(index)}${name}` : line;
  }, '');
}
