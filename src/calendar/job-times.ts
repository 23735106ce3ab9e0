import { Temporal } from 'temporal-polyfill';
import { type Cadence, type Weekday, weekdays } from '../model/cadence.js';

const hourLength = 60;
const dayLength = 24 * hourLength;
const weekLength = 7 * dayLength;

/** GitHub drops scheduled jobs when it is busy, which it is on the hour and at its quarters. */
const minutes = '7,22,37,52';

/** The longest run of working days that are bank holidays: Christmas Day and Boxing Day. */
const mostBankHolidays = 2;

/**
 * When a job has to run that sends what is due: as lines of cron in UTC, four times in each hour in which an issue may go
 * out. The same in summer and in winter, since cron in UTC does not know of the clocks; no two of them at the same time.
 *
 * @param zone the organisation's, IANA
 * @param mostLate hours after its time for which an issue may still go out
 */
export function jobTimes(cadences: readonly Cadence[], zone: string, mostLate: number): readonly string[] {
  const offsets = offsetsOf(zone);
  const hoursOfDays = weekdays.map(() => new Set<number>());
  for (const { on, at, onBankHoliday } of cadences) {
    const [hour = 0, minute = 0] = at.split(':').map(Number);
    for (const weekday of daysAround(on, onBankHoliday)) {
      for (const offset of offsets) {
        const start = weekdays.indexOf(weekday) * dayLength + hour * hourLength + minute - offset;
        const end = start + mostLate * hourLength;
        for (let at = Math.floor(start / hourLength); at * hourLength < end; at += 1) {
          const inWeek = (((at * hourLength) % weekLength) + weekLength) % weekLength;
          hoursOfDays[Math.floor(inWeek / dayLength)]?.add((inWeek % dayLength) / hourLength);
        }
      }
    }
  }
  return linesOf(hoursOfDays.map((hours) => ranges([...hours].sort((a, b) => a - b))));
}

/** Runs in a week of a line of cron as `jobTimes` gives them. */
export function runsInAWeek(line: string): number {
  const [minute = '', hour = '', , , day = ''] = line.split(' ');
  return [minute, hour, day].reduce((runs, field) => runs * membersOf(field), 1);
}

function membersOf(field: string): number {
  const sizes = field.split(',').map((part) => {
    const [from = 0, until = from] = part.split('-').map(Number);
    return until - from + 1;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What the clocks of a zone are ahead of UTC at some time of the year, in minutes. A year like any other is asked. */
function offsetsOf(zone: string): ReadonlySet<number> {
  const days = Array.from({ length: 36 }, (_, index) => {
    const [month, day] = [String(Math.floor(index / 3) + 1).padStart(2, '0'), ['01', '11', '21'][index % 3]];
    return Temporal.Instant.from(`2027-${month}-${day}T12:00:00Z`).toZonedDateTimeISO(zone);
  });
  return new Set(days.map(({ offsetNanoseconds }) => offsetNanoseconds / 60_000_000_000));
}

/** The weekdays on which an issue of a weekday may go out. */
function daysAround(on: Weekday, policy: Cadence['onBankHoliday']): readonly Weekday[] {
  if (policy === 'skip' || policy === 'same-day') return [on];
  const step = policy === 'previous' ? -1 : 1;
  const days: Weekday[] = [on];
  for (let index = weekdays.indexOf(on); days.length <= mostBankHolidays; ) {
    index = (index + step + weekdays.length) % weekdays.length;
    const day = weekdays[index];
    if (day && index < 5) days.push(day);
  }
  return days;
}

/** Days with the same hours share a line. */
function linesOf(hours: readonly string[]): readonly string[] {
  const different = [...new Set(hours)].filter((each) => each !== '');
  return different.map((each) => {
    // cron counts days from Sunday, which is 0; the days of a week here begin on Monday.
    const days = hours.flatMap((one, index) => (one === each ? [(index + 1) % 7] : []));
    return `${minutes} ${each} * * ${ranges(days.sort((a, b) => a - b))}`;
  });
}

/** Numbers in order as cron writes them: "6-9,12". */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, until]) => (from === until ? `${from}` : `${from}-${until}`)).join(',');
}
