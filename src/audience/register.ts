import type { Suppression, SuppressionReason } from '../model/suppression.js';
import type { Register } from './recipients.js';

/** The order in which reasons are told where there are several: first what a person decided herself. */
const order: readonly SuppressionReason[] = ['unsubscribed', 'spam-report', 'by-hand', 'bounced', 'invalid'];

/** Whether a suppression stands in the way of mail of an unsubscribe group, or of mail that has none. */
export function forbids(suppression: Suppression, group: number | undefined): boolean {
  return suppression.group === undefined || suppression.group === group;
}

/** The reason why somebody must not get mail of a group, if there is one. */
export function reasonAgainst(
  suppressions: readonly Suppression[],
  group: number | undefined,
): SuppressionReason | undefined {
  const reasons = suppressions.filter((one) => forbids(one, group)).map(({ reason }) => reason);
  return order.find((reason) => reasons.includes(reason));
}

/** The register for mail of a group, from all suppressions by the names of the people. */
export function registerFor(
  group: number | undefined,
  personOf: Register['personOf'],
  suppressions: ReadonlyMap<string, readonly Suppression[]>,
): Register {
  return {
    personOf,
    suppressionOf: (person) => {
      const hers = suppressions.get(person);
      return hers && reasonAgainst(hers, group);
    },
  };
}
