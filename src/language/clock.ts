/*
 * Times of day. All are given on the 24-hour clock, "17:00". Digits are 0 to 9 in all languages, also in Arabic, Kurdish
 * and Urdu: readers know them from telephones and addresses, and what they copy or search for is found.
 */

/** "9:05" of "09:05", "17:00" of "17:00". */
export function onTwentyFour(time: string): string {
  return `${Number(time.slice(0, 2))}:${time.slice(3)}`;
}

/** On the 12-hour clock, the minutes only if there are any: "5" of "17:00", "5:30" of "17:30", "12" of "00:00". */
export function onTwelve(time: string): string {
  const hour = Number(time.slice(0, 2)) % 12 || 12;
  return time.endsWith(':00') ? String(hour) : `${hour}:${time.slice(3)}`;
}

/**
 * The name of a part of the day, of names by the hour at which each begins. The last lasts through midnight until the
 * first begins.
 */
export function partOfDay(time: string, names: readonly (readonly [fromHour: number, name: string])[]): string {
  const hour = Number(time.slice(0, 2));
  return (names.findLast(([from]) => from <= hour) ?? names.at(-1))?.[1] ?? '';
}

/** Whose clock it is: UTC is the same in all languages, and no city. */
export function clockOf(say: (city: string) => string): (city: string) => string {
  return (city) => (city === 'UTC' ? '(UTC)' : say(city));
}
