import { Temporal } from 'temporal-polyfill';
import { endOf, type WallTime } from '../model/time.js';

/**
 * What the clocks of a zone show at an instant ("2021-03-22T07:00:00Z"), to the minute: "2021-03-22T07:00".
 * Throws a RangeError if either is not what it should be.
 */
export function wallTimeAt(instant: string, zone: string): WallTime {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return wall.toString({ smallestUnit: 'minute' });
}

/**
 * The instant at which the clocks of a zone show a wall time, in UTC: "2021-03-22T07:00:00Z". A bare date means the end
 * of that day, as everywhere.
 *
 * Throws a RangeError for a time that the clocks skip in spring or show twice in autumn (in the UK, 01:00 to 01:59 on
 * the last Sunday of March and of October): to send at a guessed one would be an hour out.
 */
export function instantOf(wall: WallTime, zone: string): string {
  return Temporal.PlainDateTime.from(endOf(wall))
    .toZonedDateTime(zone, { disambiguation: 'reject' })
    .toInstant()
    .toString();
}
