/** A calendar date, "2021-03-22". */
export type DateText = string;

/**
 * A time on the wall clock of the organisation's zone: "2021-03-26T17:00", or a bare date, which means the end of that
 * day. Two of them compare in time when both went through `endOf`.
 */
export type WallTime = string;

/** The last minute that a wall time covers, as "YYYY-MM-DDTHH:MM", so that plain string comparison is time order. */
export function endOf(time: WallTime): string {
  return time.length === 10 ? `${time}T23:59` : time;
}

/** The first minute that a wall time covers, as "YYYY-MM-DDTHH:MM". */
export function startOf(time: WallTime): string {
  return time.length === 10 ? `${time}T00:00` : time;
}

/** Whether a text is a date that exists, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether a text is a time of day, as HH:MM from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether a text is a date, or a date and time as YYYY-MM-DDTHH:MM. */
export function isWallTime(text: string): boolean {
  if (text.length === 10) return isDate(text);
  return text[10] === 'T' && isDate(text.slice(0, 10)) && isTimeOfDay(text.slice(11));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
