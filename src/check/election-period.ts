import type { Organisation } from '../model/organisation.js';
import type { DateText } from '../model/time.js';

/** Whether a day is in a time before an election for which the organisation has to show who promotes what it says. */
export function isInElection({ imprint }: Pick<Organisation, 'imprint'>, date: DateText): boolean {
  return imprint?.elections.some(({ from, until }) => from <= date && date <= until) ?? false;
}
