import { instantOf } from '../../calendar/zone.js';
import type { PlannedIssue } from '../../model/planned-issue.js';
import { type CalendarEvent, calendarFile } from '../../render/calendar-file.js';

/** What the events of a feed have in common. */
export type Feed = {
  readonly zone: string;
  /** Whose calendar it is, as a domain: "union.example". */
  readonly domain: string;
  /** When it is made: an ISO instant. */
  readonly stamp: string;
};

/** An .ics file with an event for every issue at the minute it goes out, and one for every day on which copy is due. */
export function calendarFeed(issues: readonly PlannedIssue[], feed: Feed): Promise<string> {
  return calendarFile(...issues.flatMap((issue) => eventsOf(issue, feed)));
}

function eventsOf(issue: PlannedIssue, { zone, domain, stamp }: Feed): readonly CalendarEvent[] {
  const { publication, title, date, label, sendsAt, copyDeadline, channel, estimated } = issue;
  const perhaps = estimated ? ' (the date may change)' : '';
  const goesOut: CalendarEvent = {
    uid: `${publication}-${date}@${domain}`,
    stamp,
    title: `${title}, ${label} ${channel === 'copy' ? 'is due' : 'goes out'}${perhaps}`,
    when: { starts: instantOf(sendsAt, zone) },
  };
  if (copyDeadline === undefined) return [goesOut];
  return [
    {
      uid: `${publication}-${date}-copy@${domain}`,
      stamp,
      title: `Copy for ${title}, ${label}${perhaps}`,
      when: { firstDay: copyDeadline },
    },
    goesOut,
  ];
}
