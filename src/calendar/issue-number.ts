import type { Cadence, Numbering } from '../model/cadence.js';
import { addDays } from '../model/days.js';
import type { DateText } from '../model/time.js';
import { type CalendarContext, comingIssues } from './next-issue.js';

/**
 * The number of the issue of a day, counted through the calendar from the one whose number is known, forwards or
 * backwards: weeks without an issue do not count. Undefined before the first number.
 */
export function issueNumber(
  { number, of }: Numbering,
  cadence: Cadence,
  context: CalendarContext,
  date: DateText,
): number | undefined {
  const counted = date < of ? number - issuesFrom(date, of) : number + issuesFrom(of, date);
  return counted > 0 ? counted : undefined;

  function issuesFrom(first: DateText, last: DateText): number {
    let issues = 0;
    // A bank holiday can bring an issue forward from a day that is later than the last.
    for (const slot of comingIssues(cadence, context, first, addDays(last, 7))) {
      if (slot.date >= last) break;
      issues += 1;
    }
    return issues;
  }
}
