import { addDays } from '../model/days.js';
import type { DateText } from '../model/time.js';

/** An event as a calendar keeps it. All words are plain text in the reader's language. */
export type CalendarEvent = {
  /** The same for the same event for ever, so that a newer file replaces an older one: "pruning-day@union.example". */
  readonly uid: string;
  readonly title: string;
  readonly when: CalendarTime | CalendarDays;
  readonly place?: string;
  /** Where to join online. */
  readonly online?: string;
  readonly description?: string;
  /** A page about it. */
  readonly url?: string;
  readonly organiser?: { readonly name: string; readonly address: string };
  /** When this was said: an instant in UTC. Of two files about one event, calendars believe the later. */
  readonly stamp: string;
};

/** Instants in UTC, "2021-04-24T09:00:00Z". */
export type CalendarTime = { readonly starts: string; readonly ends?: string };

/** Whole days, whatever the zone. */
export type CalendarDays = { readonly firstDay: DateText; readonly lastDay?: DateText };

/**
 * The text of an .ics file (RFC 5545) with events to add to a calendar. Times are in UTC: a calendar shows them on its
 * owner's clocks. No reminder is set; that is the owner's choice.
 *
 * @throws Error if a time is not one.
 */
export async function calendarFile(...events: readonly CalendarEvent[]): Promise<string> {
  // Late: few issues have events.
  const { default: ical, ICalCalendarMethod } = await import('ical-generator');
  const calendar = ical({ prodId: '//mailout//mailout//EN', method: ICalCalendarMethod.PUBLISH });
  for (const { uid, stamp, title, when, organiser, place, online, description, url } of events)
    calendar.createEvent({
      id: identifier(uid),
      stamp,
      ...('firstDay' in when
        ? { allDay: true, start: when.firstDay, end: addDays(when.lastDay ?? when.firstDay, 1) }
        : { start: when.starts, end: when.ends ?? null }),
      summary: printable(title),
      location: printable(place ?? online ?? '') || null,
      description: printable([description, online].filter(Boolean).join('\n\n')) || null,
      url: url === undefined ? null : webAddress(url),
      organizer: organiser ? { name: quoted(organiser.name), email: organiser.address } : null,
    });
  // Every line ends so, the last one too (RFC 5545, 3.1); the package leaves that to us.
  return `${calendar.toString()}\r\n`;
}

/*
 * The package escapes text and folds lines. What follows is what it does not do.
 */

/** Text has no control characters but tabs and line ends (RFC 5545, 3.3.11), and half a character is not text. */
function printable(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, '');
}

/** It writes an identifier as it is. */
function identifier(uid: string): string {
  return printable(uid).replace(/[\s,;\\]/g, '-');
}

/** It escapes an address as if it were text, which an address is not (3.3.13): so nothing is left in it to escape. */
function webAddress(url: string): string {
  return printable(url).replace(/[\s,;\\]/g, encodeURIComponent);
}

/** A name in quotation marks cannot have any itself (3.2), nor what programs take for an escape there (RFC 6868). */
function quoted(name: string): string {
  return printable(name)
    .replace(/\s+/g, ' ')
    .replace(/["\\^]/g, '’');
}
