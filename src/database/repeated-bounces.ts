const bouncesThatCount = 3;
const daysThatCount = 90;
const day = 24 * 60 * 60 * 1000;

/**
 * Since when a mailbox that could not take mail for the time being is as good as none: since it refused on a third day
 * within 90 days. Days are those of UTC. One refusal means little (a full mailbox, a server that was down), and several on
 * one day may be the same one.
 *
 * @param instants when it refused, in any order.
 * @returns the instant of the refusal that was once too often, the earliest such, or undefined.
 */
export function repeatedlyBounced(instants: readonly string[]): string | undefined {
  const firstOfDay = new Map<number, string>();
  for (const instant of instants.toSorted()) {
    const at = Math.floor(Date.parse(instant) / day);
    if (!firstOfDay.has(at)) firstOfDay.set(at, instant);
  }
  const days = [...firstOfDay];
  const last = days.find(([at], index) => at - (days[index - bouncesThatCount + 1]?.[0] ?? -Infinity) <= daysThatCount);
  return last?.[1];
}
