import { labelOf } from '../../assemble/headline.js';
import { workingDaysBefore } from '../../calendar/copy-deadline.js';
import { issueNumber } from '../../calendar/issue-number.js';
import { type CalendarContext, comingIssues, type Slot } from '../../calendar/next-issue.js';
import type { Content } from '../../content/references.js';
import { english } from '../../language/english.js';
import { addDays } from '../../model/days.js';
import { bySendingTime, type PlannedIssue } from '../../model/planned-issue.js';
import type { Publication } from '../../model/publication.js';
import type { DateText, WallTime } from '../../model/time.js';

/** An issue on its day, without how far it has come. */
export type IssueDay = Omit<PlannedIssue, 'state'>;

/** Days in which a newsletter that has an issue at all has one. */
const furthest = 366;

/**
 * The issues of all publications from one day to another (both included), in the order in which they go out.
 *
 * @param now on the clocks of the organisation
 */
export function plannedIssues(
  { organisation, publications }: Content,
  { from, until, now }: { readonly from: DateText; readonly until: DateText; readonly now: WallTime },
): readonly IssueDay[] {
  const planned: IssueDay[] = [];
  for (const publication of publications) {
    let isThere = false;
    for (const slot of comingIssues(publication.cadence, organisation, from, addDays(until, furthest))) {
      // A newsletter that comes out once a term has its next issue in the list, however far it is.
      if (slot.date > until && isThere) break;
      isThere ||= slot.sendsAt > now;
      const days = publication.copyDeadline;
      const copyDeadline = days === undefined ? undefined : workingDaysBefore(slot.date, days, organisation.nation);
      planned.push({
        publication: publication.id,
        title: publication.title,
        channel: publication.channel,
        date: slot.date,
        sendsAt: slot.sendsAt,
        label: labelOf(slot.period, english.dates),
        planned: slot.planned,
        ...numberOf(publication, slot, organisation),
        ...(copyDeadline !== undefined && { copyDeadline }),
        ...(slot.moved !== undefined && { moved: slot.moved }),
        ...(slot.estimated && { estimated: slot.estimated }),
      });
    }
  }
  return planned.sort(bySendingTime);
}

function numberOf(
  { numbering, cadence }: Publication,
  { date }: Slot,
  organisation: CalendarContext,
): { readonly number?: number } {
  const number = numbering && issueNumber(numbering, cadence, organisation, date);
  return number === undefined ? {} : { number };
}
