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
