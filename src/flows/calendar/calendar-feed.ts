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

/**
 * Calendar programs know an event by its id (RFC 5545, 3.8.4.7), so it is of the planned day: when a bank holiday is
 * announced, the event moves and does not come twice.
 */
function idOf({ publication, planned }: PlannedIssue, what: 'goes-out' | 'copy', { domain }: Feed): string {
  return `${publication}-${planned}-${what}@${domain}`;
}

/** An .ics file with an event for every issue at the minute it goes out, and one for every day on which copy is due. */
export function calendarFeed(issues: readonly PlannedIssue[], feed: Feed): Promise<string> {
  return calendarFile(...issues.flatMap((issue) => eventsOf(issue, feed)));
}

function eventsOf(issue: PlannedIssue, feed: Feed): readonly CalendarEvent[] {
  const { zone, stamp } = feed;
  const { title, label, sendsAt, copyDeadline, channel, estimated } = issue;
  const perhaps = estimated ? ' (the date may change)' : '';
  const goesOut: CalendarEvent = {
    uid: idOf(issue, 'goes-out', feed),
    stamp,
    title: `${title}, ${label} ${channel === 'copy' ? 'is due' : 'goes out'}${perhaps}`,
    when: { starts: instantOf(sendsAt, zone) },
  };
  if (copyDeadline === undefined) return [goesOut];
  return [
    {
      uid: idOf(issue, 'copy', feed),
      stamp,
      title: `Copy for ${title}, ${label}${perhaps}`,
      when: { firstDay: copyDeadline },
    },
    goesOut,
  ];
}
