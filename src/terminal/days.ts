const inWords = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The day of a date or a wall time, as a person says it: "Monday 22 March 2027". */
export function dayInWords(date: string): string {
  return inWords.format(new Date(`${date.slice(0, 10)}T00:00Z`)).replace(',', '');
}

/** A wall time, as a person says it: "Friday 26 March 2027, 17:00"; a bare date is its day. */
export function momentInWords(time: string): string {
  const clock = time.slice(11);
  return clock === '' ? dayInWords(time) : `${dayInWords(time)}, ${clock}`;
}
