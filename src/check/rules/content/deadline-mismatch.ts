import { weekdayOf } from '../../../model/days.js';
import type { Item } from '../../../model/item.js';
import type { DateText, WallTime } from '../../../model/time.js';
import { closingsIn, type WrittenClosing } from '../../closings-in-text.js';
import { monthNames, nameOf, possibleDays, timeInHouseStyle } from '../../dates-in-text.js';
import { placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';

export const deadlineMismatch = rule({
  id: 'content/deadline-mismatch',
  over: 'item',
  severity: 'warning',
  title: 'The text and the deadline name the same day',
  why: 'The deadline of the settings is printed beside the text. If the two differ, some readers keep the later one.',
  origins: [{ title: 'Mailout, docs/files.md: deadlines' }],
  bad: 'deadline: 2027-03-30T12:00\nrunning text: Please book by noon on 31 March.',
  good: 'deadline: 2027-03-30T12:00\nrunning text: Please book by noon on 30 March.',
  *judge({ item, writing }) {
    const closings = deadlinesOf(item);
    const [first] = closings;
    if (first === undefined || !isEnglish(writing)) return;
    const days = new Set([...closings, item.event?.starts, item.event?.ends].flatMap((one) => one?.slice(0, 10) ?? []));
    for (const passage of writing.passages) {
      if (passage.role === 'quote' || passage.role === 'excerpt') continue;
      for (const closing of closingsIn(passage)) {
        if (agrees(closing, closings, days)) continue;
        yield {
          place: placeIn(passage, closing.from),
          words: `“${passage.text.slice(closing.from, closing.to).replace(/\s+/g, ' ')}” is not the deadline, which is ${inWords(first)}.`,
          fix: 'Correct the text or the deadline.',
        };
      }
    }
  },
});

function deadlinesOf({ deadline, actions, versions }: Item): WallTime[] {
  const all = [...actions, ...Object.values(versions).flatMap((version) => version.actions ?? [])];
  return [deadline, ...all.map((action) => action.deadline)].filter((one) => one !== undefined);
}

function agrees({ date, weekday, time }: WrittenClosing, closings: readonly WallTime[], days: ReadonlySet<DateText>) {
  if (!date) return [...days].some((day) => weekdayOf(day) === weekday);
  const meant = possibleDays(
    date,
    closings.map((one) => one.slice(0, 10)),
  );
  const same = closings.filter((one) => meant.includes(one.slice(0, 10)));
  if (same.length === 0) return meant.some((day) => days.has(day));
  if (!time) return true;
  // Midnight ends the day for some and begins it for others, and a deadline without a time ends with the day.
  if (time.form === 'word' && time.hour === 0) return true;
  const written = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
  return same.some((one) => one.length === 10 || one.slice(11) === written);
}

/** "Tuesday 30 March at midday" */
function inWords(time: WallTime): string {
  const day = time.slice(0, 10);
  const at =
    time.length === 10
      ? ''
      : ` at ${timeInHouseStyle({ hour: Number(time.slice(11, 13)), minute: Number(time.slice(14)) })}`;
  return `${nameOf(weekdayOf(day))} ${Number(day.slice(8))} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''}${at}`;
}
