const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Monday 22 March 2027, 07:00 in London" of a wall time. */
export function whenWords(wallTime: string, zone: string): string {
  const date = day.format(new Date(`${wallTime.slice(0, 10)}T00:00Z`)).replace(',', '');
  return `${date}, ${wallTime.slice(11, 16)} in ${zone.replace(/^.*\//, '').replaceAll('_', ' ')}`;
}
